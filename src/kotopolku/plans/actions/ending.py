"""End a plan in force, with where the client goes from it (23 §)."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.errors import Invalid
from kotopolku.plans import codes
from kotopolku.plans.access import plan_for
from kotopolku.plans.actions.roles import PREPARERS, STAFF
from kotopolku.plans.events import tell
from kotopolku.plans.models import Plan
from kotopolku.plans.versions import keep_version


@action(*STAFF, facts=True, official=True)
def end_plan(
    *, plan_id: UUID, version: int, ended_on: date, reason: str, exit_to: str = "", note: str = ""
) -> None:
    """End a plan in force; `reason` is one of `codes.END_REASONS`, `exit_to` where the client goes.

    Raises Invalid, Stale, NotFound.
    """
    plan = plan_for(plan_id, to="change", version=version)
    if plan.state != "accepted" or plan.made_on is None:
        raise Invalid(field="", message=_("Only a plan in force can be ended."))
    if reason not in codes.END_REASONS:
        raise Invalid(field="reason", message=_("Choose why the plan ends."))
    if not plan.made_on <= ended_on <= acting().on:
        raise Invalid(field="ended_on", message=_("Give a day from the plan's day up to today."))
    if exit_to not in {"", *codes.EXITS}:
        raise Invalid(field="exit_to", message=_("Choose where the client goes from the plan."))
    plan.exit_to = exit_to or plan.exit_to
    finish(plan, ended_on=ended_on, reason=reason, note=note.strip())
    tell(plan.case, "plan_ended", on=ended_on, plan=str(plan.pk), ended_on=ended_on, reason=reason)
    touch(plan.case.person_id)


def finish(plan: Plan, *, ended_on: date, reason: str, note: str) -> None:
    plan.state, plan.ended_on, plan.end_reason, plan.ended_note = "ended", ended_on, reason, note
    plan.version += 1
    plan.save()
    keep_version(plan, why="ended", on=ended_on)


@action(*PREPARERS, facts=True)
def agree_next_step(*, plan_id: UUID, version: int, exit_to: str, next_step: str) -> None:
    """Agree where the client goes when the plan ends and who takes over: well before its last day (23 § 6 mom.).

    It meets the area's own target for the hand-over. Raises Invalid, Stale, NotFound.
    """
    plan = plan_for(plan_id, to="change", version=version)
    if plan.state != "accepted":
        raise Invalid(field="", message=_("Only a plan in force can be handed over."))
    if exit_to not in codes.EXITS:
        raise Invalid(field="exit_to", message=_("Choose where the client goes from the plan."))
    if not next_step.strip():
        raise Invalid(field="next_step", message=_("Write who takes over and what was agreed."))
    plan.exit_to, plan.next_step, plan.next_step_on = exit_to, next_step.strip(), acting().on
    plan.version += 1
    plan.save()
    tell(plan.case, "next_step_agreed", on=acting().on, exit_to=exit_to, text=plan.next_step)
    touch(plan.case.person_id)
