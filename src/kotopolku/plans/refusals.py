"""What the law says against a plan before it is accepted (KotoL 3, 16, 18–20, 23 §).

Each refusal names the form field, a sentence with placeholders (translated by the page, like a law's ground) and the
place in the law. An unknown answer refuses too: the plan waits until the missing fact is recorded.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext_lazy as lazy

from kotopolku import law
from kotopolku.accounts.queries import area_settings_of
from kotopolku.cases.refusals import Refusal, Refused, refusal
from kotopolku.law.facts import Facts
from kotopolku.law.finding import UNKNOWN, Finding
from kotopolku.law.wording import N_

OTHERS_PLAN = N_(
    "Job search is valid, so the employment authority draws up and reviews the plan. Hand this over to it as it stands."
)
NO_ASSESSMENT = N_("The assessment has not been concluded. Conclude it first: the plan is built on it.")
NO_NEED = N_(
    "The assessment did not find a need for a plan. Correct its outcome, or guide the client onward."
)
UNKNOWN_FACT = N_("The law cannot answer before this is recorded: {missing}.")
OPEN_LAW = N_("The law is open here. Ask the coordinator before the plan is accepted.")
NO_END = N_("Give the last day of the plan. The law sets only the longest time.")
AFTER_WINDOW = N_(
    "The first plan had to be drawn up by {last_day}: three years from the first permit or registration."
)
FIRST_TOO_LONG = N_("The first plan may last one year, until {last_day} at most. Give an earlier last day.")
TOO_LONG = N_(
    "All plans together may last until {last_day} at most on the facts recorded. Give an earlier last day."
)
NO_GOAL = N_("Agree on at least one goal.")
GOAL_MISSING = N_("By law the plan aims at {goal}. Add the goal, or write why it is departed from.")
GOAL_MISSING_JOBSEEKER = N_("A jobseeker's plan must aim at {goal}. Add the goal.")
NO_SERVICES = N_("Agree on at least one service. A plan without services is no plan.")
NO_REASON = N_("Write why this service serves the goal. The law asks for a reason.")
NO_FOLLOW_UP = N_("Write how the services are followed up.")
REVIEW_TOO_LATE = N_("The next review is due by {last_day}: six months at most. Give an earlier day.")


FROZEN = lazy(
    "Job search is valid, so this draft is frozen as it stands. Take it up again when job search has ended."
)


class PlanRefused(Refused):
    """The plan cannot be accepted, lengthened or reviewed as it is."""


def _unknown(found: Finding, *, field: str) -> Refusal:
    if found.missing:
        return refusal(found, field=field, message=UNKNOWN_FACT, missing=found.missing)
    return refusal(found, field=field, message=OPEN_LAW)


def others_answer(facts: Facts, *, on: date, delegated: bool) -> bool:
    """Whether the employment authority draws up and reviews the plan (3 § 1 mom.): not where it has `delegated` it."""
    return not delegated and law.answer("responsible_authority", facts, on).value == "employment_authority"


def whose(facts: Facts, *, area_id: str, on: date) -> tuple[Refusal, ...]:
    """Refuse when somebody else answers for plans on the day (3 § 1 mom.)."""
    if others_answer(facts, on=on, delegated=False) and not delegated_in(area_id):
        found = law.answer("responsible_authority", facts, on)
        return (refusal(found, field="", message=OTHERS_PLAN),)
    return ()


def delegated_in(area_id: str) -> bool:
    """Whether the area's programme says that the municipality makes the plans of jobseekers too."""
    return area_settings_of(area_id).jobseeker_plans_delegated


def against_acceptance(
    facts: Facts, *, reasons: Sequence[str], review_on: date | None, area_id: str, on: date
) -> tuple[Refusal, ...]:
    """Return everything that stands against the plan in `facts.plan` on the day, in the order of the form.

    `reasons` are the measures' reasons, one each, in order; an empty one refuses at its own field. `review_on` is
    the day agreed for the first review, if any.
    """
    return (
        *whose(facts, area_id=area_id, on=on),
        *_ground(facts, on=on),
        *_time(facts, on=on),
        *_length(facts, on=on),
        *_goals(facts, on=on),
        *_content(facts, reasons=reasons, on=on),
        *against_review_day(facts, review_on=review_on, on=on),
    )


def against_end(facts: Facts, *, on: date) -> tuple[Refusal, ...]:
    """Return what stands against `facts.plan.proposed_end` (23 §)."""
    return tuple(_length(facts, on=on))


def against_review_day(facts: Facts, *, review_on: date | None, on: date) -> tuple[Refusal, ...]:
    """22 § 1 mom.: a review may be agreed earlier than the law's latest day, never later."""
    found = law.answer("next_review_due", facts, on)
    if review_on is None or not isinstance(found.value, date) or review_on <= found.value:
        return ()
    return (refusal(found, field="review_agreed_on", message=REVIEW_TOO_LATE, last_day=found.value),)


def _is_first(facts: Facts) -> bool:
    return facts.plan.first_made_on in {None, facts.plan.made_on}


def _ground(facts: Facts, *, on: date) -> Iterable[Refusal]:
    """16 §: assessment made and the need found; a continuing plan rests on the first one's assessment."""
    if not _is_first(facts):
        return
    found = law.answer("plan_duty", facts, on)
    if facts.assessment.made_on is None:
        yield refusal(found, field="", message=NO_ASSESSMENT)
    elif facts.assessment.plan_need_found is False:
        yield refusal(found, field="", message=NO_NEED)
    elif found.value is UNKNOWN:
        yield _unknown(found, field="")


def _time(facts: Facts, *, on: date) -> Iterable[Refusal]:
    found = law.answer("plan_in_time", facts, on)
    if found.value is UNKNOWN:
        yield _unknown(found, field="made_on")
    elif found.value is False:
        last = law.answer("window_last_day", facts, on).value
        yield refusal(found, field="made_on", message=AFTER_WINDOW, last_day=_day(last))


def _length(facts: Facts, *, on: date) -> Iterable[Refusal]:
    plan = facts.plan
    found = law.answer("plan_end_allowed", facts, on)
    if plan.proposed_end is None:
        yield refusal(found, field="ends_on", message=NO_END)
        return
    if found.value is UNKNOWN:
        yield _unknown(found, field="ends_on")
        return
    if found.value is not False:
        return
    first_end = law.answer("first_plan_last_end", facts, on)
    if _is_first(facts) and isinstance(first_end.value, date) and plan.proposed_end > first_end.value:
        yield refusal(first_end, field="ends_on", message=FIRST_TOO_LONG, last_day=first_end.value)
        return
    longest = law.answer("plan_max_end", facts, on)
    yield refusal(longest, field="ends_on", message=TOO_LONG, last_day=_day(longest.value))


def _goals(facts: Facts, *, on: date) -> Iterable[Refusal]:
    if not facts.plan.goals:
        yield refusal(law.answer("plan_goals_ok", facts, on), field="goals", message=NO_GOAL)
        return
    found = law.answer("plan_missing_goals", facts, on)
    if found.value is UNKNOWN:
        if not facts.plan.goal_deviation_reason:
            yield _unknown(found, field="deviation_reason")
        return
    missing = tuple(code for code in _codes(found.value))
    if not missing:
        return
    # Somebody whose goal stays missing in spite of a reason is a jobseeker of 25 or over: "must", not "as a rule".
    reasoned = replace(facts, plan=replace(facts.plan, goal_deviation_reason="-"))
    strict = bool(_codes(law.answer("plan_missing_goals", reasoned, on).value))
    message = GOAL_MISSING_JOBSEEKER if strict else GOAL_MISSING
    for code in missing:
        yield refusal(found, field="goals" if strict else "deviation_reason", message=message, goal=code)


def _content(facts: Facts, *, reasons: Sequence[str], on: date) -> Iterable[Refusal]:
    found = law.answer("plan_missing_content", facts, on)
    missing = _codes(found.value)
    if "services" in missing:
        yield refusal(found, field="measures", message=NO_SERVICES)
    for position, reason in enumerate(reasons):
        if not reason.strip():
            yield refusal(found, field=f"measures-{position}-reason", message=NO_REASON)
    if "follow_up" in missing:
        yield refusal(found, field="follow_up", message=NO_FOLLOW_UP)


def _codes(value: object) -> tuple[str, ...]:
    return tuple(str(code) for code in value) if isinstance(value, tuple) else ()


def _day(value: object) -> date | str:
    return value if isinstance(value, date) else "?"
