"""While a plan is in force: referrals, how services go, reviews, and times when it cannot be carried out."""

from datetime import date, timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting, current_actor
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid
from kotopolku.plans import codes
from kotopolku.plans.access import measure_for, obstacle_for, open_case, plan_for
from kotopolku.plans.events import tell
from kotopolku.plans.facts import draft_facts
from kotopolku.plans.models import Obstacle, Plan, Review
from kotopolku.plans.refusals import PlanRefused, against_end, against_review_day, whose

STAFF = (Role.OFFICER, Role.COORDINATOR)
PREPARERS = (*STAFF, Role.ADVISER)


@action(*PREPARERS, facts=True)
def record_referral(*, measure_id: int, referred_on: date, referred_to: str = "") -> None:
    """Record that the client was guided to apply to an agreed service (20 § 5 mom.). Raises Invalid, NotFound."""
    measure = measure_for(measure_id)
    plan = measure.plan
    if plan.state != "accepted" or plan.made_on is None:
        raise Invalid(field="", message=_("Accept the plan first. The month for guiding runs from its day."))
    if not plan.made_on <= referred_on <= acting().on:
        raise Invalid(field="referred_on", message=_("Give a day from the plan's day up to today."))
    measure.referred_on, measure.referred_to = referred_on, referred_to.strip()
    if measure.state == "planned":
        measure.state = "referred"
    measure.save()
    tell(
        plan.case,
        "measure_referred",
        on=referred_on,
        title=measure.title or measure.code,
        to=measure.referred_to,
    )
    touch(plan.case.person_id)


@action(*PREPARERS, facts=True)
def set_measure_state(*, measure_id: int, state: str, on: date) -> None:
    """Record that an agreed service started, was completed or was given up. Raises Invalid, NotFound."""
    measure = measure_for(measure_id)
    if state not in {"started", "done", "dropped"}:
        raise Invalid(
            field="state", message=_("Choose whether the service started, was completed or was given up.")
        )
    if measure.plan.state == "draft":
        raise Invalid(field="", message=_("Accept the plan first."))
    if on > acting().on:
        raise Invalid(field="on", message=_("This day has not come yet. Give a day up to today."))
    measure.state = state
    measure.save()
    tell(measure.plan.case, f"measure_{state}", on=on, title=measure.title or measure.code)
    touch(measure.plan.case.person_id)


@action(*STAFF, facts=True, official=True)
def review_plan(
    *,
    plan_id: UUID,
    version: int,
    on: date,
    participation: str,
    progress: str,
    source: str,
    hindrances: str = "",
    changes: str = "",
    source_note: str = "",
    county_participated: bool = False,
    ends_on: date | None = None,
    next_review_on: date | None = None,
) -> None:
    """Review a plan in force (22 §; 874/2024 3 §): the next six months run from `on`.

    `source` is one of `codes.REVIEW_SOURCES`. `ends_on` sets a new last day, which the law must allow; with
    `next_review_on` an earlier review is agreed. Raises PlanRefused, Invalid, Stale, NotFound.
    """
    plan = plan_for(plan_id, to="change", version=version)
    _check_review(plan, on=on, participation=participation, progress=progress, source=source)
    facts = draft_facts(plan, on=on, proposed_end=ends_on or plan.ends_on, reviewed_on=on)
    refusals = whose(facts, on=on) + against_review_day(facts, review_on=next_review_on, on=on)
    if ends_on is not None and ends_on != plan.ends_on:
        refusals += against_end(facts, on=on)
    if refusals:
        raise PlanRefused(refusals)
    Review.objects.create(
        controller_id=plan.controller_id,
        plan=plan,
        on=on,
        participation=participation.strip(),
        progress=progress.strip(),
        hindrances=hindrances.strip(),
        changes=changes.strip(),
        source=source,
        source_note=source_note.strip(),
        county_participated=county_participated,
        ends_on_before=plan.ends_on,
        ends_on_after=ends_on or plan.ends_on,
        by=current_actor().staff_id,
        by_name=current_actor().name,
    )
    plan.ends_on = ends_on or plan.ends_on
    plan.review_agreed_on = next_review_on
    plan.version += 1
    plan.save()
    tell(plan.case, "plan_reviewed", on=on, plan=str(plan.pk))
    touch(plan.case.person_id)


def _check_review(plan: Plan, *, on: date, participation: str, progress: str, source: str) -> None:
    if plan.state != "accepted" or plan.made_on is None:
        raise Invalid(field="", message=_("Only a plan in force is reviewed."))
    if not plan.made_on <= on <= acting().on:
        raise Invalid(field="on", message=_("Give a day from the plan's day up to today."))
    if not participation.strip():
        raise Invalid(
            field="participation", message=_("Write how the client has taken part in the services.")
        )
    if not progress.strip():
        raise Invalid(field="progress", message=_("Write what has been achieved so far."))
    if source not in codes.REVIEW_SOURCES:
        raise Invalid(field="source", message=_("Choose who told it."))


@action(*PREPARERS, facts=True)
def ask_for_review(*, plan_id: UUID, on: date, change_in_needs: bool = False, text: str = "") -> None:
    """Record the client's request for a review, or a change in needs or situation (22 § 1 mom.)."""
    plan = plan_for(plan_id, to="change")
    if plan.state != "accepted":
        raise Invalid(field="", message=_("Only a plan in force is reviewed."))
    if on > acting().on:
        raise Invalid(field="on", message=_("This day has not come yet. Give a day up to today."))
    if change_in_needs:
        plan.change_in_needs_on = on
    else:
        plan.review_requested_on = on
    plan.version += 1
    plan.save()
    tell(plan.case, "needs_changed" if change_in_needs else "review_asked", on=on, text=text.strip())
    touch(plan.case.person_id)


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
