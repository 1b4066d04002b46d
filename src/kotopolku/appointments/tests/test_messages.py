"""The client learns of each change once, in a language of theirs, and nothing of what it is about."""

from datetime import timedelta

import pytest
from django.conf import settings
from tests.cast import TODAY

from kotopolku.appointments import actions, queries
from kotopolku.appointments.tests.conftest import THURSDAY, asked, at
from kotopolku.audit.acting import acting_as
from kotopolku.letters.models import Letter
from kotopolku.letters.texter import texter_from
from kotopolku.people.actions import (
    set_contact_details,
    set_languages,
    set_non_disclosure,
    set_safe_contact,
)
from kotopolku.people.entries import ContactEntry, LanguageEntry, SafeContactEntry
from kotopolku.people.queries import contact_rule


@pytest.fixture
def person(officer, case):
    """The client has an e-mail address and reads Swedish."""
    from kotopolku.cases.queries import case_view

    with acting_as(officer, on=TODAY):
        found = case_view(case).person_id
        set_contact_details(person_id=found, entries=[ContactEntry(kind="email", value="rana@example.org")])
        set_languages(person_id=found, languages=[LanguageEntry(use="written", language="sv")])
    return found


def letters():
    return list(Letter.objects.order_by("created_at", "pk").values_list("template", "language", "body"))


def test_each_change_is_one_message_in_the_clients_language_without_what_it_is_about(
    officer, case, person, office
):
    with acting_as(officer, on=TODAY):
        made = actions.book(entry=asked(officer, case_id=case, kind="plan_20", room_id=office.pk))
    with acting_as(officer, on=TODAY):
        actions.move(appointment_id=made, starts_at=at(12), version=1)
        actions.cancel(appointment_id=made, by="us", version=2)
        sent = letters()
        assert sorted(code for code, _l, _b in sent) == [
            "time_booked_place",
            "time_cancelled",
            "time_moved_place",
        ]
        assert {language for _c, language, _b in sent} == {"sv"}
        booked = next(body for code, _l, body in sent if code == "time_booked_place")
        assert "26.11.2026" in booked
        assert "Huone 3" in booked
        assert not any("plan" in body.lower() for _c, _l, body in sent)
        assert queries.to_call(officer.staff_id) == ()


def test_a_refused_move_tells_nobody(officer, case, person):
    with acting_as(officer, on=TODAY):
        made = actions.book(entry=asked(officer, case_id=case))
        before = len(letters())
        with pytest.raises(ValueError, match="clock"):
            actions.move(appointment_id=made, starts_at=at(20), version=1)
        assert len(letters()) == before


def test_who_does_not_read_is_called_and_reached_is_one_act(officer, case, person):
    with acting_as(officer, on=TODAY):
        set_languages(person_id=person, languages=[LanguageEntry(use="written", language="none")])
        made = actions.book(entry=asked(officer, case_id=case))
        assert letters() == []
        assert [one.id for one in queries.to_call(officer.staff_id)] == [made]
        actions.note_reached(appointment_id=made)
        assert queries.to_call(officer.staff_id) == ()


def test_who_forbids_e_mail_is_called_and_a_protected_client_is_not_told_the_place(officer, case, person):
    with acting_as(officer, on=TODAY):
        set_safe_contact(person_id=person, entry=SafeContactEntry(never=("email",)))
        assert contact_rule(person).recorded
        first = actions.book(entry=asked(officer, case_id=case))
        assert (letters(), queries.appointment_view(first).to_call) == ([], True)
        set_safe_contact(person_id=person, entry=SafeContactEntry(ways=("email",)))
        set_non_disclosure(person_id=person, in_force=True)
        actions.book(entry=asked(officer, case_id=case, starts_at=at(12)))
        ((code, _language, body),) = letters()
        assert code == "time_booked_told"
        assert "martinkatu" not in body


def test_the_reminder_goes_once_within_two_days_and_not_to_who_booked_just_now(officer, system, case, person):
    with acting_as(officer, on=TODAY - timedelta(days=6)):
        actions.book(entry=asked(officer, case_id=case))
    with acting_as(officer, on=TODAY):
        actions.book(entry=asked(officer, case_id=case, starts_at=at(12)))
    for day, wanted in ((THURSDAY - timedelta(days=3), 0), (TODAY, 1), (TODAY, 0)):
        with acting_as(system, on=day):
            assert actions.remind(area_id="raisio") == wanted, day
    with acting_as(officer, on=TODAY):
        assert [code for code, _l, _b in letters()].count("time_reminder_place") == 1


def test_who_has_only_a_telephone_gets_a_text_message_where_a_gateway_is_set(
    officer, case, person, monkeypatch, tmp_path
):
    # given a client without an e-mail address
    with acting_as(officer, on=TODAY):
        set_contact_details(person_id=person, entries=[ContactEntry(kind="phone", value="040 123 4567")])
        # when no gateway is set, then somebody has to call
        first = actions.book(entry=asked(officer, case_id=case))
        assert queries.appointment_view(first).to_call
    # and when one is, then a message leaves by it, in the client's language and without a subject
    monkeypatch.setattr(settings, "SMS", texter_from(f"file://{tmp_path}", sender="Raisio"))
    with acting_as(officer, on=TODAY):
        second = actions.book(entry=asked(officer, case_id=case, starts_at=at(12)))
        assert not queries.appointment_view(second).to_call
        (letter,) = Letter.objects.all()
    assert (letter.way, letter.subject, letter.language) == ("sms", "", "sv")
    assert "26.11.2026" in letter.body
