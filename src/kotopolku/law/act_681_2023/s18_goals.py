"""18 § Kotoutumissuunnitelmassa sovittavat tavoitteet."""

from datetime import date

from kotopolku.law.act_681_2023.s02_scope import age_under
from kotopolku.law.act_681_2023.s03_jobseekers import jobseeker_on
from kotopolku.law.act_681_2023.s05_definitions import plan_made_on
from kotopolku.law.facts import Facts
from kotopolku.law.finding import UNKNOWN, Finding, Outcome, found, found_as, missing_fact
from kotopolku.law.provision import KOTOL, Provision, Rule, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_18_1 = rule(
    id="KOTOL-18-1",
    at=Provision(KOTOL, "18", 1),
    title=N_("A plan has individual goals"),
    text=N_("The plan agrees on individual goals in the long term and for the time of the plan."),
    module=__name__,
)
KOTOL_18_2 = rule(
    id="KOTOL-18-2",
    at=Provision(KOTOL, "18", 2),
    title=N_("A jobseeker's goal is employment or entrepreneurship"),
    text=N_(
        "The goals of a jobseeker include employment or entrepreneurship; no recorded reason removes it."
    ),
    module=__name__,
)
KOTOL_18_3 = rule(
    id="KOTOL-18-3",
    at=Provision(KOTOL, "18", 3),
    title=N_("Other clients' goals as a rule"),
    text=N_(
        "The goals of another client are as a rule readiness for working life and employment or entrepreneurship. A "
        "recorded reason allows others."
    ),
    module=__name__,
)
KOTOL_18_4 = rule(
    id="KOTOL-18-4",
    at=Provision(KOTOL, "18", 4),
    title=N_("A client under 25 aims at an upper secondary qualification"),
    text=N_(
        "The goal of a client under 25 is as a rule at least an upper secondary qualification. A recorded reason "
        "allows another."
    ),
    module=__name__,
)
_EITHER = "employment_or_entrepreneurship"
_DEFAULTS = ("person.birth_date", "employment.jobseeker_periods", "plan.made_on", "plan.first_made_on")
_READS = (*_DEFAULTS, "plan.goals", "plan.goal_deviation_reason")
_GOAL_RULES = (KOTOL_18_2, KOTOL_18_3, KOTOL_18_4)
_BIRTH_DATE = ("person.birth_date",)
_AGE = N_("Whether the client is under 25 when the plan is made is not known: the birth date is missing.")

#: Which agreed goals meet a goal that the Act names.
_MEETS = {
    _EITHER: frozenset({"employment", "entrepreneurship"}),
    "upper_secondary_qualification": frozenset({"upper_secondary_qualification", "higher_education"}),
    "working_life_readiness": frozenset({"working_life_readiness"}),
}


@question(
    "under_25_goal_rule_applies",
    rules=(KOTOL_18_4,),
    reads=("person.birth_date", "plan.made_on", "plan.first_made_on"),
    type="bool",
    meaning=N_("Is the client under 25 when the plan is made?"),
)
def under_25_goal_rule_applies(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Under 25 on the day the plan is made; false on the 25th birthday."""
    asked = "under_25_goal_rule_applies"
    day = plan_made_on(facts) or on
    young = age_under(facts, 25, day)
    if young is UNKNOWN:
        return (missing_fact(KOTOL_18_4, asked, _BIRTH_DATE, _AGE),)
    if young:
        return (found(KOTOL_18_4, asked, True, N_("The client is under 25 on {day}."), day=day),)
    return (found(KOTOL_18_4, asked, False, N_("The client is 25 or over on {day}."), day=day),)


@question(
    "plan_default_goals",
    rules=_GOAL_RULES,
    reads=_DEFAULTS,
    type="list",
    codes=tuple(_MEETS),
    meaning=N_("Which goals does the Act name for this client?"),
)
def plan_default_goals(facts: Facts, on: date) -> tuple[Finding, ...]:
    """An upper secondary qualification under 25, else employment, and readiness first when not a jobseeker."""
    asked = "plan_default_goals"
    day = plan_made_on(facts) or on
    young = age_under(facts, 25, day)
    if young is UNKNOWN:
        return (missing_fact(KOTOL_18_4, asked, _BIRTH_DATE, _AGE),)
    seeker = jobseeker_on(facts, day)
    goals = _default_goals(under_25=young, jobseeker=seeker)
    named = N_("On {day} the Act names these goals for the client: {goals}.")
    return (found(_rule_for(under_25=young, jobseeker=seeker), asked, goals, named, day=day, goals=goals),)


@question(
    "plan_missing_goals",
    rules=_GOAL_RULES,
    reads=_READS,
    type="list",
    codes=tuple(_MEETS),
    meaning=N_("Which of those goals are missing from the plan?"),
)
def plan_missing_goals(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The named goals that are not agreed; a recorded reason empties the list except for a jobseeker of 25 or over."""
    asked = "plan_missing_goals"
    missing = _missing_goals(facts, on)
    if missing is None:
        return (missing_fact(KOTOL_18_4, asked, _BIRTH_DATE, _AGE),)
    base = _rule_on(facts, on)
    if missing:
        gap = N_("Goals not agreed: {goals}.")
        return (found_as(Outcome.NOT_MET, base, asked, missing, gap, goals=missing),)
    full = N_("The goals the Act names are agreed, or a reason for departing from them is recorded.")
    return (found(base, asked, missing, full),)


@question(
    "plan_goals_ok",
    rules=(KOTOL_18_1, *_GOAL_RULES),
    reads=_READS,
    type="bool",
    meaning=N_("Are the goals of the plan as the Act demands?"),
)
def plan_goals_ok(facts: Facts, on: date) -> tuple[Finding, ...]:
    """At least one goal agreed and none missing."""
    asked = "plan_goals_ok"
    if not facts.plan.goals:
        return (found(KOTOL_18_1, asked, False, N_("No goal has been agreed.")),)
    parts = plan_missing_goals(facts, on)
    missing = _missing_goals(facts, on)
    if missing is None:
        return (missing_fact(KOTOL_18_4, asked, _BIRTH_DATE, _AGE), *parts)
    ground = parts[0].grounds[0]
    return (found(KOTOL_18_1, asked, not missing, ground.message, **ground.params), *parts)


def _default_goals(*, under_25: bool, jobseeker: bool) -> tuple[str, ...]:
    if under_25:
        return ("upper_secondary_qualification",)
    if jobseeker:
        return (_EITHER,)
    return ("working_life_readiness", _EITHER)


def _rule_for(*, under_25: bool, jobseeker: bool) -> Rule:
    if under_25:
        return KOTOL_18_4
    return KOTOL_18_2 if jobseeker else KOTOL_18_3


def _rule_on(facts: Facts, on: date) -> Rule:
    day = plan_made_on(facts) or on
    return _rule_for(under_25=age_under(facts, 25, day) is True, jobseeker=jobseeker_on(facts, day))


def _missing_goals(facts: Facts, on: date) -> tuple[str, ...] | None:
    """The missing goals; None if they depend on an age that is not known."""
    day = plan_made_on(facts) or on
    young = age_under(facts, 25, day)
    if young is not UNKNOWN:
        return _missing_at_age(facts, day, under_25=young)
    either = _missing_at_age(facts, day, under_25=True)
    return either if either == _missing_at_age(facts, day, under_25=False) else None


def _missing_at_age(facts: Facts, day: date, *, under_25: bool) -> tuple[str, ...]:
    seeker = jobseeker_on(facts, day)
    reason = (facts.plan.goal_deviation_reason or "").strip()
    if reason and (under_25 or not seeker):
        return ()
    goals = _default_goals(under_25=under_25, jobseeker=seeker)
    return tuple([goal for goal in goals if _MEETS[goal].isdisjoint(facts.plan.goals)])
