"""The demo's missed time: a client who was told about the fee stayed away, was called and has answered (32 a §).

What is left is for an official: nobody has entered the sum in force, so none can be decided before a coordinator does.
"""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from uuid import UUID

from kotopolku.appointments.actions import (
    book,
    close_interpreting,
    order_interpreter,
    record_attendance,
    record_interpreter_answer,
)
from kotopolku.appointments.entries import BookingEntry, OrderEntry
from kotopolku.appointments.interpreter_queries import interpreters
from kotopolku.appointments.queries import appointment_view
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.cases.queries import case_of_person, case_view
from kotopolku.fees.actions import hear_about_fee, record_fee_answer, tell_fee
from kotopolku.fees.codes import CALL
from kotopolku.people.queries import person_card

LANGUAGE = "ar"
#: Days before today: how long ago the time was, and how long before it the time was booked.
AGO, BOOKED_BEFORE = 14, 7


def miss_a_time(persons: Iterable[UUID], *, actors: Mapping[str, Actor], on: date) -> None:
    """Let one client of Aino's, grown up and long since with a case, miss an interpreted call two weeks ago."""
    aino = actors["aino"]
    for person in persons:
        if not _fits(aino, person, on=on):
            continue
        for ago in range(AGO, AGO + 5):
            day = on - timedelta(days=ago)
            try:
                made = _booked(aino, person, day)
            except (Invalid, NotFound):  # a weekend, a child, or a client whose matters have ended
                continue
            _missed(aino, *made, day=day)
            return


def _fits(aino: Actor, person: UUID, *, on: date) -> bool:
    """Whether the client speaks the language with an interpreter and had a case before the time was booked."""
    with acting_as(aino, on=on):
        try:
            found = case_of_person(person)
            case = case_view(found) if found else None
            spoken = person_card(person).language("interpreting")
        except NotFound:  # somebody else's client
            return False
    begun = on - timedelta(days=AGO + 5 + BOOKED_BEFORE)
    return case is not None and case.closed_on is None and case.opened_on <= begun and spoken == LANGUAGE


def _booked(aino: Actor, person: UUID, day: date) -> tuple[UUID, int]:
    """Book an interpreted call, order the interpreter and tell about the fee; return the time and the order."""
    with acting_as(aino, on=day - timedelta(days=BOOKED_BEFORE)):
        who = next(one for one in interpreters(aino.area_id or "") if LANGUAGE in one.languages)
        asks = BookingEntry(
            case_id=case_of_person(person), kind="guidance_10", mode="phone", language=LANGUAGE, interpreted=True,
            starts_at=datetime.combine(day, time(10), tzinfo=HELSINKI), workers=(aino.staff_id or 0,),
        )  # fmt: skip
        made = book(entry=asks)
        order = order_interpreter(
            appointment_id=made, entry=OrderEntry(interpreter_id=who.id, language=LANGUAGE)
        )
        tell_fee(appointment_id=made, understood=True)
        record_interpreter_answer(order_id=order, comes=True)
    return made, order


def _missed(aino: Actor, made: UUID, order: int, *, day: date) -> None:
    """Record that nobody came, ask the client by a call, and write the answer down three days later."""
    after = day + timedelta(days=1)
    with acting_as(aino, on=after):
        record_attendance(appointment_id=made, came=False, version=appointment_view(made).version)
        close_interpreting(order_id=order, how="done", minutes=60, cost=Decimal("62.40"))
        hear_about_fee(appointment_id=made, way=CALL, language=LANGUAGE, answer_by=after + timedelta(days=14))
    with acting_as(aino, on=after + timedelta(days=3)):
        answer = "Bussi oli myöhässä, ja puhelimesta oli akku loppu."
        record_fee_answer(appointment_id=made, answer=answer, version=1)
