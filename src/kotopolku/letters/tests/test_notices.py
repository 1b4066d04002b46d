"""Notices are seen by the one they are for, thirty at a time, and opening one marks it as read."""

import pytest
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import client_of, contact_at

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ANYBODY
from kotopolku.audit.errors import NotFound
from kotopolku.cases.actions import receive_contact
from kotopolku.letters.actions import notify, read_notice
from kotopolku.letters.models import Letter, Notice
from kotopolku.letters.queries import notices, unread_notices


def tell(system, *actors, times=1):
    with acting_as(system, on=TODAY):
        for _one in range(times):
            notify(staff=[one.staff_id for one in actors], code="contact_arrived")


def test_a_notice_is_seen_by_whom_it_is_for_and_nobody_else(system, officer, colleague):
    tell(system, officer)
    for actor, sees in ((officer, 1), (colleague, 0), (system, 0)):
        with acting_as(actor, on=TODAY):
            assert unread_notices() == len(notices().rows) == Notice.objects.count() == sees


def test_anothers_notice_cannot_be_read(system, officer, colleague):
    tell(system, officer)
    with acting_as(officer, on=TODAY):
        notice = notices().rows[0].id
    with pytest.raises(NotFound), acting_as(colleague, on=TODAY):
        read_notice(notice_id=notice)
    with acting_as(officer, on=TODAY):
        assert unread_notices() == 1


def test_an_unknown_code_is_a_fault_of_the_program(system, officer):
    with pytest.raises(KeyError), acting_as(system, on=TODAY):
        notify(staff=[officer.staff_id], code="nonsense")


def test_a_contact_from_the_public_form_is_told_to_the_officers_of_its_municipality(
    raisio, officer, colleague, neighbour, coordinator
):
    # when an authority sends a contact
    with acting_as(ANYBODY, on=TODAY):
        receive_contact(
            kind="authority",
            municipality_id=raisio.id,
            subject_name="Rana Haddad",
            sender_email="pekka@kela.example",
            consent=True,
        )
    # then the officers of Raisio have a notice that leads to it, the neighbour has none
    for actor, told in ((officer, 1), (colleague, 1), (neighbour, 0)):
        with acting_as(actor, on=TODAY):
            assert unread_notices() == told
    # and a receipt and a word to the role address wait in the outbox, none of which says who it is about
    with acting_as(officer, on=TODAY):
        rows = list(Letter.objects.order_by("template"))
        assert [row.template for row in rows] == ["contact_arrived", "contact_receipt"]
        assert all("Haddad" not in f"{row.subject} {row.body} {row.params}" for row in rows)


def test_a_contact_that_an_officer_records_tells_nobody(officer, colleague):
    contact_at(officer)
    with acting_as(colleague, on=TODAY):
        assert unread_notices() == 0


# -- pages -----------------------------------------------------------------------------------------------------


@pytest.mark.slow
def test_opening_a_notice_leads_to_the_thing_and_marks_it_as_read(system, officer):
    # given a notice about a contact
    contact = contact_at(officer)
    with acting_as(system, on=TODAY):
        notify(staff=[officer.staff_id], code="contact_arrived", route="desk:contact", thing=contact)
    client = client_of(officer)
    page = client.get(reverse("desk:notices"))
    (row,) = page.context["rows"]
    assert not row["is_read"]
    # when it is opened
    answer = client.post(reverse("desk:notice_read"), {"notice": row["id"]})
    # then
    assert answer.url == reverse("desk:contact", args=[contact])
    assert client.get(reverse("desk:notices")).context["rows"][0]["is_read"]


def test_the_number_of_new_notices_stands_in_the_navigation(system, officer):
    tell(system, officer, times=3)
    client = client_of(officer)
    count = {item.url: item.count for item in client.get(reverse("desk:notices")).context["nav"]}
    assert count[reverse("desk:notices")] == 3
    client.post(reverse("desk:notice_read"))
    count = {item.url: item.count for item in client.get(reverse("desk:notices")).context["nav"]}
    assert count[reverse("desk:notices")] == 0


@pytest.mark.slow
def test_every_notice_is_on_exactly_one_page(system, officer):
    tell(system, officer, times=65)  # all in the same transaction, so at the same time
    client, url, seen = client_of(officer), reverse("desk:notices"), []
    while url:
        page = client.get(url)
        seen += [row["id"] for row in page.context["rows"]]
        url = page.context["next_url"]
    assert len(seen) == len(set(seen)) == 65


@pytest.mark.parametrize("notice", ["x", "00000000-0000-4000-8000-000000000000", "' OR 1=1"])
def test_a_notice_that_is_not_there_is_not_found(officer, notice):
    assert client_of(officer).post(reverse("desk:notice_read"), {"notice": notice}).status_code == 404


@pytest.mark.parametrize("after", ["x", "00000000-0000-4000-8000-000000000000", "%00"])
@pytest.mark.parametrize("page", ["desk:notices", "desk:letters"])
def test_a_page_asked_for_by_nonsense_is_the_first_one(officer, page, after):
    assert client_of(officer).get(reverse(page), {"after": after}).status_code == 200


def test_sent_messages_show_the_text_and_why_one_did_not_leave(raisio, officer):
    with acting_as(ANYBODY, on=TODAY):
        receive_contact(
            kind="authority",
            municipality_id=raisio.id,
            subject_name="Rana Haddad",
            sender_email="pekka@kela.example",
            consent=True,
        )
    page = client_of(officer).get(reverse("desk:letters"))
    html = page.content.decode()
    assert "Yhteydenottosi on vastaanotettu" in html
    assert "Sähköpostipalvelinta ei ole asetettu" in html
    assert "pekka@kela.example" not in html
