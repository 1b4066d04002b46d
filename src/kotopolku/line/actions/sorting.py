"""Kuka ensin ja kenelle: priority for one of three reasons; moved to a colleague, a language, an office."""

from uuid import UUID

from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.queries import workers_of
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, Stale
from kotopolku.languages.names import is_language
from kotopolku.line import codes
from kotopolku.line.access import counter_for, ticket_for
from kotopolku.line.actions.calling import GONE, WHAT_NOW
from kotopolku.line.actions.showing import changed, show
from kotopolku.line.models import Ticket, Wish


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def give_priority(*, ticket_id: UUID, reason: str) -> None:
    """Let somebody go first (etusija), or no longer ("" takes it back). Raises Invalid, NotFound, Stale."""
    if reason and reason not in codes.PRIORITIES:
        raise Invalid(field="reason", message=_("Choose why this number goes first."))
    row = ticket_for(ticket_id, to="change")
    if row.state != codes.WAITING:
        raise Stale("ticket", heading=GONE, advice=WHAT_NOW)
    by = acting().actor.name if reason else ""
    Ticket.objects.filter(pk=row.pk).update(priority=reason, priority_by=by)
    changed(row.area_id, row.office)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def move_ticket(
    *, ticket_id: UUID, to_staff: int | None = None, language: str = "", office: str = ""
) -> Ticket:
    """Move a ticket (siirto): back into the line for a colleague or in another language, or to another office.

    Whoever is moved keeps the time they came at. Raises Invalid, NotFound, Stale.
    """
    row = ticket_for(ticket_id, to="change")
    if row.state not in codes.OPEN:
        raise Stale("ticket", heading=GONE, advice=WHAT_NOW)
    if language and not is_language(language):
        raise Invalid(field="language", message=_("Choose the language from the list."))
    if to_staff is not None and to_staff not in {id_ for id_, _name in workers_of(row.area_id)}:
        raise Invalid(field="to_staff", message=_("Choose the colleague from the list."))
    if office and office != row.office:
        return _to_office(row, office=office, language=language, to_staff=to_staff)
    row.state, row.staff_id, row.staff_name, row.room = codes.WAITING, None, "", ""
    row.called_at = row.started_at = row.own_language = None
    row.language, row.for_staff = language or row.language, to_staff
    row.moves += 1
    row.save()
    changed(row.area_id, row.office)
    return row


def _to_office(row: Ticket, *, office: str, language: str, to_staff: int | None) -> Ticket:
    """End the ticket as transferred and give its holder a number of the other office."""
    counter = counter_for(row.area_id, office)
    counter.last_number += 1
    new = Ticket.objects.create(
        area_id=row.area_id,
        office=office,
        day=acting().on,
        number=counter.last_number,
        channel=row.channel if row.channel in codes.AT_DOOR else "desk",
        language=language or row.language,
        topics=row.topics,
        way="here",
        priority=row.priority,
        priority_by=row.priority_by,
        for_staff=to_staff,
        taken_at=row.taken_at,
        due_at=row.due_at,
        moves=row.moves + 1,
    )
    Ticket.objects.filter(pk=row.pk).update(state=codes.TRANSFERRED, ended_at=Now(), moved_to=new.pk)
    Wish.objects.filter(pk=row.pk).update(ticket=new)
    show(counter)
    changed(row.area_id, row.office)
    return new
