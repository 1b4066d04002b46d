"""Who books the same worker at the same instant: real connections, real commits, and one time is made."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection
from tests.cast import CAST, TODAY

from kotopolku.appointments import actions
from kotopolku.appointments.models import Appointment
from kotopolku.appointments.tests.conftest import asked
from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Invalid

AT_ONCE = 4


@pytest.mark.slow
def test_of_bookings_at_the_same_instant_one_is_made_and_the_others_are_told(own_database, office):
    # given workers with connections of their own
    officer, other = CAST["officer"](), CAST["colleague"]()
    start = Barrier(AT_ONCE)

    def work(number):
        try:
            entry = asked(
                officer,
                name="Vieras",
                municipality_id=officer.controllers[0],
                workers=(officer.staff_id, other.staff_id)
                if number % 2
                else (other.staff_id, officer.staff_id),
                room_id=office.pk,
            )
            start.wait()
            with acting_as(officer, on=TODAY):
                return actions.book(entry=entry)
        except Invalid as fault:
            return fault.field
        finally:
            connection.close()

    # when all book at once
    with ThreadPoolExecutor(AT_ONCE) as pool:
        answers = list(pool.map(work, range(AT_ONCE)))
    # then one has the time, and the others learned who or what is taken
    with acting_as(officer, on=TODAY):
        made = Appointment.objects.values_list("pk", flat=True)
        assert [one for one in answers if one not in {"workers", "room"}] == list(made)
        assert len(made) == 1
