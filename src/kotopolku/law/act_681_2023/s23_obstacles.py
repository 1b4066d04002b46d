"""23 § 4 mom.: the time during which the plan could not be carried out."""

from datetime import date, timedelta

from kotopolku.law.act_681_2023.s05_definitions import first_plan_made_on
from kotopolku.law.calendar import days_between
from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, Outcome, found_as
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_23_4 = rule(
    id="KOTOL-23-4",
    at=Provision(KOTOL, "23", 4),
    title=N_("Extension by the time of an obstacle"),
    text=N_(
        "The plan may be extended by the time during which it could not be carried out because of injury, illness, "
        "days of pregnancy or parental allowance, or a comparable reason. The time comes on top of other extensions."
    ),
    module=__name__,
)
_GROUNDS = frozenset(
    {"injury", "illness", "pregnancy_allowance_days", "parental_allowance_days", "comparable_reason"}
)


def obstacle_days(facts: Facts, on: date) -> int:
    """Calendar days with a ground, both ends counted, overlaps once, from the first plan on."""
    counted_until = first_plan_made_on(facts)
    if counted_until is None or not facts.plan.extension.obstacles:
        return 0
    counted_until -= timedelta(days=1)
    days = 0
    for first, last in sorted(_spans(facts, on)):
        if last > counted_until:
            days += days_between(max(first, counted_until + timedelta(days=1)), last)
            counted_until = last
    return days


@question(
    "plan_obstacle_days",
    rules=(KOTOL_23_4,),
    reads=("plan.extension.obstacles", "plan.first_made_on", "plan.made_on"),
    type="integer",
    meaning=N_("On how many days could the plan not be carried out?"),
)
def plan_obstacle_days(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The days of the obstacles, which are also the extension."""
    days = obstacle_days(facts, on)
    counted = N_("Days on which the plan could not be carried out for a reason of 23 § 4 mom.: {days}.")
    outcome = Outcome.MET if days else Outcome.NOT_MET
    return (found_as(outcome, KOTOL_23_4, "plan_obstacle_days", days, counted, days=days),)


def _spans(facts: Facts, on: date) -> list[tuple[date, date]]:
    return [
        (obstacle.from_, obstacle.to or on)
        for obstacle in facts.plan.extension.obstacles
        if obstacle.reason in _GROUNDS and obstacle.from_ <= on
    ]
