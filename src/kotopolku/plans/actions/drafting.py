"""Draw up a plan: begin a draft, with the law's goals or an earlier plan's, and keep it as typed (16, 18–20 §)."""

from collections.abc import Sequence
from dataclasses import asdict
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from kotopolku import law
from kotopolku.audit.acting import acting, current_actor
from kotopolku.audit.action import action, touch
from kotopolku.audit.errors import Invalid, NotFound, Stale
from kotopolku.law.facts import Facts
from kotopolku.people.legal_facts import law_facts
from kotopolku.plans.access import open_case, plan_for
from kotopolku.plans.actions.roles import PREPARERS
from kotopolku.plans.entries import GoalIn, MeasureIn, PlanIn, check
from kotopolku.plans.events import tell
from kotopolku.plans.models import Goal, Measure, Plan
from kotopolku.plans.refusals import FROZEN

#: A goal of the law that names two: the first is offered, the other is as good.
OFFERED_GOAL = {"employment_or_entrepreneurship": "employment"}


@action(*PREPARERS, facts=True)
def draft_plan(*, case_id: UUID, continue_from: UUID | None = None) -> UUID:
    """Begin a plan (20 § 1 mom.) for an open case and return its id.

    The law's own default goals (18 §) are offered in it; with `continue_from` goals and unfinished measures of the
    earlier plan are carried on. Raises Invalid when the case has a draft already, NotFound.
    """
    case = open_case(case_id)
    former = plan_for(continue_from, to="change") if continue_from else None
    if former is not None and former.case_id != case.pk:
        raise NotFound(f"plan {continue_from}")
    actor = current_actor()
    try:
        with transaction.atomic():
            plan = Plan.objects.create(
                controller_id=case.controller_id,
                case=case,
                prepared_by=actor.staff_id,
                prepared_by_name=actor.name,
                **_carried(former),
            )
    except IntegrityError as fault:
        raise Invalid(
            field="", message=_("This client already has a draft of a plan. Open it and go on from there.")
        ) from fault
    if former is not None:
        _copy(former, plan)
    else:
        _offer_goals(plan, law_facts(case.person_id, on=acting().on))
    tell(case, "plan_drafted", on=acting().on, plan=str(plan.pk))
    touch(case.person_id)
    return plan.pk


def _carried(former: Plan | None) -> dict[str, object]:
    if former is None:
        return {}
    names = ("long_goal", "background", "deviation_reason", "follow_up", "made_with_county", "county_person")
    return {"first_made_on": former.first_made_on, **{name: getattr(former, name) for name in names}}


def _copy(former: Plan, plan: Plan) -> None:
    for goal in former.goals.order_by("position"):
        Goal.objects.create(
            controller_id=plan.controller_id,
            plan=plan,
            position=goal.position,
            code=goal.code,
            text=goal.text,
        )
    going_on = former.measures.exclude(state__in=["done", "dropped"]).order_by("position")
    for position, measure in enumerate(going_on):
        measure.pk, measure.plan, measure.position = None, plan, position
        measure.save(force_insert=True)


def _offer_goals(plan: Plan, facts: Facts) -> None:
    offered = law.answer("plan_default_goals", facts, acting().on).value
    if not isinstance(offered, tuple):
        return  # the birth date is missing: the officer chooses
    Goal.objects.bulk_create(
        Goal(
            controller_id=plan.controller_id,
            plan=plan,
            position=position,
            code=OFFERED_GOAL.get(str(code), str(code)),
        )
        for position, code in enumerate(offered)
    )


@action(*PREPARERS, facts=True)
def save_plan(
    *, plan_id: UUID, version: int, plan: PlanIn, goals: Sequence[GoalIn], measures: Sequence[MeasureIn]
) -> int:
    """Keep a draft as typed, complete or not, with its goals and measures; return the new version.

    Lists are whole: a goal or measure left out is removed. Raises Invalid, Stale, NotFound.
    """
    check(plan=plan, goals=goals, measures=measures)
    row = plan_for(plan_id, to="change", version=version)
    if row.state != "draft":
        raise Invalid(
            field="",
            message=_("An accepted plan is not rewritten. Review it, or begin a plan that continues it."),
        )
    if row.frozen_on is not None:
        raise Invalid(field="", message=FROZEN)
    for name, value in asdict(plan).items():
        setattr(row, name, value)
    row.version += 1
    row.save()
    row.goals.all().delete()
    Goal.objects.bulk_create(
        Goal(
            controller_id=row.controller_id,
            plan=row,
            position=position,
            code=goal.code,
            text=goal.text.strip(),
        )
        for position, goal in enumerate(goals)
    )
    _keep_measures(row, measures)
    touch(row.case.person_id)
    return row.version


def _keep_measures(plan: Plan, measures: Sequence[MeasureIn]) -> None:
    old = {measure.pk: measure for measure in plan.measures.all()}
    kept = [one.id for one in measures if one.id is not None]
    if len(set(kept)) != len(kept) or not set(kept) <= set(old):
        raise Stale(f"plan {plan.pk}: measures were changed elsewhere")
    plan.measures.exclude(pk__in=kept).delete()
    # Positions are unique at every moment: make room first, then write.
    for number, measure_id in enumerate(kept):
        plan.measures.filter(pk=measure_id).update(position=-1 - number)
    for position, one in enumerate(measures):
        row = old[one.id] if one.id is not None else Measure(controller_id=plan.controller_id, plan=plan)
        values = asdict(one)
        del values["id"]
        row.goal_positions = sorted(set(values.pop("goals")))
        row.needs_referral = one.owes_referral
        del values["needs_referral"]
        for name, value in values.items():
            setattr(row, name, value)
        row.position = position
        row.save()
