"""A time is booked, moved, given and cancelled; nobody and no room is booked twice, and why is said."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from tests.cast import TODAY

from kotopolku.appointments import actions, queries
from kotopolku.appointments.models import Appointment, AppointmentWorker
from kotopolku.appointments.tests.conftest import OFFICE, THURSDAY, asked, at
from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.errors import Invalid, NotFound, Stale
from kotopolku.cases.queries import timeline
from kotopolku.people.actions import set_non_disclosure


def refused(act) -> Invalid:
    with pytest.raises(Invalid) as fault:
        act()
    return fault.value


def test_a_time_stands_in_the_workers_week_on_the_timeline_and_lasts_double_with_an_interpreter(
    officer, colleague, case, office
):
    with acting_as(officer, on=TODAY):
        made = actions.book(
            entry=asked(
                officer,
                case_id=case,
                kind="plan_20",
                interpreted=True,
                language="ar",
                room_id=office.pk,
                workers=(officer.staff_id, colleague.staff_id),
            )
        )
        (mine,) = queries.week_of(officer.staff_id, first=TODAY)
        assert (mine.id, mine.minutes, mine.room) == (made, 120, "Huone 3")
        assert [name for _id, name in mine.workers] == [officer.name, colleague.name]
        assert queries.week_of(colleague.staff_id, first=TODAY)[0].id == made
        assert queries.week_of(officer.staff_id, first=TODAY + timedelta(days=7)) == ()
        assert "appointment_booked" in [one.code for one in timeline(case).events]


def test_a_worker_booked_twice_is_told_by_whom_and_when_all_are_free(officer, colleague, case):
    with acting_as(officer, on=TODAY):
        actions.book(entry=asked(officer, case_id=case, minutes=60))
        second = asked(officer, name="Vieras", municipality_id=officer.controllers[0], starts_at=at(10, 30))
        fault = refused(lambda: actions.book(entry=second))
        assert fault.field == "workers"
        assert "10.00–11.00" in str(fault.message)
        assert str(fault.message).endswith("klo 11.00.")
        # and one may begin when the other ends, or be with somebody else
        actions.book(entry=replace(second, starts_at=at(11)))
        actions.book(entry=replace(second, workers=(colleague.staff_id,)))
        assert Appointment.objects.count() == 3


def test_a_room_is_not_booked_twice(officer, colleague, case, office):
    with acting_as(officer, on=TODAY):
        first = asked(officer, case_id=case, room_id=office.pk)
        actions.book(entry=first)
        fault = refused(lambda: actions.book(entry=replace(first, workers=(colleague.staff_id,))))
        assert (fault.field, "Huone 3" in str(fault.message)) == ("room", True)


def test_the_database_itself_refuses_a_worker_twice_and_a_time_beside_its_appointment(officer, case):
    with acting_as(officer, on=TODAY):
        row = Appointment.objects.get(pk=actions.book(entry=asked(officer, case_id=case)))
        with pytest.raises(IntegrityError, match="appointment_worker_same_time"), transaction.atomic():
            AppointmentWorker.objects.filter(appointment=row).update(starts_at=at(9))
        other = Appointment.objects.get(pk=actions.book(entry=asked(officer, case_id=case, starts_at=at(12))))
        with pytest.raises(IntegrityError, match="staff_id_once"), transaction.atomic():
            Appointment.objects.filter(pk=other.pk).update(starts_at=at(10), ends_at=at(11))


@pytest.mark.parametrize(
    ("starts_at", "words"),
    [
        (at(10, day=TODAY - timedelta(days=1)), "mennyt"),
        (at(10, day=date(2027, 1, 6)), "pyhäpäivä"),
        (at(16), "9.00–15.00"),
        (at(14, 45), "9.00–15.00"),
        (at(10, day=date(2026, 11, 28)), "viikonpäivänä"),
    ],
)
def test_why_nobody_can_meet_then_is_said(officer, case, starts_at, words):
    with acting_as(officer, on=TODAY):
        fault = refused(lambda: actions.book(entry=asked(officer, case_id=case, starts_at=starts_at)))
        assert fault.field == "clock"
        assert words in str(fault.message)


def test_what_was_agreed_may_lie_outside_the_hours_but_not_in_the_past(officer, case):
    with acting_as(officer, on=TODAY):
        assert actions.book(entry=asked(officer, case_id=case, starts_at=at(17), outside=True))
        past = asked(officer, case_id=case, starts_at=at(17, day=TODAY - timedelta(days=1)), outside=True)
        assert refused(lambda: actions.book(entry=past)).field == "clock"


def test_a_moved_time_frees_the_old_one_and_a_refused_move_changes_nothing(officer, case):
    with acting_as(officer, on=TODAY):
        made = actions.book(entry=asked(officer, case_id=case))
        actions.book(entry=asked(officer, case_id=case, starts_at=at(12)))
        fault = refused(lambda: actions.move(appointment_id=made, starts_at=at(12, 15), version=1))
        assert fault.field == "workers"
        assert queries.appointment_view(made).starts_at == at(10)
        actions.move(appointment_id=made, starts_at=at(13), version=1)
        with pytest.raises(Stale):
            actions.move(appointment_id=made, starts_at=at(14), version=1)
        assert actions.book(entry=asked(officer, case_id=case))


def test_a_time_is_given_to_a_colleague_who_is_free(officer, colleague, case):
    with acting_as(officer, on=TODAY):
        made = actions.book(entry=asked(officer, case_id=case))
        actions.give(appointment_id=made, to_staff_id=colleague.staff_id, version=1)
        assert queries.appointment_view(made).workers == ((colleague.staff_id, colleague.name),)
        second = actions.book(entry=asked(officer, case_id=case))
        fault = refused(
            lambda: actions.give(appointment_id=second, to_staff_id=colleague.staff_id, version=1)
        )
        assert colleague.name in str(fault.message)
        assert queries.appointment_view(second).workers[0][0] == officer.staff_id


def test_a_cancelled_time_is_free_and_cancelled_once(officer, case):
    with acting_as(officer, on=TODAY):
        made = actions.book(entry=asked(officer, case_id=case))
        actions.cancel(appointment_id=made, by="client", version=1)
        assert queries.week_of(officer.staff_id, first=TODAY) == ()
        fault = refused(lambda: actions.cancel(appointment_id=made, by="us", version=2))
        assert "peruttu jo" in str(fault.message)
        assert actions.book(entry=asked(officer, case_id=case))


def test_whether_the_client_came_is_recorded_when_the_time_has_begun(officer, case):
    with acting_as(officer, on=TODAY):
        made = actions.book(entry=asked(officer, case_id=case))
        assert (
            refused(lambda: actions.record_attendance(appointment_id=made, came=False, version=1)).field
            == "came"
        )
    with acting_as(officer, on=THURSDAY + timedelta(days=1)):
        actions.record_attendance(appointment_id=made, came=False, version=1)
        assert queries.appointment_view(made).state == "no_show"


def test_only_the_desk_of_the_clients_own_municipality_sees_a_time(
    officer, neighbour, stranger, county_worker, case
):
    with acting_as(officer, on=TODAY):
        made = actions.book(entry=asked(officer, case_id=case))
    for outsider in (neighbour, stranger):
        with acting_as(outsider, on=TODAY):
            assert queries.week_of(officer.staff_id, first=TODAY) == ()
            with pytest.raises(NotFound):
                actions.cancel(appointment_id=made, by="us", version=1)
    with acting_as(county_worker, on=TODAY), pytest.raises(NotPermitted):
        actions.cancel(appointment_id=made, by="us", version=1)


def test_where_a_protected_client_is_met_is_shown_to_who_meets_them(officer, colleague, case, office):
    with acting_as(officer, on=TODAY):
        made = actions.book(entry=asked(officer, case_id=case, room_id=office.pk))
        person = queries.appointment_view(made).client.id
        set_non_disclosure(person_id=person, in_force=True)
        assert queries.appointment_view(made).place == OFFICE
    with acting_as(colleague, on=TODAY):
        seen = queries.appointment_view(made)
        assert (seen.place, seen.room, seen.place_hidden) == ("", "", True)
        assert queries.day_of(day=THURSDAY, place=OFFICE) == ()
