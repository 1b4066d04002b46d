"""What interpreting comes to when a client moves: the earlier municipality's until the registered day."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from tests.cast import TODAY

from kotopolku.appointments import actions
from kotopolku.appointments.entries import InterpreterEntry, OrderEntry
from kotopolku.appointments.interpreter_costs import interpreting_of
from kotopolku.appointments.tests.conftest import asked, at
from kotopolku.audit.acting import acting_as
from kotopolku.handovers.actions import carry_out_moves, register_move
from kotopolku.handovers.models import Move
from kotopolku.plans.tests.stories import planned

MOVES = date(2026, 12, 1)
BEFORE, AFTER = MOVES - timedelta(days=1), MOVES + timedelta(days=2)


def interpreted(actor, case, *, on: date, cost: str) -> None:
    """Book, interpret and price a call of the case on a day."""
    with acting_as(actor, on=on - timedelta(days=1)):
        agency = actions.add_interpreter(
            entry=InterpreterEntry(
                name=f"Tulkit {on}", email="t@example.org", languages=("ar",), is_agency=True
            )
        )
        call = asked(actor, case_id=case, language="ar", mode="phone", place="", starts_at=at(10, day=on))
        order = actions.order_interpreter(
            appointment_id=actions.book(entry=call), entry=OrderEntry(interpreter_id=agency, language="ar")
        )
        actions.record_interpreter_answer(order_id=order, comes=True)
    with acting_as(actor, on=on + timedelta(days=1)):
        actions.close_interpreting(order_id=order, how="done", minutes=30, cost=Decimal(cost), funding="own")


@pytest.mark.slow
def test_interpreting_costs_the_next_municipality_from_the_registered_day(
    officer, neighbour, coordinator, system, raisio, naantali
):
    # given a client of Raisio who moves to Naantali on 1 December, with consent
    person, case, _plan = planned(officer, on=date(2026, 9, 1), ends_on=date(2027, 8, 31))
    with acting_as(officer, on=TODAY):
        register_move(
            case_id=case, to="naantali", registered_on=MOVES, consent=True, consent_on=TODAY,
            consent_how="suullisesti",
        )  # fmt: skip
    # and a call interpreted on the last day in Raisio
    interpreted(officer, case, on=BEFORE, cost="81.50")
    with acting_as(system, on=MOVES):
        assert carry_out_moves() == 1
    # when one is interpreted in Naantali after the registered day
    with acting_as(coordinator, on=MOVES):
        new = Move.objects.get(case__person_id=person).new_case
    interpreted(neighbour, new, on=AFTER, cost="40")
    # then the year tells each municipality its own time and cost, and neither has the other's
    with acting_as(coordinator, on=AFTER):
        towns = interpreting_of(2026).municipalities
        assert {one.key: (one.orders, one.cost) for one in towns} == {
            raisio.id: (1, Decimal("81.50")),
            naantali.id: (1, Decimal("40")),
        }
