"""How a client is told about the fee, stays away, and the interpreter comes for nothing (tests of all packages)."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from tests.cast import TODAY

from kotopolku.appointments.actions import (
    add_interpreter,
    book,
    close_interpreting,
    order_interpreter,
    record_attendance,
    record_interpreter_answer,
)
from kotopolku.appointments.entries import BookingEntry, InterpreterEntry, OrderEntry
from kotopolku.appointments.queries import appointment_view
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.fees.actions import tell_fee
from kotopolku.fees.entries import AmountEntry, FeeEntry
from kotopolku.plans.tests.stories import opened

#: The day of booking, the booked day, and a day on which the time to answer is over.
BOOKED = TODAY
MISSED = TODAY + timedelta(days=2)
LATER = MISSED + timedelta(days=20)
ENTRY = FeeEntry(
    number="RAI/901/2026",
    reasons="Aikaa ei peruttu eikä syytä poissaoloon kerrottu.",
    authority="Raision kaupunki, kotoutumispalvelut",
    address="PL 100, 21201 Raisio",
    contact="Aino Kettunen, 02 434 3111",
    amount=Decimal("50.00"),
    due_on=LATER + timedelta(days=20),
)
SUM = AmountEntry(
    valid_from=date(2026, 1, 1), valid_to=date(2026, 12, 31), amount=Decimal("58.00"), source="Asetus 1/2025"
)


@dataclass(frozen=True, kw_only=True)
class Time:
    """A booked time with an interpreter."""

    id: UUID
    case: UUID
    person: UUID
    order: int


def a_time(
    actor: Actor, *, kind: str = "plan_20", language: str = "ar", hour: int = 10, **client: Any
) -> Time:
    """Book an interpreted call for a new client, and order the interpreter."""
    person, case = opened(actor, on=BOOKED, **{"periods": [], **client})
    return for_client(actor, person, case, kind=kind, language=language, hour=hour)


def for_client(
    actor: Actor,
    person: UUID,
    case: UUID,
    *,
    kind: str = "plan_20",
    language: str = "ar",
    hour: int = 10,
    booked: date = BOOKED,
) -> Time:
    """Do the same for a client who has a case, two days after the booking."""
    day = booked + timedelta(days=2)
    with acting_as(actor, on=booked):
        asks = BookingEntry(
            kind=kind,
            mode="phone",
            case_id=case,
            language=language,
            interpreted=True,
            starts_at=datetime(day.year, day.month, day.day, hour, tzinfo=HELSINKI),
            workers=(actor.staff_id or 0,),
        )
        made = book(entry=asks)
        interpreter = add_interpreter(
            entry=InterpreterEntry(name="Tuula Tulkki", email="t@example.org", languages=(language,))
        )
        order = order_interpreter(
            appointment_id=made, entry=OrderEntry(interpreter_id=interpreter, language=language)
        )
    return Time(id=made, case=case, person=person, order=order)


def stayed_away(
    actor: Actor, time: Time, *, told: bool = True, cost: str | None = "64.50", booked: date = BOOKED
) -> Time:
    """Tell about the fee at booking; then nobody comes but the interpreter."""
    with acting_as(actor, on=booked):
        if told:
            tell_fee(appointment_id=time.id, understood=True)
        record_interpreter_answer(order_id=time.order, comes=True)
    with acting_as(actor, on=booked + timedelta(days=3)):
        record_attendance(appointment_id=time.id, came=False, version=appointment_view(time.id).version)
        if cost is not None:
            close_interpreting(order_id=time.order, how="done", minutes=60, cost=Decimal(cost))
    return time
