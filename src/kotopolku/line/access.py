"""The only doors to tickets, wishes and the counter of a line."""

from uuid import UUID

from django.db.models import Q, QuerySet

from kotopolku.audit.acting import acting
from kotopolku.audit.doors import behind_door
from kotopolku.letters.codes import GIVEN_UP
from kotopolku.line import codes
from kotopolku.line.models import LineCounter, Ticket, Wish


def ticket_for(ticket_id: UUID, *, to: str = "read") -> Ticket:
    """Return a ticket of the acting duty's area; to="change" locks it. Raises NotFound, also for another area's."""
    rows = Ticket.objects.filter(area_id=acting().actor.area_id)
    return behind_door(rows, ticket_id, subject="ticket", to=to)


def wish_of(ticket_id: UUID) -> Wish | None:
    """Return what somebody wished, for those who advise in its area; None where there is none or a wall."""
    return Wish.objects.select_related("letter").filter(pk=ticket_id).first()


def undelivered_wishes() -> QuerySet[Wish]:
    """Return the wishes whose answer did not arrive, until somebody has said that they saw it."""
    return Wish.objects.filter(letter__state=GIVEN_UP, undelivered_seen=False)


def waiting_at(area_id: str, office: str) -> QuerySet[Ticket]:
    """Return what waits for an adviser at an office: its own door's tickets of the day, and what came from afar."""
    here = Q(office=office, day=acting().on) | Q(office=codes.AFAR)
    return Ticket.objects.filter(here, area_id=area_id, state=codes.WAITING)


def counter_for(area_id: str, office: str) -> LineCounter:
    """Return the counter of an office, locked until the transaction ends; a new day begins with number 1."""
    LineCounter.objects.get_or_create(area_id=area_id, office=office, defaults={"day": acting().on})
    row = LineCounter.objects.select_for_update().get(area_id=area_id, office=office)
    if row.day != acting().on:
        row.day, row.last_number = acting().on, 0
    return row
