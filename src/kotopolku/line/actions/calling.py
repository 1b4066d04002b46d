"""Kutsuminen: the next one in my languages, or this one; again; back into the line; now served.

The row that is called is locked with SKIP LOCKED: of two advisers who call at the same instant each gets another one.
"""

from uuid import UUID

from django.db.models import Case, F, Q, QuerySet, Value, When
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import about, action
from kotopolku.audit.actor import Role
from kotopolku.audit.clock import database_now
from kotopolku.audit.errors import Invalid, Stale
from kotopolku.line import codes
from kotopolku.line.access import ticket_for, waiting_at
from kotopolku.line.actions.showing import changed
from kotopolku.line.models import Ticket
from kotopolku.line.speaking import EVERYBODY, speaking

GONE = _("A colleague took this number")
WHAT_NOW = _("Call the next one.")


def in_order(rows: QuerySet[Ticket]) -> QuerySet[Ticket]:
    """Sort by priority, then by the own target: who waits at the door passes a question that may wait until Friday."""
    first = Case(When(priority="", then=Value(1)), default=Value(0))
    return rows.annotate(first=first).order_by("first", "due_at", "taken_at", "number")


def for_me(rows: QuerySet[Ticket], *, area_id: str, office: str, staff_id: int | None) -> QuerySet[Ticket]:
    """Leave what this adviser should take: own languages, languages nobody counsels in, and what waits for them.

    At the door that is asked of those who are at this office today; what comes from afar waits for anybody at work.
    """
    today = speaking(area_id, on=acting().on)
    mine = today.of(staff_id) | EVERYBODY
    afar = Q(office=codes.AFAR) & ~Q(language__in=set(today.at(codes.AFAR)) - mine)
    here = ~Q(office=codes.AFAR) & ~Q(language__in=set(today.at(office)) - mine)
    return rows.filter((Q(for_staff__isnull=True) & (afar | here)) | Q(for_staff=staff_id))


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def call_next(*, office: str, room: str = "") -> Ticket | None:
    """Call the next ticket for the acting adviser (kutsu seuraava); None when nobody waits for them. Raises Invalid."""
    area_id, staff_id = _me()
    _refuse_second(staff_id)
    rows = for_me(waiting_at(area_id, office), area_id=area_id, office=office, staff_id=staff_id)
    row = in_order(rows).select_for_update(skip_locked=True).first()
    if row is None:
        about("ticket", "")
        return None
    return _call(row, room=room)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def call_ticket(*, ticket_id: UUID, room: str = "") -> Ticket:
    """Call this very ticket (kutsu tämä), whatever its language. Raises Invalid, NotFound, Stale."""
    _area_id, staff_id = _me()
    ticket_for(ticket_id)
    _refuse_second(staff_id)
    free = Ticket.objects.select_for_update(skip_locked=True)
    row = free.filter(pk=ticket_id, state=codes.WAITING).first()
    if row is None:
        raise Stale("ticket", heading=GONE, advice=WHAT_NOW)
    return _call(row, room=room)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def recall(*, ticket_id: UUID) -> None:
    """Call the number in hand once more (kutsu uudelleen). Raises NotFound, Stale."""
    row = in_hand(ticket_id)
    Ticket.objects.filter(pk=row.pk).update(called_at=Now(), calls=F("calls") + 1)
    changed(row.area_id, row.office)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def start_serving(*, ticket_id: UUID) -> None:
    """Say that the visitor came (palvelu alkoi). Raises NotFound, Stale."""
    row = in_hand(ticket_id)
    Ticket.objects.filter(pk=row.pk).update(state=codes.SERVING, started_at=Now())
    changed(row.area_id, row.office)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def put_back(*, ticket_id: UUID) -> None:
    """Put a number called by mistake back to its own place. Raises NotFound, Stale."""
    row = in_hand(ticket_id)
    Ticket.objects.filter(pk=row.pk).update(
        state=codes.WAITING,
        staff_id=None,
        staff_name="",
        room="",
        called_at=None,
        started_at=None,
        own_language=None,
    )
    changed(row.area_id, row.office)


def in_hand(ticket_id: UUID) -> Ticket:
    """Return a called ticket, locked: any colleague of the area may take over. Raises NotFound, Stale."""
    row = ticket_for(ticket_id, to="change")
    if row.state not in codes.IN_HAND:
        raise Stale("ticket", heading=GONE, advice=WHAT_NOW)
    return row


def _call(row: Ticket, *, room: str) -> Ticket:
    now = acting()
    mine = speaking(row.area_id, on=now.on).of(now.actor.staff_id)
    row.staff_id, row.staff_name, row.room = now.actor.staff_id, now.actor.name, room[:40]
    row.called_at = database_now()
    row.calls += 1
    row.own_language = row.language in mine if row.language else None
    # Whoever is called by telephone is served at once: nobody walks to a room.
    row.state = codes.CALLED if row.channel in codes.AT_DOOR else codes.SERVING
    row.started_at = None if row.state == codes.CALLED else row.called_at
    row.save()
    changed(row.area_id, row.office)
    return row


def _me() -> tuple[str, int]:
    actor = acting().actor
    assert actor.area_id is not None
    assert actor.staff_id is not None
    return actor.area_id, actor.staff_id


def _refuse_second(staff_id: int) -> None:
    if Ticket.objects.filter(staff_id=staff_id, state__in=codes.IN_HAND).exists():
        raise Invalid(field="", message=_("First end the number you have. Then call the next one."))
