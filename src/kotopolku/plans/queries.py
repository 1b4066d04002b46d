"""Plans as plain values for pages: one plan whole, the plans of a case, and which reviews are near."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import OuterRef, Subquery

from kotopolku import law
from kotopolku.audit.acting import acting
from kotopolku.audit.prepared import Prepared
from kotopolku.cases.access import former_until
from kotopolku.cases.models import Case
from kotopolku.cases.refusals import Refusal
from kotopolku.law.calendar import days_between
from kotopolku.law.facts import Facts, facts_from_mapping
from kotopolku.plans.access import plan_for
from kotopolku.plans.facts import Read, draft_facts, judgements, last_day, plan_parts
from kotopolku.plans.models import Measure, Obstacle, Plan, Review
from kotopolku.plans.refusals import against_acceptance
from kotopolku.plans.views import (
    GoalView,
    MeasureView,
    ObstacleView,
    PlanLine,
    PlanView,
    ReviewView,
    Total,
    Totals,
    measure_view,
    obstacle_view,
    review_view,
)

__all__ = [
    "GoalView",
    "MeasureView",
    "ObstacleView",
    "PlanLine",
    "PlanView",
    "ReviewView",
    "Total",
    "Totals",
    "WhatIf",
    "extension_of",
    "latest_end",
    "measures_of_plan",
    "plan_parts",
    "plan_view",
    "plans_of_case",
    "totals",
    "what_if",
]


_LATEST = Review.objects.filter(plan=OuterRef("pk")).order_by("-on", "-pk")
_OF_CASE = Prepared(
    lambda case: (
        Plan.objects.filter(case_id=case)
        .annotate(
            reviewed_on=Subquery(_LATEST.values("on")[:1]),
            reviewed_by=Subquery(_LATEST.values("by_name")[:1]),
        )
        .order_by("-created_at")
    )
)


def plan_view(plan_id: UUID, *, on: date) -> PlanView:
    """Return the plan for its page, with what the law says about it on the day. Logged as a look. Raises NotFound."""
    plan = plan_for(plan_id)
    goals = [*plan.goals.order_by("position")]
    measures = [*plan.measures.order_by("position")]
    reviews = [*plan.reviews.order_by("-on", "-id")]
    obstacles = Obstacle.objects.filter(case=plan.case, void_reason="").order_by("first_day", "pk")
    draft = plan.state == "draft"
    read = Read(goals=goals, measures=measures, reviews=reviews)
    facts = draft_facts(plan, on=on, read=read) if draft else _as_of(plan, on=on, read=read)
    first = facts.plan.first_made_on
    own = plan.controller_id in acting().actor.controllers
    return PlanView(
        **_own_fields(plan),
        may_change=own and plan.case.closed_on is None,
        former_unit=not own and former_until(plan.case) is not None,
        case_id=plan.case_id,
        case_number=plan.case.number,
        person_id=plan.case.person_id,
        is_first=first is None or first == plan.made_on,
        next_review_due=_day("next_review_due", facts, on) if plan.state == "accepted" else None,
        referral_due=_day("referral_due", facts, on) if plan.state == "accepted" else None,
        goals=tuple(GoalView(position=row.position, code=row.code, text=row.text) for row in goals),
        measures=tuple(measure_view(row) for row in measures),
        reviews=tuple(review_view(row) for row in reviews),
        obstacles=tuple(obstacle_view(row) for row in obstacles),
        totals=totals(facts, on=on, ended_on=last_day(plan) if plan.state == "ended" else None),
        latest_end=latest_end(facts, on=on),
        refusals=_refusals(plan, facts, measures, on=on) if draft else (),
    )


def _own_fields(plan: Plan) -> dict[str, Any]:
    names = PlanView.__dataclass_fields__.keys() & {field.attname for field in Plan._meta.concrete_fields}
    return {name: getattr(plan, name) for name in names - {"case_id"}}


def _as_of(plan: Plan, *, on: date, read: Read | None = None) -> Facts:
    """The facts with this plan as the plan in question, also when it is not the latest one."""
    facts = draft_facts(plan, on=on, read=read)
    return replace(facts, plan=replace(facts.plan, ends_on=last_day(plan), proposed_end=None))


def _day(question: str, facts: Facts, on: date) -> date | None:
    value = law.answer(question, facts, on).value
    return value if isinstance(value, date) else None


def latest_end(facts: Facts, *, on: date) -> date | None:
    """Return the last day the plan in question may end on: the first plan's year or the longest time, if known."""
    longest = _day("plan_max_end", facts, on)
    if facts.plan.made_on is not None and facts.plan.first_made_on in {None, facts.plan.made_on}:
        year = _day("first_plan_last_end", facts, on)
        return min(day for day in (year, longest) if day is not None) if year or longest else None
    return longest


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """How long the plan may last, as recorded and with something more; all plans `together`; the grounds."""

    now: date | None
    then: date | None
    together: date | None
    bases: tuple[str, ...]


def what_if(plan_id: UUID, *, on: date, obstacle: Mapping[str, Any] | None = None, **grounds: Any) -> WhatIf:
    """Return the longest time with one more obstacle (`reason`, `from`, `to`) or other grounds of 23 § and 31 §.

    Nothing is recorded. Logged as a look. Raises NotFound.
    """
    plan = plan_for(plan_id)
    facts = draft_facts(plan, on=on) if plan.state == "draft" else _as_of(plan, on=on)
    extension = facts.plan.extension
    if obstacle is not None:
        more = facts_from_mapping({"plan": {"extension": {"obstacles": [dict(obstacle)]}}}).plan.extension
        extension = replace(extension, obstacles=(*extension.obstacles, *more.obstacles))
    extension = replace(extension, **grounds)
    changed = replace(facts, plan=replace(facts.plan, extension=extension))
    found = totals(changed, on=on)
    return WhatIf(
        now=latest_end(facts, on=on),
        then=latest_end(changed, on=on),
        together=found.longest.last_day if found else None,
        bases=found.bases if found else (),
    )


def extension_of(case_id: UUID) -> dict[str, Any]:
    """Return the recorded answers on the grounds of an extension, by their last name. The page logs the look."""
    person = Case.objects.values_list("person_id", flat=True).get(pk=case_id)
    prefix = "plan.extension."
    found = judgements([person]).get(person, {})
    return {key.removeprefix(prefix): value for key, value in found.items() if key.startswith(prefix)}


def totals(facts: Facts, *, on: date, ended_on: date | None = None) -> Totals | None:
    """Return the running totals, counted from the first plan to the day (or its end); None before a first plan."""
    first = facts.plan.first_made_on
    if first is None:
        return None
    until = min(on, ended_on) if ended_on else on
    year = _day("first_plan_last_end", facts, on)
    months = law.answer("plan_extension_max_months", facts, on).value
    bases = law.answer("plan_extension_bases", facts, on).value
    days = law.answer("plan_obstacle_days", facts, on).value
    return Totals(
        first_year=_total(first, year, until) if year else None,
        base=_total(first, _day("plan_base_max_end", facts, on), until),
        longest=_total(first, _day("plan_max_end", facts, on), until),
        obstacle_days=days if isinstance(days, int) else 0,
        extension_months=months if isinstance(months, int) else None,
        bases=tuple(str(rule) for rule in bases) if isinstance(bases, tuple) else (),
    )


def _total(first: date, last: date | None, until: date) -> Total:
    return Total(
        first_day=first,
        last_day=last,
        used=days_between(first, until),
        allowed=days_between(first, last) if last else None,
    )


def _refusals(plan: Plan, facts: Facts, measures: Sequence[Measure], *, on: date) -> tuple[Refusal, ...]:
    """What would stand against acceptance today; a draft without its day is taken as drawn up today."""
    made = plan.made_on or on
    part = replace(facts.plan, made_on=made, first_made_on=facts.plan.first_made_on or made)
    return against_acceptance(
        replace(facts, plan=part),
        reasons=[measure.reason for measure in measures],
        review_on=plan.review_agreed_on,
        area_id=plan.case.area_id,
        on=on,
    )


def measures_of_plan(plan_id: UUID) -> tuple[MeasureView, ...]:
    """Return what was agreed in a plan, in its order. Logged as a look. Raises NotFound."""
    plan = plan_for(plan_id)
    return tuple(measure_view(row) for row in plan.measures.order_by("position"))


def plans_of_case(case_id: UUID) -> tuple[PlanLine, ...]:
    """Return the plans of a case, newest first, in one query. The case page logs the look."""
    found: list[Any] = [*_OF_CASE(case=case_id)]  # with what is annotated
    return tuple(
        PlanLine(
            id=plan.pk,
            state=plan.state,
            made_on=plan.made_on,
            ends_on=plan.ends_on,
            ended_on=plan.ended_on,
            end_reason=plan.end_reason,
            made_by=plan.prepared_by_name,
            reviewed_on=plan.reviewed_on,
            reviewed_by=plan.reviewed_by or "",
        )
        for plan in found
    )
