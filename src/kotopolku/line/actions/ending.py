"""Päättäminen: into the log of advice (one visit, one act), served in passing, did not come, went away."""

from uuid import UUID

from django.db.models.functions import Now

from kotopolku.advice.actions import log_visit
from kotopolku.advice.entries import VisitEntry
from kotopolku.advice.models import AdviceVisit
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import NotFound, Stale
from kotopolku.line import codes
from kotopolku.line.access import ticket_for
from kotopolku.line.actions.calling import GONE, WHAT_NOW, in_hand
from kotopolku.line.actions.showing import changed
from kotopolku.line.models import Ticket
from kotopolku.line.upkeep import wish_ends


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def finish_ticket(*, ticket_id: UUID, entry: VisitEntry) -> AdviceVisit:
    """Log the visit and end its ticket (palveltu) in one act. Raises Invalid, NotFound, Stale."""
    row = in_hand(ticket_id)
    visit = log_visit(entry=entry)
    end_ticket(row, codes.SERVED, visit=visit.pk)
    return visit


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def quick_serve(*, ticket_id: UUID, place: str) -> AdviceVisit:
    """Serve somebody in passing (pikapalvelu): one press logs a visit of five minutes. Raises NotFound, Stale.

    Its municipality is honestly "not asked".
    """
    row = ticket_for(ticket_id, to="change")
    if row.state not in codes.OPEN:
        raise Stale("ticket", heading=GONE, advice=WHAT_NOW)
    _mine(row)
    visit = log_visit(entry=entry_of(row, place=place))
    end_ticket(row, codes.SERVED, visit=visit.pk)
    return visit


def entry_of(row: Ticket, *, place: str) -> VisitEntry:
    """Return the visit that a ticket makes when nothing more is said of it."""
    return VisitEntry(
        place=row.office or place,
        channel=codes.CHANNEL_OF.get(row.channel, "walk_in"),
        language=row.language,
        interpreter="own_language" if row.own_language else "not_needed",
        lives="not_asked",
        minutes="up_to_5",
        outcome="solved",
        topics=tuple(row.topics) or ("other",),
    )


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def miss_visitor(*, ticket_id: UUID) -> None:
    """Say that the number did not come (ei saapunut). Raises NotFound, Stale."""
    end_ticket(in_hand(ticket_id), codes.NO_SHOW)


@action(Role.PUBLIC, Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def leave_line(*, ticket_id: UUID, area_id: str) -> None:
    """Give up one's own place (luovu vuorosta): whoever has the ticket's address may. Raises NotFound, Stale."""
    row = Ticket.objects.select_for_update().filter(pk=ticket_id, area_id=area_id).first()
    if row is None:
        raise NotFound("ticket")
    if row.state not in codes.OPEN:
        raise Stale("ticket", heading=GONE, advice=WHAT_NOW)
    end_ticket(row, codes.LEFT)


def _mine(row: Ticket) -> None:
    """Let the acting adviser have a ticket that is served without having been called."""
    if row.called_at is None:
        Ticket.objects.filter(pk=row.pk).update(
            staff_id=acting().actor.staff_id, staff_name=acting().actor.name, called_at=Now()
        )


def end_ticket(row: Ticket, state: str, *, visit: UUID | None = None) -> None:
    """End a ticket, let its wish be erased when its days are over, and tell the watchers."""
    Ticket.objects.filter(pk=row.pk).update(state=state, ended_at=Now(), visit=visit)
    wish_ends(row.pk)
    changed(row.area_id, row.office)
