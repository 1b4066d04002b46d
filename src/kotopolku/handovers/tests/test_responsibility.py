"""Vastuu moves by law on the day: noted, shown, acknowledged or not, and the client told in their way."""

from datetime import date

import pytest
from tests.cast import TODAY

from kotopolku.audit.acting import acting_as
from kotopolku.cases.actions import add_note, grant_case
from kotopolku.cases.models import Case, CaseGrant, Clock, Event
from kotopolku.cases.queries import timeline
from kotopolku.clocks.actions import refresh_all
from kotopolku.handovers import codes
from kotopolku.handovers.actions import acknowledge_responsibility, answer_packet, record_told
from kotopolku.handovers.models import Responsibility
from kotopolku.handovers.queries import responsibility_of, untold
from kotopolku.handovers.responsibility import Change, changes
from kotopolku.handovers.tests.stories import a_packet, sent
from kotopolku.law.facts import Period
from kotopolku.letters.actions.sending import mark_failed, mark_sent, take_due
from kotopolku.letters.models import Letter
from kotopolku.people.actions import end_period, record_period
from kotopolku.people.entries import ContactEntry, LanguageEntry, PeriodEntry
from kotopolku.plans.tests.stories import opened

FROM = date(2026, 12, 1)
SEARCH = PeriodEntry(kind="jobseeker", first_day=FROM)


def test_touching_times_of_job_search_are_one_and_a_gap_gives_it_back():
    found = changes(
        [Period(from_=date(2026, 1, 1), to=date(2026, 1, 31)), Period(from_=date(2026, 2, 1), to=date(2026, 3, 1)),
         Period(from_=date(2026, 5, 1))]
    )  # fmt: skip
    assert found == (
        Change(from_day=date(2026, 1, 1), authority="employment_authority"),
        Change(from_day=date(2026, 3, 2), authority="municipality"),
        Change(from_day=date(2026, 5, 1), authority="employment_authority"),
    )


def night(system, on):
    with acting_as(system, on=on):
        refresh_all(area_id="raisio", on=on)


@pytest.fixture
def reads(officer):
    """(person, case) of a client who reads Arabic and has an e-mail address."""
    return opened(
        officer,
        on=TODAY,
        languages=[
            LanguageEntry(use="mother_tongue", language="ar"),
            LanguageEntry(use="written", language="ar"),
        ],
        contact_details=[ContactEntry(kind="email", value="rana@esimerkki.invalid")],
    )


def test_on_the_day_it_moves_unacknowledged_and_the_client_gets_a_letter_in_the_own_language(
    officer, system, reads
):
    # given job search known to begin on 1.12.; before the day it is only shown as coming
    with acting_as(officer, on=TODAY):
        record_period(person_id=reads[0], period=SEARCH)
        (coming,) = responsibility_of(reads[1], person_id=reads[0], periods=[(FROM, None)], on=TODAY)
        assert (coming.id, coming.from_day, coming.acknowledged_on) == (None, FROM, None)
        assert not Responsibility.objects.exists()
    # when the day comes, twice over
    night(system, FROM)
    night(system, FROM)
    # then it has moved once, nobody has acknowledged it, and the client is told in Arabic
    with acting_as(officer, on=FROM):
        row = Responsibility.objects.get()
        assert (row.authority, row.acknowledged_on, row.told_on) == ("employment_authority", None, None)
        letter = Letter.objects.get(template="responsible_changed")
        assert "Turun työllisyysalue" in letter.body
        assert "Haddad" not in letter.subject + letter.body
        assert untold(FROM) == ()
        (now,) = responsibility_of(reads[1], person_id=reads[0], periods=[(FROM, None)], on=FROM)
        assert now.letter_under_way
        assert "responsibility_told" not in [event.code for event in timeline(reads[1]).events]
    # and they count as told when the letter has left
    with acting_as(system, on=FROM):
        mark_sent(letter_id=letter.pk, provider_id="x")
    with acting_as(officer, on=FROM):
        row.refresh_from_db()
        assert (row.told_on, row.told_how) == (FROM, "email")
        told = [event.code for event in timeline(reads[1]).events]
        assert {"responsibility_moved", "responsibility_told"} <= set(told)


def test_a_letter_that_could_not_be_delivered_leaves_the_call_to_somebody(officer, system, reads):
    with acting_as(officer, on=TODAY):
        record_period(person_id=reads[0], period=SEARCH)
    night(system, FROM)
    with acting_as(system, on=FROM):
        (parcel,) = take_due(most=5, ways=("email",))
        mark_failed(letter_id=parcel.id, attempt=parcel.attempt, error="550", for_good=True)
    with acting_as(officer, on=FROM):
        assert [one.case_id for one in untold(FROM)] == [reads[1]]


@pytest.mark.slow
@pytest.mark.parametrize("way", ["none", "no_address"])
def test_who_does_not_read_or_has_no_address_is_told_by_a_call(officer, system, way):
    # given a client whom writing does not reach
    written = "none" if way == "none" else "ar"
    person, case = opened(
        officer,
        on=TODAY,
        languages=[LanguageEntry(use="written", language=written)],
        contact_details=[ContactEntry(kind="email", value="x@esimerkki.invalid")] if way == "none" else [],
    )
    with acting_as(officer, on=TODAY):
        record_period(person_id=person, period=SEARCH)
    night(system, FROM)
    with acting_as(officer, on=FROM):
        # then calling is a task until it is done
        assert not Letter.objects.filter(template="responsible_changed").exists()
        (task,) = untold(FROM)
        assert (task.case_id, task.name) == (case, "Rana Haddad")
        record_told(responsibility_id=task.id, way="telephone", on=FROM)
        assert untold(FROM) == ()


def test_an_accepted_hand_over_acknowledges_it_before_or_after_the_day(officer, system, turku, reads):
    packet = sent(officer, reads[1], a_packet(codes.EMPLOYMENT, title="Siirto"))
    with acting_as(officer, on=TODAY):
        record_period(person_id=reads[0], period=SEARCH)
    night(system, FROM)
    with acting_as(officer, on=FROM):
        assert Responsibility.objects.get().acknowledged_on is None
    with acting_as(turku, on=FROM):
        answer_packet(packet_id=packet, answer="accepted")
    with acting_as(officer, on=FROM):
        assert Responsibility.objects.get().acknowledged_by == "Tuula Turku"


def test_when_job_search_ends_the_municipality_answers_again_and_the_employment_authority_reads_its_own_days(
    officer, system, turku, reads
):
    with acting_as(officer, on=TODAY):
        period = record_period(person_id=reads[0], period=SEARCH)
        grant_case(case_id=reads[1], organisation="turku", scope="employment_authority", reason="Vastaa.")
    night(system, FROM)
    with acting_as(turku, on=FROM):
        assert Clock.objects.exists()
    with acting_as(officer, on=date(2027, 1, 15)):
        end_period(person_id=reads[0], period_id=period, last_day=date(2027, 1, 14))
        rows = Responsibility.objects.order_by("from_day").values_list("from_day", "authority")
        assert list(rows) == [(FROM, "employment_authority"), (date(2027, 1, 15), "municipality")]
        acknowledge_responsibility(
            responsibility_id=Responsibility.objects.get(authority="municipality").pk,
            whom="Aino",
            on=date(2027, 1, 15),
        )
        add_note(case_id=reads[1], text="Palattuaan.")
        # the authority whose responsibility ended keeps what was there on its last day, and loses the rest
        ended, kept = CaseGrant.objects.order_by("pk")
        assert (ended.ended_by_name != "", kept.scope, kept.rows_until) == (
            True,
            "former_unit",
            date(2027, 1, 14),
        )
    with acting_as(turku, on=date(2027, 1, 15)):
        assert Case.objects.filter(pk=reads[1]).exists()
        assert Event.objects.exists()
        assert not Event.objects.filter(text="Palattuaan.").exists()
        assert not Clock.objects.exists()
