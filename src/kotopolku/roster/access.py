"""The only doors to shifts, outreach days and the requests for them."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from kotopolku.accounts.models import Duty
from kotopolku.accounts.periods import in_force
from kotopolku.audit.acting import acting
from kotopolku.audit.actor import DESK
from kotopolku.audit.doors import behind_door
from kotopolku.audit.errors import NotFound
from kotopolku.roster.models import OutreachDay, OutreachRequest, Shift


def at_desk(area_id: str, *, on: date) -> QuerySet[Duty]:
    """Return the duties under which somebody advises in the area on the day."""
    return Duty.objects.filter(in_force(on), area_id=area_id, role__in=DESK, staff__is_active=True)


def request_for(request_id: UUID, *, to: str = "read") -> OutreachRequest:
    """Return a request of the acting duty's area; to="change" locks it. Raises NotFound."""
    rows = OutreachRequest.objects.filter(area_id=acting().actor.area_id).select_related("municipality")
    return behind_door(rows, request_id, subject="outreach_request", to=to)


def shift_for(shift_id: int) -> Shift:
    """Return a shift of the acting duty's area that has not ended, locked. Raises NotFound."""
    now = acting()
    row = Shift.objects.select_for_update().filter(pk=shift_id, area_id=now.actor.area_id).first()
    if row is None or (row.valid_to is not None and row.valid_to < now.on):
        raise NotFound("shift")
    return row


def day_for(day_id: int) -> OutreachDay:
    """Return any outreach day of the acting duty's area. Raises NotFound."""
    rows = OutreachDay.objects.filter(area_id=acting().actor.area_id).select_related("municipality")
    return behind_door(rows, day_id, subject="outreach_day")


def coming_day_for(day_id: int) -> OutreachDay:
    """Return an outreach day of the acting duty's area that is not over or called off, locked. Raises NotFound."""
    now = acting()
    row = (
        OutreachDay.objects.select_for_update()
        .filter(pk=day_id, area_id=now.actor.area_id, day__gte=now.on, cancelled=False)
        .first()
    )
    if row is None:
        raise NotFound("outreach day")
    return row
