"""Tilat: which rooms can be booked at a place."""

from django.utils.translation import gettext_lazy as _

from kotopolku.appointments.access import room_for, rooms_of
from kotopolku.appointments.models import Room
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid
from kotopolku.services.queries import places


@action(Role.OFFICER, Role.COORDINATOR)
def add_room(*, place: str, name: str, directions: str = "") -> int:
    """Add a room at a place and return its number. Raises Invalid."""
    area_id = acting().actor.area_id or ""
    if place not in {one.id for one in places(area_id)}:
        raise Invalid(field="place", message=_("Choose the place."))
    if not name.strip():
        raise Invalid(field="name", message=_("Write the name of the room as it stands on its door."))
    if rooms_of(area_id).filter(place=place, name=name.strip()).exists():
        raise Invalid(field="name", message=_("There is a room with this name already."))
    row = Room(area_id=area_id, place=place, name=name.strip(), directions=directions.strip())
    row.save(force_insert=True)
    return row.pk


@action(Role.OFFICER, Role.COORDINATOR)
def end_room(*, room_id: int) -> None:
    """Take a room out of use; what is booked there stays. Raises NotFound."""
    row = room_for(room_id, to="change")
    row.ended_on = acting().on
    row.save(update_fields=["ended_on"])
