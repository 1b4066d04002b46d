"""What a granted case shows of its plan: as it holds now, or to the former unit as it was last kept in its time."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from kotopolku.plans.access import plan_for
from kotopolku.plans.models import Goal, Measure, Plan, PlanVersion, Review
from kotopolku.plans.views import ReviewView, review_view


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantedService:
    """One service as agreed; the place is "" where it would tell a protected client's municipality."""

    code: str
    title: str
    state: str
    responsible: str
    responsible_name: str
    place: str
    starts_on: date | None
    ends_on: date | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantedPlan:
    """A plan as far as the grant opens it; `as_of`: the day of the version that the former unit reads."""

    made_on: date | None
    ends_on: date | None
    long_goal: str
    as_of: date | None
    goals: tuple[tuple[str, str], ...]  # code, the client's own words
    services: tuple[GrantedService, ...]
    reviews: tuple[ReviewView, ...]


def granted_plan(case_id: UUID, *, hidden: bool, plan_id: UUID | None = None) -> GrantedPlan | None:
    """Return the plan of a case opened to the acting organisation; None while there is none to read.

    `hidden`: the client is under a non-disclosure order; `plan_id`: this plan, for who reads versions alone. The page
    logs the look at the case; that at a plan is logged here.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT app_plan_in_force(%s)", [case_id])
        in_force = cursor.fetchone()[0]
    if in_force is not None:
        return _in_force(in_force, hidden=hidden)
    versions = PlanVersion.objects.filter(plan__case_id=case_id)
    if plan_id is not None:
        versions = versions.filter(plan_id=plan_id)
    kept = versions.order_by("-on", "-pk").first()
    if kept is None:
        return None
    plan = plan_for(kept.plan_id)
    return _as_kept(kept, plan, hidden=hidden)


def _in_force(plan_id: UUID, *, hidden: bool) -> GrantedPlan:
    # A provider sees what was agreed and not the plan's own row.
    plan = plan_for(plan_id) if Plan.objects.filter(pk=plan_id).exists() else None
    return GrantedPlan(
        made_on=plan.made_on if plan else None,
        ends_on=plan.ends_on if plan else None,
        long_goal=plan.long_goal if plan else "",
        as_of=None,
        goals=tuple(
            (one.code, one.text) for one in Goal.objects.filter(plan_id=plan_id).order_by("position")
        ),
        services=tuple(
            _service(one, hidden=hidden)
            for one in Measure.objects.filter(plan_id=plan_id).order_by("position")
        ),
        reviews=tuple(
            review_view(one) for one in Review.objects.filter(plan_id=plan_id).order_by("-on", "-pk")
        ),
    )


def _service(one: Measure, *, hidden: bool) -> GrantedService:
    return GrantedService(
        code=one.code,
        title=one.title,
        state=one.state,
        responsible=one.responsible,
        responsible_name="" if hidden else one.responsible_name,
        place="" if hidden else one.place,
        starts_on=one.starts_on,
        ends_on=one.ends_on,
        reason=one.reason,
    )


def _as_kept(kept: PlanVersion, plan: Plan, *, hidden: bool) -> GrantedPlan:
    content: dict[str, Any] = kept.content
    return GrantedPlan(
        made_on=plan.made_on,
        ends_on=_day(content["ends_on"]),
        long_goal=content["long_goal"],
        as_of=kept.on,
        goals=tuple((one["code"], one["text"]) for one in content["goals"]),
        services=tuple(
            GrantedService(
                code=one["code"],
                title=one["title"],
                state=one["state"],
                responsible=one["responsible"],
                responsible_name="" if hidden else one["responsible_name"],
                place="" if hidden else one["place"],
                starts_on=_day(one["starts_on"]),
                ends_on=_day(one["ends_on"]),
                reason=one["reason"],
            )
            for one in content["measures"]
        ),
        reviews=tuple(review_view(one) for one in Review.objects.filter(plan=plan).order_by("-on", "-pk")),
    )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
