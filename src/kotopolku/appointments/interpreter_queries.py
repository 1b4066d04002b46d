"""Tulkit sivuille: who can be asked for a time and why not, its order, and what the holder of a link may know."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext as _

from kotopolku.accounts.staff_languages import speakers_of
from kotopolku.appointments import codes
from kotopolku.appointments.access import appointment_for, bookable, interpreters_of, leaves_of
from kotopolku.appointments.models import Interpreter, InterpreterOrder, InterpreterWish
from kotopolku.appointments.ordering import TOPICS, where
from kotopolku.appointments.queries import AppointmentView
from kotopolku.audit.acting import acting
from kotopolku.audit.digests import digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class InterpreterView:
    """An interpreter or an agency as agreed with them; `wish` is the client's, where a client is asked about."""

    id: int
    name: str
    is_agency: bool
    email: str
    phone: str
    languages: tuple[str, ...]
    dialects: str
    modes: tuple[str, ...]
    gender: str
    hour_price: Decimal | None
    lead_days: int
    late_hours: int
    wish: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderView:
    """An order; `answered_by` is "" for an answer by the link."""

    id: int
    interpreter_id: int
    interpreter: str
    code: str
    state: str
    ordered_on: date
    ordered_by: str
    answered_by: str
    answered_on: date | None
    cancelled_late: bool
    minutes: int | None
    cost: Decimal | None
    funding: str
    quality: str

    @property
    def is_open(self) -> bool:
        """Whether somebody is asked or has promised to come."""
        return self.state in codes.ORDER_OPEN


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkView:
    """What the holder of an answer link is told: nothing about whom the interpreting is for."""

    code: str
    area_id: str
    language: str
    dialect: str
    topic: str
    contact: str
    starts_at: datetime
    ends_at: datetime
    where: str
    state: str


def interpreters(area_id: str) -> tuple[InterpreterView, ...]:
    """Return the interpreters in use, by name."""
    return tuple(_interpreter(row) for row in interpreters_of(area_id))


def interpreters_for(appointment_id: UUID, *, language: str) -> tuple[InterpreterView, ...]:
    """Return who interprets the language: wished first, then by name; those the client does not want are left out."""
    row = appointment_for(appointment_id)
    found = interpreters_of(row.area_id).filter(languages__contains=[language])
    wishes: dict[int, str] = {}
    if row.case is not None:
        known = InterpreterWish.objects.filter(person_id=row.case.person_id)
        wishes = dict(known.values_list("interpreter_id", "wish"))
    views = [_interpreter(one, wish=wishes.get(one.pk, "")) for one in found]
    return tuple(
        sorted((one for one in views if one.wish != codes.NOT_THIS), key=lambda one: one.wish != codes.SAME)
    )


def orders_of(appointment_id: UUID) -> tuple[OrderView, ...]:
    """Return the orders of a time, the newest first."""
    rows = InterpreterOrder.objects.filter(appointment=appointment_id).select_related("interpreter")
    return tuple(
        OrderView(
            id=row.pk,
            interpreter_id=row.interpreter_id,
            interpreter=row.interpreter.name,
            code=row.code,
            state=row.state,
            ordered_on=row.ordered_on,
            ordered_by=row.ordered_by_name,
            answered_by=row.answered_by,
            answered_on=row.answered_on,
            cancelled_late=row.cancelled_late,
            minutes=row.minutes,
            cost=row.cost,
            funding=row.funding,
            quality=row.quality,
        )
        for row in rows.order_by("-pk")
    )


def link_view(secret: str) -> LinkView | None:
    """Return what the holder of a link may know; None for any other link."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM interpreter_order_of(%s)", [digest_of(secret)])
        found = cursor.fetchone()
    if found is None:
        return None
    (
        code,
        area_id,
        language,
        dialect,
        topic,
        contact,
        starts,
        ends,
        mode,
        place,
        room,
        directions,
        link,
        state,
    ) = found
    return LinkView(
        code=code,
        area_id=area_id,
        language=language,
        dialect=dialect,
        topic=_(TOPICS[topic]),
        contact=contact,
        starts_at=starts,
        ends_at=ends,
        where=where(area_id=area_id, mode=mode, place=place, rooms=(room, directions), link=link),
        state=state,
    )


def colleagues_for(view: AppointmentView, *, on: date) -> tuple[tuple[int, str], ...]:
    """Return the colleagues who may interpret a time on their language and the coordinator's leave, by name.

    An assessment, a plan or a review is an official's matter: only those with a leave are offered.
    """
    area_id = acting().actor.area_id or ""
    speak = speakers_of(view.language) if view.language else frozenset()
    meet = {one for one, _name in view.workers}
    may = speak - meet
    if view.kind in codes.OFFICIAL:
        may &= {one.staff_id for one in leaves_of(area_id)}
    return tuple((one, name) for one, name in bookable(area_id, on=on).items() if one in may)


def leaves() -> tuple[tuple[int, str, date], ...]:
    """Return who may interpret other officials' assessments and plans, and since when, by name."""
    return tuple(
        (row.staff_id, row.staff.name, row.given_on) for row in leaves_of(acting().actor.area_id or "")
    )


def remote_will_do(view: AppointmentView) -> bool:
    """Whether a short meeting at an office could as well be interpreted by telephone or video."""
    return view.mode == codes.AT_PLACE and view.minutes <= codes.SHORT_MINUTES


def too_soon(view: InterpreterView, *, day: date) -> bool:
    """Whether the interpreter wants to know earlier than today about a time of the day."""
    return (day - acting().on).days < view.lead_days


def _interpreter(row: Interpreter, *, wish: str = "") -> InterpreterView:
    return InterpreterView(
        id=row.pk,
        name=row.name,
        is_agency=row.is_agency,
        email=row.email,
        phone=row.phone,
        languages=tuple(row.languages),
        dialects=row.dialects,
        modes=tuple(row.modes),
        gender=row.gender,
        hour_price=row.hour_price,
        lead_days=row.lead_days,
        late_hours=row.late_hours,
        wish=wish,
    )
