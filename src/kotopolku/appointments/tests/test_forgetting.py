"""What the calendar forgets: a person's times when their data must go, names of light bookings after a month."""

from datetime import timedelta

from tests.cast import TODAY

from kotopolku.appointments import actions
from kotopolku.appointments.entries import InterpreterEntry, OrderEntry
from kotopolku.appointments.models import Appointment, InterpreterOrder
from kotopolku.appointments.tests.conftest import THURSDAY, asked, at
from kotopolku.audit.acting import acting_as
from kotopolku.cases.queries import case_view


def test_a_persons_times_go_with_their_orders_and_others_stay(officer, system, case):
    with acting_as(officer, on=TODAY):
        entry = InterpreterEntry(name="Tuula", email="t@example.org", languages=("ar",))
        made = actions.book(entry=asked(officer, case_id=case, language="ar"))
        order = OrderEntry(interpreter_id=actions.add_interpreter(entry=entry), language="ar")
        actions.order_interpreter(appointment_id=made, entry=order)
        light = actions.book(
            entry=asked(officer, name="Layla", municipality_id=officer.controllers[0], starts_at=at(12))
        )
        person = case_view(case).person_id
    with acting_as(system, on=TODAY):
        actions.erase_appointments(person_id=person)
        assert list(Appointment.objects.values_list("pk", flat=True)) == [light]
        assert not InterpreterOrder.objects.exists()
        # and a name is forgotten a month after the time
        assert actions.forget_names(area_id="raisio") == 0
    with acting_as(system, on=THURSDAY + timedelta(days=31)):
        assert actions.forget_names(area_id="raisio") == 1
        assert Appointment.objects.get().name == ""
