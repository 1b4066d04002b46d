"""Suljettu tänään ja laitteiden paikat: one act closes an office everywhere, and it opens again by itself."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.sign_in_devices import devices_of_area
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.clock import database_now
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.line import codes
from kotopolku.line.actions.showing import changed
from kotopolku.line.models import Closure, LineCounter, Screen
from kotopolku.services.queries import places


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def close_office(*, office: str, starts_at: datetime, ends_at: datetime, reason: str) -> Closure:
    """Close an office, or all ("") between two instants (suljettu tänään). Raises Invalid."""
    area_id = _area()
    if reason not in codes.CLOSED_BECAUSE:
        raise Invalid(field="reason", message=_("Choose why it is closed."))
    if ends_at <= max(starts_at, database_now()):
        raise Invalid(field="ends_at", message=_("The end must come after the start, and after now."))
    if office and office not in _offices(area_id):
        raise Invalid(field="office", message=_("Choose the office."))
    row = Closure.objects.create(
        area_id=area_id,
        office=office,
        starts_at=starts_at,
        ends_at=ends_at,
        reason=reason,
        set_by=acting().actor.name,
    )
    _tell(area_id, office)
    return row


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def open_again(*, closure_id: int) -> None:
    """End a closure before its time (avaa uudelleen). Raises NotFound."""
    row = Closure.objects.filter(pk=closure_id, area_id=_area()).first()
    if row is None:
        raise NotFound("closure")
    office = row.office
    row.delete()
    _tell(_area(), office)


@action(Role.ADMINISTRATOR, Role.COORDINATOR)
def place_screen(*, device_id: UUID, office: str) -> None:
    """Say at which office a paired kiosk or wall screen stands (laitteen paikka). Raises Invalid, NotFound."""
    area_id = _area()
    if device_id not in {one.id for one in devices_of_area()}:
        raise NotFound("device")
    if office not in _offices(area_id):
        raise Invalid(field="office", message=_("Choose the office."))
    Screen.objects.update_or_create(device=device_id, defaults={"area_id": area_id, "office": office})


def _area() -> str:
    area_id = acting().actor.area_id
    assert area_id is not None
    return area_id


def _offices(area_id: str) -> set[str]:
    return {one.id for one in places(area_id)}


def _tell(area_id: str, office: str) -> None:
    """Change the counters that a closure concerns; always in the same order, since each is locked."""
    named = {office} if office else _offices(area_id)
    known = LineCounter.objects.filter(area_id=area_id).values_list("office", flat=True)
    for one in sorted(named | ({*known} - {codes.AFAR} if not office else set())):
        changed(area_id, one)
