"""A weekly series: booked whole or not at all, told in one message, and cancelled from any of its times on."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.cast import TODAY

from kotopolku.appointments import actions, queries
from kotopolku.appointments.models import Appointment
from kotopolku.appointments.tests.conftest import asked, at
from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Invalid, Stale
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.cases.queries import case_view
from kotopolku.letters.models import Letter
from kotopolku.people.actions import set_contact_details
from kotopolku.people.entries import ContactEntry

WEDNESDAY, FRIDAY = TODAY + timedelta(days=1), TODAY + timedelta(days=3)


@pytest.fixture
def reached(officer, case):
    """The client has an e-mail address."""
    with acting_as(officer, on=TODAY):
        person = case_view(case).person_id
        set_contact_details(
            person_id=person, entries=[ContactEntry(kind="email", value="a@esimerkki.invalid")]
        )
    return case


def days():
    rows = Appointment.objects.order_by("starts_at")
    return [
        (one.starts_at.astimezone(HELSINKI).date(), one.starts_at.astimezone(HELSINKI).hour) for one in rows
    ]


def test_six_weeks_are_booked_in_one_act_and_told_in_one_message(officer, reached):
    with acting_as(officer, on=TODAY):
        first = actions.book_series(
            entry=asked(officer, case_id=reached, starts_at=at(10, day=WEDNESDAY)), times=6
        )
        assert days() == [(WEDNESDAY + timedelta(weeks=number), 10) for number in range(6)]
        letter = Letter.objects.get()
        assert letter.template == "series_booked_place"
        assert letter.body.count("2026 10.00") == 6
        assert letter.calendar.count("BEGIN:VEVENT") == 6
        view = queries.appointment_view(first)
        assert [one.told for one in queries.of_series(view.series)] == [letter.pk] * 6


def test_a_series_across_the_end_of_summer_time_keeps_its_hour(officer, case):
    with acting_as(officer, on=TODAY):
        actions.book_series(
            entry=asked(officer, case_id=case, starts_at=at(10, day=date(2027, 3, 25)), mode="phone"), times=2
        )
        assert days() == [(date(2027, 3, 25), 10), (date(2027, 4, 1), 10)]


def test_weeks_that_do_not_fit_are_all_named_and_nothing_is_booked(officer, case, reached):
    with acting_as(officer, on=TODAY):
        other = asked(officer, name="Vieras", municipality_id=officer.controllers[0])
        actions.book(entry=replace(other, starts_at=at(10, day=FRIDAY + timedelta(weeks=1))))
        series = asked(officer, case_id=case, starts_at=at(9, 45, day=FRIDAY))
        with pytest.raises(Invalid) as fault:
            actions.book_series(entry=series, times=6)
        said = str(fault.value.message)
        assert fault.value.field == "times"
        assert "4.12.2026" in said
        assert "10.00–10.30" in said
        assert "25.12.2026" in said  # a public holiday
        assert (Appointment.objects.count(), Letter.objects.count()) == (1, 0)
        # or they are left out, and the message names those that are left
        actions.book_series(entry=series, times=6, leave_out=True)
        left = (date(2026, 11, 27), date(2026, 12, 11), date(2026, 12, 18))
        assert [day for day, hour in days() if hour == 9] == list(left)
        assert "4.12.2026" not in Letter.objects.get().body


@pytest.mark.parametrize("times", [0, 21])
def test_how_many_times_has_its_bounds(officer, case, times):
    with acting_as(officer, on=TODAY), pytest.raises(Invalid) as fault:
        actions.book_series(entry=asked(officer, case_id=case), times=times)
    assert fault.value.field == "times"


def test_what_is_wrong_with_every_week_is_said_at_its_own_field(officer, case):
    with acting_as(officer, on=TODAY), pytest.raises(Invalid) as fault:
        actions.book_series(entry=asked(officer, case_id=case, kind="wrong"), times=3, leave_out=True)
    assert fault.value.field == "kind"


def test_the_rest_of_a_series_is_cancelled_in_one_message_and_not_again(officer, reached):
    with acting_as(officer, on=TODAY):
        first = actions.book_series(entry=asked(officer, case_id=reached), times=4)
        rows = queries.of_series(queries.appointment_view(first).series)
        with pytest.raises(Stale):
            actions.cancel_series(appointment_id=rows[1].id, by="us", version=9)
        actions.cancel_series(appointment_id=rows[1].id, by="us", version=1)
        assert [one.state for one in queries.of_series(rows[0].series)] == ["booked", *["cancelled"] * 3]
        letter = Letter.objects.get(template="series_cancelled")
        assert letter.body.count("2026 10.00") == 3
        letters = Letter.objects.count()
        with pytest.raises(Invalid) as fault:
            actions.cancel_series(appointment_id=rows[2].id, by="us", version=2)
        assert "peruttu jo" in str(fault.value.message)
        assert Letter.objects.count() == letters
        # a time that is in no series has no later ones
        alone = actions.book(entry=asked(officer, case_id=reached, starts_at=at(14)))
        with pytest.raises(Invalid):
            actions.cancel_series(appointment_id=alone, by="us", version=1)
        assert queries.appointment_view(alone).state == "booked"


def test_whom_no_message_reaches_is_called_once_for_the_whole_series(officer, case):
    with acting_as(officer, on=TODAY):
        actions.book_series(entry=asked(officer, case_id=case), times=3)
        assert len(queries.to_call(officer.staff_id)) == 1
