"""Poissaolot: record who stands in for whom and until when, and end it before its time. Nobody's rights change."""

from datetime import date, timedelta

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.models import Absence
from kotopolku.accounts.queries import colleagues
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound

LONGEST_DAYS = 366


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def record_absence(*, staff_id: int, stand_in_id: int, first_day: date, last_day: date) -> Absence:
    """Let a colleague stand in from the first day to the last, both included; one's own, or anybody's as coordinator.

    Raises Invalid when the days are wrong, the colleague has no duty in the area, or somebody stands in already.
    """
    now = acting()
    _mine_or_coordinator(staff_id)
    if last_day < first_day:
        raise Invalid(field="last_day", message=_("The last day cannot be before the first."))
    if last_day < now.on:
        raise Invalid(field="last_day", message=_("These days are over. Give days that are still to come."))
    if (last_day - first_day).days > LONGEST_DAYS:
        raise Invalid(field="last_day", message=_("Give at most a year at a time."))
    area = str(now.actor.area_id)
    known = {one.staff_id for one in colleagues(area, on=now.on)}
    if stand_in_id not in known or stand_in_id == staff_id:
        raise Invalid(field="stand_in", message=_("Choose a colleague who has a duty in the area."))
    if staff_id not in known and staff_id != now.actor.staff_id:
        raise NotFound(f"staff {staff_id}")
    made = Absence(
        area_id=area, staff_id=staff_id, stand_in_id=stand_in_id, first_day=first_day,
        last_day=last_day, recorded_by_name=now.actor.name,
    )  # fmt: skip
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        raise Invalid(
            field="first_day",
            message=_(
                "Somebody stands in on some of these days already. End that first, or choose other days."
            ),
        ) from None
    return made


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def end_absence(*, absence_id: int) -> None:
    """End standing in from today; one that has not begun never comes about. Raises NotFound for another's."""
    now = acting()
    found = (
        Absence.objects.select_for_update()
        .filter(pk=absence_id, area_id=now.actor.area_id, ended_by_name="", last_day__gte=now.on)
        .first()
    )
    if found is None:
        raise NotFound(f"absence {absence_id}")
    _mine_or_coordinator(found.staff_id)
    found.last_day, found.ended_by_name = now.on - timedelta(days=1), now.actor.name
    found.save(update_fields=["last_day", "ended_by_name"])


def _mine_or_coordinator(staff_id: int) -> None:
    actor = acting().actor
    if actor.role is not Role.COORDINATOR and staff_id != actor.staff_id:
        raise NotFound(f"staff {staff_id}")
