"""Draw up, accept and end plans; what happens in between is in `follow_up`. Each act moves the clocks."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from kotopolku import law
from kotopolku.audit.acting import acting, current_actor
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound, Stale
from kotopolku.law.facts import Facts
from kotopolku.people.legal_facts import law_facts
from kotopolku.plans import codes
from kotopolku.plans.access import open_case, plan_for
from kotopolku.plans.entries import GoalIn, MeasureIn, PlanIn, check
from kotopolku.plans.events import tell
from kotopolku.plans.facts import draft_facts
from kotopolku.plans.follow_up import (
    ask_for_review,
    end_obstacle,
    record_obstacle,
    record_referral,
    review_plan,
    set_measure_state,
    void_obstacle,
)
from kotopolku.plans.models import Goal, Measure, Plan
from kotopolku.plans.refusals import PlanRefused, against_acceptance

__all__ = [
    "accept_plan",
    "ask_for_review",
    "draft_plan",
    "end_obstacle",
    "end_plan",
    "record_obstacle",
    "record_referral",
    "review_plan",
    "save_plan",
    "set_measure_state",
    "void_obstacle",
]

STAFF = (Role.OFFICER, Role.COORDINATOR)
PREPARERS = (*STAFF, Role.ADVISER)
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


@action(*STAFF, facts=True, official=True)
def accept_plan(
    *,
    plan_id: UUID,
    version: int,
    how: str,
    language: str,
    interpreter: bool,
    understood_how: str,
    accepted_on: date | None = None,
) -> None:
    """Accept a draft with the client (16, 24 §): from then on it is in force and its clocks run.

    `how` is one of `codes.ACCEPTED_HOW`; `language` the ISO 639 code in which rights and duties were explained;
    `understood_how` tells how it was seen that the client understood. `accepted_on` defaults to the acting day, the
    plan's `made_on` to `accepted_on`. Raises PlanRefused with everything the law says against it, Invalid, Stale,
    NotFound. A plan in force is ended as replaced.
    """
    on = accepted_on or acting().on
    plan = plan_for(plan_id, to="change", version=version)
    _check_acceptance(plan, how=how, language=language, understood_how=understood_how, on=on)
    plan.made_on = plan.made_on or on
    facts = draft_facts(plan, on=on)
    reasons = [measure.reason for measure in plan.measures.order_by("position")]
    refusals = against_acceptance(facts, reasons=reasons, review_on=plan.review_agreed_on, on=on)
    if refusals:
        raise PlanRefused(refusals)
    former = Plan.objects.select_for_update().filter(case=plan.case, state="accepted").first()
    if former is not None:
        _end(former, ended_on=min(plan.made_on, former.ends_on or plan.made_on), reason="replaced", note="")
    plan.law_asked = _asked(facts, on=on)
    plan.state, plan.accepted_on, plan.accepted_how = "accepted", on, how
    plan.accepted_language, plan.interpreter = language, interpreter
    plan.understood_how = understood_how.strip()
    plan.version += 1
    plan.save()
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
    _end(plan, ended_on=ended_on, reason=reason, note=note.strip())
    tell(plan.case, "plan_ended", on=ended_on, plan=str(plan.pk), ended_on=ended_on, reason=reason)
    touch(plan.case.person_id)


def _end(plan: Plan, *, ended_on: date, reason: str, note: str) -> None:
    plan.state, plan.ended_on, plan.end_reason, plan.ended_note = "ended", ended_on, reason, note
    plan.version += 1
    plan.save()
