"""End a plan in force, with where the client goes from it (23 §)."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.errors import Invalid
from kotopolku.plans import codes
from kotopolku.plans.access import plan_for
from kotopolku.plans.actions.roles import STAFF
from kotopolku.plans.events import tell
from kotopolku.plans.models import Plan


@action(*STAFF, facts=True, official=True)
def end_plan(*, plan_id: UUID, version: int, ended_on: date, reason: str, note: str = "") -> None:
    """End a plan in force; `reason` is one of `codes.END_REASONS`. Raises Invalid, Stale, NotFound."""
    plan = plan_for(plan_id, to="change", version=version)
    if plan.state != "accepted" or plan.made_on is None:
        raise Invalid(field="", message=_("Only a plan in force can be ended."))
    if reason not in codes.END_REASONS:
        raise Invalid(field="reason", message=_("Choose why the plan ends."))
    if not plan.made_on <= ended_on <= acting().on:
        raise Invalid(field="ended_on", message=_("Give a day from the plan's day up to today."))
    finish(plan, ended_on=ended_on, reason=reason, note=note.strip())
    tell(plan.case, "plan_ended", on=ended_on, plan=str(plan.pk), ended_on=ended_on, reason=reason)
    touch(plan.case.person_id)


def finish(plan: Plan, *, ended_on: date, reason: str, note: str) -> None:
    plan.state, plan.ended_on, plan.end_reason, plan.ended_note = "ended", ended_on, reason, note
    plan.version += 1
    plan.save()
