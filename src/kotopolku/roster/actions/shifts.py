"""Työvuorot: who is at which place of the programme, every week or once."""

from datetime import date, time, timedelta

from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.roster.access import at_desk, shift_for
from kotopolku.roster.models import Shift
from kotopolku.services.queries import places


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def plan_shift(
    *,
    staff_id: int,
    place: str,
    opens: time,
    closes: time,
    weekday: int | None = None,
    day: date | None = None,
) -> Shift:
    """Put a worker at a place of the programme, every week from today on or once on a day.

    One's own shift; a coordinator plans anybody's. Raises Invalid, and NotFound for another's shift.
    """
    now = acting()
    area = str(now.actor.area_id)
    _own_or_coordinator(staff_id)
    if not at_desk(area, on=now.on).filter(staff_id=staff_id).exists():
        raise Invalid(field="staff", message=_("Choose a worker who has a duty in the area."))
    if place not in {one.id for one in places(area)}:
        raise Invalid(field="place", message=_("Choose a place of the programme."))
    if (weekday is None) == (day is None) or (weekday is not None and weekday not in range(7)):
        raise Invalid(field="weekday", message=_("Choose a day of the week, or write one day."))
    if day is not None and day < now.on:
        raise Invalid(field="day", message=_("Give today or a later day."))
    if closes <= opens:
        raise Invalid(field="closes", message=_("The end must be later than the beginning."))
    return Shift.objects.create(
        area_id=area,
        staff_id=staff_id,
        place=place,
        weekday=weekday,
        day=day,
        opens=opens,
        closes=closes,
        valid_from=day or now.on,
        valid_to=day,
        recorded_by_name=now.actor.name,
    )


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def end_shift(*, shift_id: int) -> None:
    """End a shift from today: one that begins later, or began today, never comes about. Raises NotFound."""
    found, on = shift_for(shift_id), acting().on
    _own_or_coordinator(found.staff_id)
    if found.valid_from >= on:
        found.delete()
        return
    found.valid_to = on - timedelta(days=1)
    found.save(update_fields=["valid_to"])


def _own_or_coordinator(staff_id: int) -> None:
    actor = acting().actor
    if actor.role is not Role.COORDINATOR and staff_id != actor.staff_id:
        raise NotFound("shift")
