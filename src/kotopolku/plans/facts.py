"""The plan as the law reads it (law-questions 3.8), for one person or for thousands in the same number of queries."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from kotopolku.audit.prepared import Prepared
from kotopolku.cases import legal_facts as cases
from kotopolku.law import facts as law
from kotopolku.people import legal_facts as people
from kotopolku.people.known import Known
from kotopolku.plans.models import Goal, Measure, Plan, Review

DRAWN_UP = ("accepted", "ended")  # a draft is not yet a plan that was drawn up
# One question instead of two; the walls of each table hold here as anywhere.
_JUDGED = """
    SELECT c.person_id, 'judgement', j."on", j.id, json_build_array(j.key, j.value)
    FROM judgement j JOIN "case" c ON c.id = j.case_id
    WHERE c.person_id = ANY (%(people)s) AND j.key LIKE 'plan.%%' AND j.superseded_on IS NULL
    UNION ALL
    SELECT c.person_id, 'obstacle', o.first_day, o.id, json_build_array(o.reason, o.first_day, o.last_day)
    FROM plan_obstacle o JOIN "case" c ON c.id = o.case_id
    WHERE c.person_id = ANY (%(people)s) AND o.void_reason = ''
    ORDER BY 2, 3, 4
"""
_PLANS = Prepared(
    lambda people: (
        Plan.objects.filter(case__person_id__in=people, state__in=DRAWN_UP)
        .select_related("case")
        .order_by("made_on", "created_at")
    )
)
_GOALS = Prepared(lambda plans: Goal.objects.filter(plan_id__in=plans).order_by("plan_id", "position"))
_MEASURES = Prepared(lambda plans: Measure.objects.filter(plan_id__in=plans).order_by("plan_id", "position"))
_REVIEWS = Prepared(lambda plans: Review.objects.filter(plan_id__in=plans).order_by("on", "id"))


def plan_parts(
    persons: Iterable[UUID], *, shown_as: Mapping[UUID, UUID] | None = None
) -> dict[UUID, law.Plan]:
    """Return the plan part of each person's facts: five queries however many persons. Persons without one are absent.

    A person without a plan but with recorded grounds for extension has a part too. `shown_as` maps people linked as
    the same person to the one shown, whose part holds the plans of all.
    """
    wanted, shown_as = list(persons), shown_as or {}
    plans: dict[UUID, list[Plan]] = defaultdict(list)
    for plan in _PLANS(people=wanted):
        plans[shown_as.get(plan.case.person_id, plan.case.person_id)].append(plan)
    ids = [plan.pk for rows in plans.values() for plan in rows]
    latest = [rows[-1].pk for rows in plans.values()]
    goals = _by_plan(_GOALS(plans=latest))
    measures = _by_plan(_MEASURES(plans=latest))
    reviews = _by_plan(_REVIEWS(plans=ids))
    judged = judgements(wanted, shown_as=shown_as)
    return {
        person: plan_part(
            plans=plans.get(person, ()),
            goals=goals.get(plans[person][-1].pk, ()) if person in plans else (),
            measures=measures.get(plans[person][-1].pk, ()) if person in plans else (),
            reviews=[review for plan in plans.get(person, ()) for review in reviews.get(plan.pk, ())],
            judged=judged.get(person, {}),
        )
        for person in dict.fromkeys(shown_as.get(one, one) for one in wanted)
        if person in plans or person in judged
    }


def _by_plan[T: (Goal, Measure, Review)](rows: Iterable[T]) -> dict[UUID, list[T]]:
    found: dict[UUID, list[T]] = defaultdict(list)
    for row in rows:
        found[row.plan_id].append(row)
    return found


def judgements(
    persons: Iterable[UUID], *, shown_as: Mapping[UUID, UUID] | None = None
) -> dict[UUID, dict[str, Any]]:
    """Return the judgements in force under `plan.…` and the obstacles, by person; the newest judgement wins."""
    wanted, shown_as = list(persons), shown_as or {}
    found: dict[UUID, dict[str, Any]] = defaultdict(dict)
    with connection.cursor() as cursor:
        cursor.execute(_JUDGED, {"people": wanted})
        for person, what, _day, _row, packed in cursor.fetchall():
            values = json.loads(packed) if isinstance(packed, str) else packed
            mine = found[shown_as.get(person, person)]
            if what == "judgement":
                mine[values[0]] = values[1]
            else:
                reason, first, last = values
                mine.setdefault("plan.extension.obstacles", []).append(
                    {
                        "reason": reason,
                        "from": date.fromisoformat(first),
                        "to": None if last is None else date.fromisoformat(last),
                    }
                )
    return found


def plan_part(
    *,
    plans: Sequence[Plan],
    goals: Sequence[Goal],
    measures: Sequence[Measure],
    reviews: Sequence[Review],
    judged: Mapping[str, Any],
    proposed_end: date | None = None,
) -> law.Plan:
    """Return the law's plan from the plans drawn up, oldest first; the last one is "the plan in question".

    With `proposed_end` the last one is a draft under consideration, whose end is not yet agreed.
    """
    extension = _extension(judged)
    decision = judged.get("plan.max_rule_decision")
    if not plans:
        return law.Plan(extension=extension, max_rule_decision=decision)
    current = plans[-1]
    starts = [day for plan in plans for day in (plan.first_made_on, plan.made_on) if day is not None]
    return law.Plan(
        first_made_on=min(starts, default=None),
        made_on=current.made_on,
        ends_on=None if proposed_end else last_day(current),
        earlier=tuple(
            law.EarlierPlan(made_on=plan.made_on, ends_on=last_day(plan))
            for plan in plans[:-1]
            if plan.made_on
        ),
        proposed_end=proposed_end,
        reviews=tuple(review.on for review in reviews),
        review_requested_on=_latest(plan.review_requested_on for plan in plans),
        change_in_needs_on=_latest(plan.change_in_needs_on for plan in plans),
        made_with_county=current.made_with_county,
        goals=tuple(goal.code for goal in goals),
        goal_deviation_reason=current.deviation_reason.strip() or None,
        services=tuple(measure.code for measure in measures),
        service_reasons=_reasons(measures),
        follow_up_agreed=bool(current.follow_up.strip()),
        max_rule_decision=decision,
        extension=extension,
    )


def last_day(plan: Plan) -> date | None:
    """Return the plan's last day: the day it in fact ended, else the agreed one."""
    return plan.ended_on or plan.ends_on


def _latest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day is not None), default=None)


def _reasons(measures: Sequence[Measure]) -> str | None:
    """19 § 3 mom.: reasons exist when every agreed service has one."""
    reasons = [measure.reason.strip() for measure in measures]
    return "\n".join(reasons) if reasons and all(reasons) else None


def _extension(judged: Mapping[str, Any]) -> law.Extension:
    """Read the recorded grounds of 23 § 3–4 mom. and 31 §; raises FactError if a stored value cannot be one."""
    prefix = "plan.extension."
    given = {key.removeprefix(prefix): value for key, value in judged.items() if key.startswith(prefix)}
    if not given:
        return law.Extension()
    return law.facts_from_mapping({"plan": {"extension": given}}).plan.extension


def facts_by_person(
    persons: Iterable[UUID],
    *,
    on: date,
    shown_as: Mapping[UUID, UUID] | None = None,
    known: Mapping[UUID, Known] | None = None,
) -> dict[UUID, law.Facts]:
    """Return everything the law may read about each person: a constant number of queries, for one or for thousands.

    People linked as the same person share their facts. `known`: what `people` has told already.
    """
    wanted = list(persons)
    shown_as = people.same_person(wanted) if shown_as is None else shown_as
    plans, none = plan_parts({*wanted, *shown_as}, shown_as=shown_as), law.Plan()
    told = _without_plan(wanted, on=on, shown_as=shown_as, known=known)
    return {
        person: replace(facts, plan=plans.get(shown_as.get(person, person), none))
        for person, facts in told.items()
    }


def _without_plan(
    wanted: Sequence[UUID],
    *,
    on: date,
    shown_as: Mapping[UUID, UUID],
    known: Mapping[UUID, Known] | None = None,
) -> dict[UUID, law.Facts]:
    found = people.law_facts_of(wanted, on=on, shown_as=shown_as, known=known)
    told, empty = cases.law_facts_of({*wanted, *shown_as}, on=on, shown_as=shown_as), law.Facts()
    facts: dict[UUID, law.Facts] = {}
    for person in wanted:
        case = told.get(shown_as.get(person, person), empty)
        facts[person] = replace(found.get(person, empty), contact=case.contact, assessment=case.assessment)
    return facts


def person_facts(person: UUID, *, on: date, shown_as: Mapping[UUID, UUID] | None = None) -> law.Facts:
    """Return everything the law may read about one person; `shown_as` as in `facts_by_person`, asked where empty."""
    return facts_by_person([person], on=on, shown_as=shown_as or None)[person]


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """Rows of a plan that were read already, so that they are not asked for twice."""

    goals: Sequence[Goal]
    measures: Sequence[Measure]
    reviews: Sequence[Review]


def draft_facts(
    plan: Plan,
    *,
    on: date,
    proposed_end: date | None = None,
    reviewed_on: date | None = None,
    read: Read | None = None,
) -> law.Facts:
    """Return the facts as if this plan were the plan in question and its end still to be agreed.

    `proposed_end` defaults to the plan's own; `read` saves asking for the plan's rows again; with
    `reviewed_on` a review of that day is counted in.
    """
    person = plan.case.person_id
    shown_as = people.same_person([person])
    same = {person, *shown_as}
    drawn_up = Plan.objects.filter(case__person_id__in=same, state__in=DRAWN_UP).exclude(pk=plan.pk)
    earlier = [*drawn_up.order_by("made_on", "created_at")]
    asked = [*earlier, plan] if read is None else earlier
    reviews = [*Review.objects.filter(plan__in=asked).order_by("on", "id")] if asked else []
    if read is not None:
        reviews = sorted((*reviews, *read.reviews), key=lambda row: (row.on, row.pk))
    part = plan_part(
        plans=[*earlier, plan],
        goals=[*plan.goals.order_by("position")] if read is None else read.goals,
        measures=[*plan.measures.order_by("position")] if read is None else read.measures,
        reviews=reviews,
        judged=judgements(same, shown_as=shown_as).get(shown_as.get(person, person), {}),
        proposed_end=proposed_end or plan.ends_on,
    )
    if reviewed_on is not None:
        part = replace(part, reviews=(*part.reviews, reviewed_on))
    known = _without_plan([person], on=on, shown_as=shown_as)[person]
    return replace(known, plan=replace(part, ends_on=None))
