"""The roster: who is where with which languages; and outreach days, from somebody's wish to their public notice."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from django.db import connection
from tests.cast import TODAY

from kotopolku.accounts.absences import record_absence
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ANYBODY
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.letters.models import Letter
from kotopolku.line.queries import spoken_today
from kotopolku.line.tests.conftest import OFFICE, OTHER, call, line_open, speaks, take  # noqa: F401
from kotopolku.roster import actions, queries
from kotopolku.roster.entries import DayEntry, RequestEntry
from kotopolku.roster.models import OutreachRequest

pytestmark = pytest.mark.usefixtures("line_open")
MONDAY = TODAY - timedelta(days=TODAY.weekday())


def shift(actor, place=OFFICE, **when):
    when = when or {"weekday": TODAY.weekday()}
    with acting_as(actor, on=TODAY):
        return actions.plan_shift(
            staff_id=actor.staff_id, place=place, opens=time(9), closes=time(15), **when
        )


def spoken(area, office=OFFICE):
    with acting_as(ANYBODY, on=TODAY):
        return spoken_today(area.id, on=TODAY, office=office)


def test_a_weekly_shift_tells_who_is_where_until_it_is_ended(area, officer, colleague):
    speaks(officer, "ar")
    row = shift(officer)
    shift(colleague, OTHER, day=TODAY + timedelta(days=1))
    with acting_as(officer, on=TODAY):
        days = queries.week(area.id, monday=MONDAY)
        seen = [(day, one.place, one.name, one.counsel) for day, here in days for one in here]
        assert seen == [
            (TODAY, OFFICE, officer.name, ("ar",)),
            (TODAY + timedelta(days=1), OTHER, colleague.name, ()),
        ]
    with acting_as(officer, on=TODAY + timedelta(days=7)):
        actions.end_shift(shift_id=row.pk)
        next_week = queries.week(area.id, monday=MONDAY + timedelta(days=7))
    assert not any(here for _day, here in next_week)
    with acting_as(officer, on=TODAY):
        assert queries.week(area.id, monday=MONDAY)[TODAY.weekday()][1], "what was is kept"


def test_only_a_coordinator_plans_for_others(officer, colleague, coordinator):
    with acting_as(officer, on=TODAY), pytest.raises(NotFound):
        actions.plan_shift(
            staff_id=colleague.staff_id, place=OFFICE, opens=time(9), closes=time(15), weekday=0
        )
    with acting_as(coordinator, on=TODAY):
        row = actions.plan_shift(
            staff_id=colleague.staff_id, place=OFFICE, opens=time(9), closes=time(15), weekday=0
        )
    with acting_as(officer, on=TODAY), pytest.raises(NotFound):
        actions.end_shift(shift_id=row.pk)


@pytest.mark.parametrize(
    ("field", "wrong"),
    [
        ("place", {"place": "nowhere"}),
        ("closes", {"closes": time(9)}),
        ("weekday", {"weekday": None}),
        ("weekday", {"day": TODAY}),
        ("day", {"weekday": None, "day": TODAY - timedelta(days=1)}),
    ],
)
def test_a_shift_that_cannot_be_is_refused(officer, field, wrong):
    good = {"place": OFFICE, "opens": time(9), "closes": time(15), "weekday": 1}
    with acting_as(officer, on=TODAY), pytest.raises(Invalid) as fault:
        actions.plan_shift(staff_id=officer.staff_id, **good | wrong)
    assert fault.value.field == field


def test_what_is_spoken_today_and_who_is_called_follow_the_roster(area, officer, colleague):
    speaks(officer, "so")
    speaks(colleague, "ar")
    # given no roster, everybody counts
    assert spoken(area) == spoken(area, OTHER) == ("ar", "fi", "fi-x-selko", "so")
    # when the roster says who is where
    shift(officer, OFFICE), shift(colleague, OTHER)
    assert spoken(area) == ("fi", "fi-x-selko", "so")
    assert spoken(area, "") == ("ar", "fi", "fi-x-selko", "so")
    # then Arabic at the door of the first office waits for nobody who is elsewhere, but a call from afar does
    arabic = take(area, language="ar")
    afar = take(area, office="", channel="email", language="ar")
    assert call(officer).pk == arabic.pk
    assert call(colleague, OTHER).pk == afar.pk
    # and who is away speaks nothing today
    with acting_as(colleague, on=TODAY):
        record_absence(
            staff_id=colleague.staff_id, stand_in_id=officer.staff_id, first_day=TODAY, last_day=TODAY
        )
    assert spoken(area, OTHER) == ("fi", "fi-x-selko")


def asked(area, **changed):
    entry = RequestEntry(
        municipality_id=area.municipalities[0].id,
        sender_kind="school",
        organisation="Vaisaaren koulu",
        sender="Riitta Rehtori, rehtori",
        email="riitta@koulu.example",
        wished="tiistait",
        languages=("ar",),
        people=20,
    )
    with acting_as(ANYBODY, on=TODAY):
        return actions.ask_for_outreach(area_id=area.id, entry=replace(entry, **changed))


def day_of(area, **changed):
    entry = DayEntry(
        municipality_id=area.municipalities[0].id, where="Vaisaaren koulu, kirjasto",
        day=TODAY + timedelta(days=7), opens=time(12), closes=time(15), languages=("ar", "en"),
    )  # fmt: skip
    return replace(entry, **changed)


def test_a_wish_becomes_a_day_with_public_notice_and_its_sender_is_told(area, officer):
    row = asked(area)
    with acting_as(officer, on=TODAY):
        assert [one.organisation for one in queries.requests_waiting(area.id)] == ["Vaisaaren koulu"]
        day = actions.accept_outreach(request_id=row.pk, entry=day_of(area), answer="Tuomme esitteet.")
        with pytest.raises(NotFound):
            actions.accept_outreach(request_id=row.pk, entry=day_of(area))
    with acting_as(ANYBODY, on=TODAY):
        (seen,) = queries.outreach_days(area.id, first=TODAY)
    assert (seen.where, seen.asked_by, seen.languages) == (
        "Vaisaaren koulu, kirjasto", "Vaisaaren koulu", ("ar", "en"),
    )  # fmt: skip
    with acting_as(officer, on=TODAY):
        letter = Letter.objects.get(template="outreach_accepted")
        assert letter.address == "riitta@koulu.example"
        assert "1.12.2026" in letter.body
        actions.cancel_outreach(day_id=day.pk)
        assert queries.outreach_days(area.id, first=TODAY) == ()


def test_a_no_needs_its_reason_and_writes_it(area, officer):
    row = asked(area)
    with acting_as(officer, on=TODAY):
        with pytest.raises(Invalid, match="answer"):
            actions.decline_outreach(request_id=row.pk, answer=" ")
        actions.decline_outreach(request_id=row.pk, answer="Viikko on täynnä.")
        assert queries.requests_waiting(area.id) == ()
        assert "Viikko on täynnä." in Letter.objects.get(template="outreach_declined").body


@pytest.mark.parametrize(
    ("language", "subject"), [("ar", "طلبكم ليوم استشارة"), ("fi", "Pyyntönne neuvontapäivästä")]
)
def test_the_answer_is_in_the_language_of_the_wish(area, officer, language, subject):
    row = asked(area, language=language)
    with acting_as(officer, on=TODAY):
        actions.decline_outreach(request_id=row.pk, answer="Viikko on täynnä.")
        letter = Letter.objects.get(template="outreach_declined")
        assert (letter.language, letter.subject) == (language, subject)


def test_a_wish_in_no_language_of_ours_is_refused(area):
    with pytest.raises(Invalid, match="language"):
        asked(area, language="xx")


def test_who_wrote_is_seen_by_those_who_answer_and_erased_after_ninety_days(area, officer, stranger, system):
    row = asked(area)
    with acting_as(officer, on=TODAY):
        actions.decline_outreach(request_id=row.pk, answer="Ei nyt.")
    for nobody in (ANYBODY, stranger):
        with acting_as(nobody, on=TODAY), connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM outreach_request")
            assert cursor.fetchone() == (0,)
    for days, left in ((90, 1), (91, 0)):
        with acting_as(system, on=TODAY + timedelta(days=days)):
            actions.forget_requests(area_id=area.id)
            assert OutreachRequest.objects.count() == left


@pytest.mark.parametrize(
    ("field", "wrong"),
    [("sender_kind", {"sender_kind": "shop"}), ("municipality_id", {"municipality_id": 0}),
     ("languages", {"languages": ("klingon",)})],
)  # fmt: skip
def test_a_wish_that_cannot_be_is_refused(area, field, wrong):
    with pytest.raises(Invalid) as fault:
        asked(area, **wrong)
    assert fault.value.field == field


def test_a_day_that_is_over_or_ends_before_it_begins_is_refused(area, officer):
    with acting_as(officer, on=TODAY):
        for field, wrong in (("day", {"day": date(2026, 11, 1)}), ("closes", {"closes": time(11)})):
            with pytest.raises(Invalid) as fault:
                actions.announce_outreach(entry=day_of(area, **wrong))
            assert fault.value.field == field
