"""Tulkin tilaaminen: keep the interpreters, order one in one step, take the answer, cancel, note how it went."""

import secrets
from datetime import timedelta
from decimal import Decimal
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, connection, transaction
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from kotopolku.appointments import codes
from kotopolku.appointments.access import appointment_for, interpreter_for, order_for
from kotopolku.appointments.actions.keeping import refused_by, touched
from kotopolku.appointments.entries import InterpreterEntry, OrderEntry
from kotopolku.appointments.events import tell
from kotopolku.appointments.hours import moment_now
from kotopolku.appointments.models import Appointment, Interpreter, InterpreterOrder, InterpreterWish
from kotopolku.appointments.ordering import write_to
from kotopolku.audit.acting import acting
from kotopolku.audit.action import about, action, touch
from kotopolku.audit.actor import DESK, Role
from kotopolku.audit.digests import digest_of
from kotopolku.audit.errors import Invalid
from kotopolku.letters.actions import notify
from kotopolku.people.cards import person_card


@action(Role.OFFICER, Role.COORDINATOR)
def add_interpreter(*, entry: InterpreterEntry) -> int:
    """Add an interpreter or an agency and return its number. Raises Invalid."""
    if not entry.name.strip():
        raise Invalid(field="name", message=_("Write the name of the interpreter or the agency."))
    if "@" not in entry.email:
        raise Invalid(field="email", message=_("Write the e-mail address to which orders are sent."))
    if not entry.languages:
        raise Invalid(field="languages", message=_("Choose at least one language."))
    row = Interpreter(
        area_id=acting().actor.area_id or "",
        name=entry.name.strip(),
        is_agency=entry.is_agency,
        email=entry.email.strip(),
        phone=entry.phone.strip(),
        languages=list(entry.languages),
        dialects=entry.dialects.strip(),
        modes=list(entry.modes),
        gender=entry.gender,
        hour_price=entry.hour_price,
        lead_days=entry.lead_days,
        late_hours=entry.late_hours,
    )
    row.save(force_insert=True)
    return row.pk


@action(Role.OFFICER, Role.COORDINATOR)
def end_interpreter(*, interpreter_id: int) -> None:
    """Take an interpreter off the list; what was ordered stays. Raises NotFound."""
    row = interpreter_for(interpreter_id, to="change")
    row.ended_on = acting().on
    row.save(update_fields=["ended_on"])


@action(*DESK)
def order_interpreter(*, appointment_id: UUID, entry: OrderEntry) -> int:
    """Order an interpreter for a booked time by an e-mail with a code and a link to answer; return its number.

    Raises Invalid: the interpreter is taken, is not wished for or is the client's family, or somebody is asked already.
    """
    row = appointment_for(appointment_id, to="change")
    if row.state != codes.BOOKED:
        raise Invalid(field="", message=_("The time is not booked any more, so no interpreter is needed."))
    if row.workers.filter(interprets=True).exists():
        raise Invalid(field="", message=_("A colleague interprets this time already."))
    interpreter = interpreter_for(entry.interpreter_id)
    if not entry.language:
        raise Invalid(field="language", message=_("Choose the language of the interpreting."))
    if entry.language not in interpreter.languages:
        raise Invalid(field="interpreter", message=_("This interpreter does not interpret the language."))
    _refuse_for_client(row, interpreter)
    now = acting()
    secret = secrets.token_urlsafe(24)
    order = InterpreterOrder(
        controller_id=row.controller_id,
        appointment=row,
        interpreter=interpreter,
        code="T" + "".join(secrets.choice(codes.CODE_LETTERS) for _one in range(6)),
        language=entry.language,
        dialect=entry.dialect.strip(),
        gender=entry.gender,
        topic=row.kind,
        contact=entry.contact.strip() or now.actor.name,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        holds=not interpreter.is_agency,
        digest=digest_of(secret),
        ordered_on=now.on,
        ordered_by_name=now.actor.name,
    )
    _keep(order)
    row.interpreted, row.language = True, entry.language
    row.save(update_fields=["interpreted", "language"])
    write_to(order, "interpreter_order", answer=_address(secret))
    tell(row, "interpreter_ordered")
    touched(row)
    about("appointment", row.pk)
    return order.pk


def _address(secret: str) -> str:
    return f"{settings.ADDRESS}{reverse('public:interpreting', args=['fi', secret])}"


def _keep(order: InterpreterOrder) -> None:
    try:
        with transaction.atomic():
            order.save(force_insert=True)
    except IntegrityError as fault:
        name = refused_by(fault)
        if name == "interpreter_order_interpreter_id_once":
            message = _("The interpreter has another time then. Choose another interpreter or another time.")
            raise Invalid(field="interpreter", message=message) from None
        if name == "interpreter_order_one":
            message = _("An interpreter has been ordered for this time already. Cancel that order first.")
            raise Invalid(field="", message=message) from None
        raise


def _refuse_for_client(row: Appointment, interpreter: Interpreter) -> None:
    """Raise Invalid for an interpreter the client does not want, and for one of their own household."""
    if row.case is None:
        return
    person = row.case.person_id
    if InterpreterWish.objects.filter(
        person_id=person, interpreter=interpreter, wish=codes.NOT_THIS
    ).exists():
        raise Invalid(
            field="interpreter", message=_("The client has asked for another interpreter. Choose one.")
        )
    household = {one.person.name.casefold() for one in person_card(person).household}
    if interpreter.name.casefold() in household:
        message = _("A family member never interprets an official's matter. Choose somebody else.")
        raise Invalid(field="interpreter", message=message)


@action(*DESK)
def record_interpreter_answer(*, order_id: int, comes: bool) -> None:
    """Record an answer given by telephone or e-mail. Raises Invalid when it was answered already, NotFound."""
    order = order_for(order_id)
    if order.state != codes.ORDERED:
        raise Invalid(field="", message=_("The order has been answered already."))
    order.state = codes.CONFIRMED if comes else codes.DECLINED
    order.holds = order.holds and comes
    order.answered_by, order.answered_on = acting().actor.name, acting().on
    order.save(update_fields=["state", "holds", "answered_by", "answered_on"])
    _told(order, "interpreter_confirmed" if comes else "interpreter_declined")


@action(Role.PUBLIC)
def answer_interpreter_link(*, secret: str, comes: bool) -> bool:
    """Take the answer of whoever holds the link, once; the workers are told. False: there is nothing to answer."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT * FROM answer_interpreter_order(%s, %s, %s)", [digest_of(secret), comes, acting().on]
        )
        found = cursor.fetchone()
    if found is None:
        return False
    appointment, area_id, staff = found
    code = "interpreter_confirmed" if comes else "interpreter_declined"
    notify(staff=staff or [], code=code, route="desk:appointment", thing=appointment, area_id=area_id)
    about("appointment", appointment)
    return True


@action(*DESK)
def cancel_interpreter(*, order_id: int) -> None:
    """Cancel an order by e-mail; whether it is so late that it is charged is kept. Raises Invalid, NotFound."""
    order = order_for(order_id)
    if order.state not in codes.ORDER_OPEN:
        raise Invalid(field="", message=_("The order has ended already. There is nothing to cancel."))
    call_off(order)
    _told(order, "interpreter_cancelled")


def call_off(order: InterpreterOrder) -> None:
    """Cancel an open order and write to the interpreter, in the transaction of whatever made it needless."""
    late_from = order.starts_at - timedelta(hours=order.interpreter.late_hours)
    order.state, order.holds = codes.ORDER_CANCELLED, False
    order.cancelled_late = moment_now(acting().on) > late_from
    order.save(update_fields=["state", "holds", "cancelled_late"])
    write_to(order, "interpreter_cancelled")


def ask_anew(row: Appointment) -> None:
    """Ask the interpreter of a moved time again: what was promised was promised for another one."""
    for order in row.orders.filter(state__in=codes.ORDER_OPEN).select_related("interpreter"):
        secret = secrets.token_urlsafe(24)
        order.appointment = row
        order.starts_at, order.ends_at = row.starts_at, row.ends_at
        order.state, order.digest = codes.ORDERED, digest_of(secret)
        order.answered_by, order.answered_on = "", None
        order.save(update_fields=["state", "digest", "answered_by", "answered_on"])
        write_to(order, "interpreter_moved", answer=_address(secret))


@action(*DESK)
def close_interpreting(
    *,
    order_id: int,
    how: str,
    minutes: int | None = None,
    cost: Decimal | None = None,
    funding: str = "",
    quality: str = "",
) -> None:
    """Record how the interpreting went, its minutes, cost, who pays and how good it was ("": not said).

    Raises Invalid before it has begun, NotFound.
    """
    order = order_for(order_id)
    if how not in codes.ORDER_ENDS or order.state in {codes.DECLINED, codes.ORDER_CANCELLED, codes.ORDERED}:
        raise Invalid(field="how", message=_("Record first that the interpreter comes."))
    if order.starts_at > moment_now(acting().on):
        raise Invalid(field="how", message=_("The time has not begun yet."))
    if funding not in {"", *codes.FUNDINGS} or quality not in {"", *codes.QUALITIES}:
        raise Invalid(field="funding", message=_("Choose who pays from the list."))
    order.state, order.holds, order.minutes, order.cost = how, False, minutes, cost
    order.funding, order.quality = funding, quality
    order.save(update_fields=["state", "holds", "minutes", "cost", "funding", "quality"])
    touched(order.appointment)


@action(*DESK)
def wish_interpreter(*, appointment_id: UUID, interpreter_id: int, wish: str) -> None:
    """Record that the client wants this interpreter again, or another; "" takes the wish back. No reason is kept."""
    row = appointment_for(appointment_id, to="change")
    if row.case is None or wish not in {"", *codes.WISHES}:
        raise Invalid(field="wish", message=_("Choose the wish from the list."))
    person = row.case.person_id
    mine = InterpreterWish.objects.filter(person_id=person, interpreter_id=interpreter_id)
    mine.delete()
    if wish:
        InterpreterWish.objects.create(
            controller_id=person_controller(row),
            person_id=person,
            interpreter=interpreter_for(interpreter_id),
            wish=wish,
        )
    touch(person)


def person_controller(row: Appointment) -> int:
    """Return whose register the client is in today: a case stays where it was when the person moves."""
    if row.case is None:
        return row.controller_id
    return int(row.case.person.controller_id)


def _told(order: InterpreterOrder, code: str) -> None:
    tell(order.appointment, code)
    touched(order.appointment)
