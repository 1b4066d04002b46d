"""A contact comes in from anybody, is seen by those it is meant for, and becomes a case or an end with a reason."""

import re
from datetime import date

import pytest
from django.db import ProgrammingError, connection, transaction

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ANYBODY
from kotopolku.audit.errors import Invalid, NotFound, Stale
from kotopolku.audit.models import LogRow
from kotopolku.cases.actions import (
    close_contact,
    link_contact_to_case,
    open_case,
    receive_contact,
    take_contact,
)
from kotopolku.cases.models import Contact
from kotopolku.cases.queries import case_view, contact_view, inbox, law_facts, timeline, waiting_contacts


@pytest.fixture
def send(raisio, today):
    """Send a contact about Rana from the public form; anything can be given otherwise."""

    def receive(actor=ANYBODY, **given):
        known = {
            "kind": "authority",
            "municipality_id": raisio.id,
            "subject_name": "Rana Al-Khatib",
            "subject_birth_date": date(1994, 2, 14),
            "sender_organisation": "Varhan neuvola",
            "sender_email": "neuvola@varha.example",
            "consent": True,
            "consent_on": date(2026, 11, 16),
            "need_seen": True,
        }
        with acting_as(actor, on=today):
            return receive_contact(**{**known, **given})

    return receive


def _refused(field):
    return pytest.raises(Invalid, check=lambda fault: fault.field == field)


def test_a_contact_from_nobody_signed_in_waits_in_the_inbox_unverified(send, officer, stranger, today):
    # when
    receipt = send()
    # then
    with acting_as(officer, on=today):
        [row] = inbox()
        assert (row.sender, row.sender_verified, row.state) == ("Varhan neuvola", False, "waiting")
        assert waiting_contacts() == 1
        assert contact_view(row.id).receipt_code == receipt
    with acting_as(stranger, on=today):
        assert inbox() == ()
        with pytest.raises(NotFound):
            contact_view(row.id)


def test_the_receipt_holds_no_personal_data_and_is_the_same_for_the_known_and_the_unknown(
    send, officer, person_of
):
    person_of(officer, given_names="Rana", family_name="Al-Khatib", birth_date=date(1994, 2, 14))
    known, unknown = send(), send(subject_name="Tuntematon")
    assert known != unknown
    assert all(re.fullmatch("[A-Z0-9]{4}-[A-Z0-9]{4}", code) for code in (known, unknown))


@pytest.mark.parametrize(
    ("field", "given"),
    [
        ("consent", {"consent": False}),
        ("consent", {"consent": None}),
        ("subject_name", {"subject_name": "  "}),
        ("subject_birth_date", {"subject_birth_date": date(2026, 11, 25)}),
        ("kind", {"kind": "gossip"}),
        ("message", {"message": "x" * 4001}),
        ("municipality", {"municipality_id": -1}),
    ],
)
def test_what_cannot_be_sent_is_refused_at_its_field(send, officer, today, field, given):
    with _refused(field):
        send(**given)
    with acting_as(officer, on=today):
        assert inbox() == ()


def test_a_persons_own_request_needs_no_consent(send, officer, today):
    send(kind="own_request", consent=None, consent_on=None, sender_organisation="")
    with acting_as(officer, on=today):
        assert inbox()[0].kind == "own_request"


def test_the_public_door_cannot_verify_itself_nor_read(send, raisio, today):
    send()
    with acting_as(ANYBODY, on=today):
        assert Contact.objects.count() == 0
        forged = Contact(
            controller_id=raisio.id,
            area_id="raisio",
            kind="authority",
            subject_name="x",
            received_on=today,
            receipt_code="x",
            sender_verified=True,
        )
        with pytest.raises(ProgrammingError), transaction.atomic():
            forged.save(force_insert=True)


def test_a_taken_contact_is_not_taken_a_second_time(send, officer, colleague, today):
    send()
    with acting_as(officer, on=today):
        [row] = inbox()
        take_contact(contact_id=row.id, sender_verified=True, version=row.version)
        assert inbox()[0].handled_by == "Aino Kettunen"
        assert inbox()[0].sender_verified
    with acting_as(colleague, on=today), pytest.raises(Stale):
        take_contact(contact_id=row.id, version=row.version)


def test_a_contact_opens_a_case_and_its_words_become_facts(send, officer, person_of, today):
    # given
    send()
    rana = person_of(officer)
    # when
    with acting_as(officer, on=today):
        [row] = inbox()
        case = open_case(person_id=rana, opened_because="authority_contact", contact_id=row.id)
        # then
        assert inbox() == ()
        view = case_view(case)
        assert [one.sender for one in view.contacts] == ["Varhan neuvola"]
        contact = law_facts(case, on=today).contact
        assert (contact.sender_is_authority, contact.consent, contact.need_seen) == (True, True, True)
        assert contact.received_on == today
        codes = [event.code for event in timeline(case).events]
    assert codes == ["contact_received", "case_opened"]
    assert LogRow.objects.filter(seen__person_id=rana, action="open_case").exists()


def test_a_later_request_is_linked_to_the_open_case(send, officer, person_of, today):
    rana = person_of(officer)
    with acting_as(officer, on=today):
        case = open_case(person_id=rana, opened_because="guidance")
    send(kind="own_request", consent=None)
    with acting_as(officer, on=today):
        [row] = inbox()
        link_contact_to_case(contact_id=row.id, case_id=case)
        assert law_facts(case, on=today).assessment.requested_on == today
        with pytest.raises(Stale):
            link_contact_to_case(contact_id=row.id, case_id=case)


def test_a_contact_meant_for_one_municipality_comes_to_the_case_in_another(
    send, coordinator, neighbour, naantali, person_of, today
):
    rana = person_of(coordinator, controller_id=naantali.id)
    with acting_as(coordinator, on=today):
        case = open_case(person_id=rana, opened_because="guidance")
    send()
    with acting_as(coordinator, on=today):
        [row] = inbox()
        link_contact_to_case(contact_id=row.id, case_id=case)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    with acting_as(neighbour, on=today):
        assert [one.id for one in case_view(case).contacts] == [row.id]


def test_a_contact_is_closed_with_an_outcome_and_words(send, officer, today):
    send()
    with acting_as(officer, on=today):
        [row] = inbox()
        for field, given in (
            ("outcome", {"outcome": "case_opened", "note": "x"}),
            ("outcome", {"outcome": "", "note": "x"}),
            ("note", {"outcome": "not_reached", "note": " "}),
        ):
            with _refused(field):
                close_contact(contact_id=row.id, **given)
        close_contact(contact_id=row.id, outcome="not_reached", note="soitettu kolmesti")
        assert inbox() == ()
        assert contact_view(row.id).outcome_note == "soitettu kolmesti"
