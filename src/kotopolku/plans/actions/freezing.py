"""Freeze a draft on the day job search begins (3 § 1 mom.), and take it up again when it has ended."""

from collections.abc import Iterable
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.errors import Invalid
from kotopolku.plans.access import plan_for
from kotopolku.plans.actions.roles import PREPARERS
from kotopolku.plans.events import tell
from kotopolku.plans.facts import draft_facts
from kotopolku.plans.models import Plan
from kotopolku.plans.refusals import PlanRefused, whose


def freeze_drafts(*, cases: Iterable[UUID], on: date) -> None:
    """Freeze the drafts of these cases, whose clients the employment authority answers for from now on.

    Part of the acts that change facts and of the nightly run: a job search may begin on a day to come. A draft that
    is frozen keeps its day.
    """
    wanted = list(cases)
    if not wanted:
        return
    drafts = Plan.objects.filter(case_id__in=wanted, state="draft", frozen_on__isnull=True)
    for plan in drafts.select_related("case").select_for_update(of=("self",)):
        plan.frozen_on = (
            on  # its text is as it was: whoever has it open is not told that somebody wrote it anew
        )
        plan.save(update_fields=["frozen_on"])
        tell(plan.case, "plan_frozen", on=on)


@action(*PREPARERS, facts=True)
def unfreeze_plan(*, plan_id: UUID, version: int) -> None:
    """Take a frozen draft up again when job search has ended, as it stood. Raises PlanRefused, Invalid, Stale."""
    plan = plan_for(plan_id, to="change", version=version)
    if plan.frozen_on is None:
        raise Invalid(field="", message=_("This draft is not frozen."))
    refusals = whose(draft_facts(plan, on=acting().on), area_id=plan.case.area_id, on=acting().on)
    if refusals:
        raise PlanRefused(refusals)
    plan.frozen_on = None
    plan.version += 1
    plan.save(update_fields=["frozen_on", "version"])
    tell(plan.case, "plan_unfrozen", on=acting().on)
    touch(plan.case.person_id)
