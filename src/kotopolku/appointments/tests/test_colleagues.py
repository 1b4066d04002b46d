"""A colleague as interpreter, and what interpreting comes to."""

from datetime import timedelta
from decimal import Decimal

import pytest
from tests.cast import TODAY

from kotopolku.accounts.staff_languages import KnownLanguage, set_staff_languages
from kotopolku.appointments import actions
from kotopolku.appointments.entries import InterpreterEntry, OrderEntry
from kotopolku.appointments.interpreter_costs import interpreting_of
from kotopolku.appointments.interpreter_queries import colleagues_for
from kotopolku.appointments.models import AppointmentWorker
from kotopolku.appointments.queries import appointment_view
from kotopolku.appointments.tests.conftest import asked, at
from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.errors import Invalid
from kotopolku.people.actions import set_non_disclosure

ARABIC = KnownLanguage(language="ar", speaks=True, reads=True, writes=True, for_counsel=True)


@pytest.fixture
def speaks(colleague, coordinator):
    """The colleague speaks Arabic well enough for counsel."""
    with acting_as(coordinator, on=TODAY):
        set_staff_languages(staff_id=colleague.staff_id, languages=[ARABIC])
    return colleague


def booked(officer, case, **changed):
    return actions.book(entry=asked(officer, case_id=case, language="ar", **changed))


def test_a_colleague_interprets_guidance_and_is_taken_then(officer, speaks, case):
    with acting_as(officer, on=TODAY):
        made = booked(officer, case)
        assert colleagues_for(appointment_view(made), on=TODAY) == ((speaks.staff_id, speaks.name),)
        actions.interpret_by_colleague(appointment_id=made, staff_id=speaks.staff_id)
        view = appointment_view(made)
        assert view.interpreting == (speaks.staff_id, speaks.name)
        assert view.interpreted
        with pytest.raises(Invalid, match="workers"):
            actions.book(entry=asked(speaks, case_id=case))
        actions.release_colleague(appointment_id=made)
        assert appointment_view(made).interpreting is None
        actions.book(entry=asked(speaks, case_id=case))


@pytest.mark.parametrize("kind", ["assessment_14", "plan_20", "review_22"])
def test_an_officials_matter_asks_for_the_coordinators_leave(officer, speaks, coordinator, case, kind):
    with acting_as(officer, on=TODAY):
        made = booked(officer, case, kind=kind)
        assert colleagues_for(appointment_view(made), on=TODAY) == ()
        with pytest.raises(Invalid, match="colleague"):
            actions.interpret_by_colleague(appointment_id=made, staff_id=speaks.staff_id)
        with pytest.raises(NotPermitted):
            actions.allow_colleague(staff_id=speaks.staff_id)
    with acting_as(coordinator, on=TODAY):
        actions.allow_colleague(staff_id=speaks.staff_id)
        with pytest.raises(Invalid, match="staff"):
            actions.allow_colleague(staff_id=speaks.staff_id)
    with acting_as(officer, on=TODAY):
        actions.interpret_by_colleague(appointment_id=made, staff_id=speaks.staff_id)
        other = booked(officer, case, kind=kind, starts_at=at(13))
    with acting_as(coordinator, on=TODAY):
        actions.end_leave(staff_id=speaks.staff_id)
    with acting_as(officer, on=TODAY):
        assert appointment_view(made).interpreting is not None, "what was agreed on stays"
        with pytest.raises(Invalid, match="colleague"):
            actions.interpret_by_colleague(appointment_id=other, staff_id=speaks.staff_id)


def test_who_meets_the_client_or_lacks_the_language_does_not_interpret(officer, colleague, case):
    with acting_as(officer, on=TODAY):
        made = booked(officer, case)
        with pytest.raises(Invalid, match="colleague"):
            actions.interpret_by_colleague(appointment_id=made, staff_id=officer.staff_id)
        with pytest.raises(Invalid, match="colleague"):
            actions.interpret_by_colleague(appointment_id=made, staff_id=colleague.staff_id)


def test_a_time_is_given_without_its_interpreter_and_never_to_one_without_the_language(
    officer, speaks, coordinator, case
):
    with acting_as(officer, on=TODAY):
        made = booked(officer, case)
        actions.interpret_by_colleague(appointment_id=made, staff_id=speaks.staff_id)
        version = appointment_view(made).version
        with pytest.raises(Invalid, match="colleague"):
            actions.give(
                appointment_id=made,
                to_staff_id=coordinator.staff_id,
                from_staff_id=speaks.staff_id,
                version=version,
            )
        actions.give(appointment_id=made, to_staff_id=coordinator.staff_id, version=version)
        roles = dict(AppointmentWorker.objects.filter(appointment=made).values_list("staff_id", "interprets"))
        assert roles == {coordinator.staff_id: False, speaks.staff_id: True}


def test_no_interpreter_is_ordered_beside_a_colleague(officer, speaks, case):
    with acting_as(officer, on=TODAY):
        made = booked(officer, case)
        actions.interpret_by_colleague(appointment_id=made, staff_id=speaks.staff_id)
        agency = actions.add_interpreter(
            entry=InterpreterEntry(name="Tulkit", email="t@example.org", languages=("ar",), is_agency=True)
        )
        with pytest.raises(Invalid) as refused:
            actions.order_interpreter(
                appointment_id=made, entry=OrderEntry(interpreter_id=agency, language="ar")
            )
        assert "Kollega tulkkaa" in str(refused.value.message)


def interpreted(officer, case, *, hour, **closing):
    """Order an agency for a time of the day before, which went as said."""
    with acting_as(officer, on=TODAY):
        made = booked(officer, case, starts_at=at(hour), kind=closing.pop("kind", "guidance_10"))
        agency = actions.add_interpreter(
            entry=InterpreterEntry(name=f"T{hour}", email="t@example.org", languages=("ar",), is_agency=True)
        )
        order = actions.order_interpreter(
            appointment_id=made, entry=OrderEntry(interpreter_id=agency, language="ar")
        )
        actions.record_interpreter_answer(order_id=order, comes=True)
    with acting_as(officer, on=TODAY + timedelta(days=3)):
        actions.close_interpreting(order_id=order, how="done", **closing)


def test_cost_is_told_by_case_type_payer_and_municipality_and_the_hidden_apart(officer, raisio, case):
    interpreted(officer, case, hour=10, minutes=60, cost=Decimal("80.50"), funding="own", quality="good")
    interpreted(officer, case, hour=12, minutes=30, cost=Decimal("40"), funding="compensated", quality="poor")
    interpreted(officer, case, hour=14, kind="other")
    with acting_as(officer, on=TODAY):
        found = interpreting_of(2026)
        whole = found.whole
        assert (whole.orders, whole.delivered, whole.minutes, whole.cost) == (3, 3, 90, Decimal("120.50"))
        assert (whole.unpriced, whole.poor, whole.remote) == (1, 1, 0)
        assert [(one.key, one.cost) for one in found.kinds] == [
            ("guidance_10", Decimal("120.50")),
            ("other", 0),
        ]
        assert [(one.key, one.orders) for one in found.municipalities] == [(raisio.id, 3)]
        assert [one.key for one in found.fundings] == ["compensated", "own", ""]
        assert interpreting_of(2025).whole.orders == 0
        person = AppointmentWorker.objects.first().appointment.case.person_id
        set_non_disclosure(person_id=person, in_force=True)
    with acting_as(officer, on=TODAY):
        assert [(one.key, one.orders) for one in interpreting_of(2026).municipalities] == [(None, 3)]
