"""Times when the plan cannot be carried out: it may last as much longer (23 § 4 mom.)."""

from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting, current_actor
from kotopolku.audit.action import action, touch
from kotopolku.audit.errors import Invalid
from kotopolku.plans import codes
from kotopolku.plans.access import obstacle_for, open_case
from kotopolku.plans.actions.roles import STAFF
from kotopolku.plans.events import tell
from kotopolku.plans.models import Obstacle


@action(*STAFF, facts=True)
def record_obstacle(
    *, case_id: UUID, reason: str, first_day: date, last_day: date | None = None, note: str = ""
) -> int:
    """Record days on which the plan cannot be carried out (23 § 4 mom.): it may last as much longer.

    `reason` is one of `codes.OBSTACLE_REASONS`; `last_day` None while it goes on. Returns the row's number. Raises
    Invalid, NotFound.
    """
    case = open_case(case_id)
    if reason not in codes.OBSTACLE_REASONS:
        raise Invalid(field="reason", message=_("Choose why the plan cannot be carried out."))
    if first_day > acting().on:
        raise Invalid(field="first_day", message=_("This day has not come yet. Give a day up to today."))
    if last_day is not None and last_day < first_day:
        raise Invalid(field="last_day", message=_("The time ends before it begins. Check the two days."))
    row = Obstacle.objects.create(
        controller_id=case.controller_id,
        case=case,
        reason=reason,
        first_day=first_day,
        last_day=last_day,
        note=note.strip(),
        by=current_actor().staff_id,
        by_name=current_actor().name,
    )
    tell(case, "obstacle_recorded", on=first_day, reason=reason, first_day=first_day, last_day=last_day)
    touch(case.person_id)
    return row.pk


@action(*STAFF, facts=True)
def end_obstacle(*, obstacle_id: int, last_day: date) -> None:
    """Record the last day of a time that was still going on. Raises Invalid, NotFound."""
    row = obstacle_for(obstacle_id)
    if not row.first_day <= last_day <= acting().on:
        raise Invalid(field="last_day", message=_("Give a day from the first day up to today."))
    row.last_day = last_day
    row.save(update_fields=["last_day"])
    tell(
        row.case,
        "obstacle_ended",
        on=last_day,
        reason=row.reason,
        first_day_after=last_day + timedelta(days=1),
    )
    touch(row.case.person_id)


@action(*STAFF, facts=True)
def void_obstacle(*, obstacle_id: int, why: str) -> None:
    """Mark a time recorded by mistake; the row stays, the law no longer reads it. Raises Invalid, NotFound."""
    row = obstacle_for(obstacle_id)
    if not why.strip():
        raise Invalid(field="why", message=_("Write why the entry was a mistake."))
    row.void_reason = why.strip()
    row.save(update_fields=["void_reason"])
    touch(row.case.person_id)
