"""Accept a draft with the client (16, 24 §): from then on it is in force and its clocks run."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku import law
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.errors import Invalid
from kotopolku.law.facts import Facts
from kotopolku.plans import codes
from kotopolku.plans.access import plan_for
from kotopolku.plans.actions.ending import finish
from kotopolku.plans.actions.roles import STAFF
from kotopolku.plans.events import tell
from kotopolku.plans.facts import draft_facts
from kotopolku.plans.models import Plan
from kotopolku.plans.refusals import PlanRefused, against_acceptance
from kotopolku.plans.versions import keep_version

#: What is kept of the law's answers when a plan is accepted, so that it can be explained years later.
ASKED_ON_ACCEPTANCE = (
    "responsible_authority",
    "plan_duty",
    "plan_in_time",
    "plan_end_allowed",
    "first_plan_last_end",
    "plan_max_end",
    "plan_missing_goals",
    "plan_missing_content",
)


@action(*STAFF, facts=True, official=True)
def accept_plan(
    *,
    plan_id: UUID,
    version: int,
    how: str,
    language: str,
    interpreter: bool,
    understood_how: str,
    copy_given: str = "",
    copy_language: str = "",
    accepted_on: date | None = None,
) -> None:
    """Accept a draft with the client (16, 24 §): from then on it is in force and its clocks run.

    `how` is one of `codes.ACCEPTED_HOW`; `language` the ISO 639 code in which rights and duties were explained;
    `understood_how` tells how it was seen that the client understood, `copy_given` (of `codes.COPIES`) and
    `copy_language` which copy the client got. `accepted_on` defaults to the acting day, the
    plan's `made_on` to `accepted_on`. Raises PlanRefused with everything the law says against it, Invalid, Stale,
    NotFound. A plan in force is ended as replaced.
    """
    on = accepted_on or acting().on
    if copy_given not in {"", *codes.COPIES}:
        raise Invalid(field="copy_given", message=_("Choose how the client got a copy of the plan."))
    plan = plan_for(plan_id, to="change", version=version)
    _check_acceptance(plan, how=how, language=language, understood_how=understood_how, on=on)
    plan.made_on = plan.made_on or on
    facts = draft_facts(plan, on=on)
    reasons = [measure.reason for measure in plan.measures.order_by("position")]
    refusals = against_acceptance(
        facts, reasons=reasons, review_on=plan.review_agreed_on, area_id=plan.case.area_id, on=on
    )
    if refusals:
        raise PlanRefused(refusals)
    if plan.frozen_on is not None:
        raise Invalid(field="", message=_("This draft is frozen. Take it up again first."))
    former = Plan.objects.select_for_update().filter(case=plan.case, state="accepted").first()
    if former is not None:
        finish(former, ended_on=min(plan.made_on, former.ends_on or plan.made_on), reason="replaced", note="")
    plan.law_asked = _asked(facts, on=on)
    plan.state, plan.accepted_on, plan.accepted_how = "accepted", on, how
    plan.accepted_language, plan.interpreter = language, interpreter
    plan.understood_how = understood_how.strip()
    plan.copy_given, plan.copy_language = copy_given, copy_language
    plan.version += 1
    plan.save()
    keep_version(plan, why="accepted", on=on)
    tell(
        plan.case,
        "plan_continued" if facts.plan.earlier else "plan_accepted",
        on=on,
        plan=str(plan.pk),
        ends_on=plan.ends_on,
        language=language,
    )
    touch(plan.case.person_id)


def _check_acceptance(plan: Plan, *, how: str, language: str, understood_how: str, on: date) -> None:
    if plan.state != "draft":
        raise Invalid(field="", message=_("This plan has already been accepted."))
    if on > acting().on:
        raise Invalid(
            field="accepted_on", message=_("The day of acceptance has not come yet. Give a day up to today.")
        )
    if plan.made_on is not None and plan.made_on > on:
        raise Invalid(
            field="made_on", message=_("The plan is drawn up before it is accepted. Check the two days.")
        )
    if how not in codes.ACCEPTED_HOW:
        raise Invalid(field="accepted_how", message=_("Choose how the client accepted the plan."))
    if not language:
        raise Invalid(
            field="accepted_language", message=_("Choose the language in which the plan was explained.")
        )
    if not understood_how.strip():
        raise Invalid(
            field="understood_how",
            message=_("Write how you saw that the client understood the plan, its rights and its duties."),
        )


def _asked(facts: Facts, *, on: date) -> list[dict[str, object]]:
    found = [law.answer(question, facts, on) for question in ASKED_ON_ACCEPTANCE]
    return [
        {
            "question": one.question,
            "rule": one.rule,
            "provision": str(one.provision),
            "outcome": one.outcome.value,
            "value": one.value if one.value is None or isinstance(one.value, bool | int) else str(one.value),
            "on": on.isoformat(),
        }
        for one in found
    ]
