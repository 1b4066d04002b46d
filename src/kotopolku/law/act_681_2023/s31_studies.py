"""31 § Omaehtoisten opintojen jatkaminen: studies unfinished when the maximum of 23 § is reached."""

from datetime import date

from kotopolku.law.act_681_2023.s02_scope import age_under
from kotopolku.law.act_681_2023.s03_jobseekers import jobseeker_on
from kotopolku.law.act_681_2023.s05_definitions import first_plan_made_on
from kotopolku.law.act_681_2023.s23_obstacles import obstacle_days
from kotopolku.law.act_681_2023.s102_transition import DECISION, MAX_RULE_READS, NO_DECISION, max_rule
from kotopolku.law.calendar import add_days, add_months
from kotopolku.law.facts import Facts
from kotopolku.law.finding import UNKNOWN, Finding, Maybe, found, missing_fact, open_law
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_31_1 = rule(
    id="KOTOL-31-1",
    at=Provision(KOTOL, "31", 1),
    title=N_("One more year to finish studies under 25"),
    text=N_(
        "The plan of a jobseeker under 25 may be extended by at most one year to finish studies supported with "
        "unemployment benefit that are unfinished when the maximum of 23 § is reached."
    ),
    not_decided=N_(
        "On which day the age is tested: here the day 23 § reaches its maximum, with granted months and obstacles."
    ),
    module=__name__,
)
KOTOL_31_2 = rule(
    id="KOTOL-31-2",
    at=Provision(KOTOL, "31", 2),
    title=N_("The support of studies may go on from 25"),
    text=N_(
        "For a client of 25 or over in the same situation the plan is not extended, but the support of the studies may "
        "go on. The plan then stays valid only for that support, until an employment plan is made without undue delay."
    ),
    module=__name__,
)
READS = (
    *MAX_RULE_READS,
    "plan.extension",
    "employment.jobseeker_periods",
    "person.birth_date",
)
_BASE_MONTHS = 24
OLD_NOT_MODELLED = N_("The plan follows the maximum of act 1386/2010, whose extensions are not modelled.")
_BIRTH_DATE = ("person.birth_date",)
NO_AGE = N_("Studies are unfinished, but whether the client is under 25 on {day} is not known.")


def age_day(facts: Facts, on: date) -> date | None:
    """The day the age is tested: the maximum of 23 § with granted months and obstacle days; None without a plan."""
    first = first_plan_made_on(facts)
    if first is None:
        return None
    months = _BASE_MONTHS + (facts.plan.extension.granted_23_3_months or 0)
    return add_days(add_months(first, months), obstacle_days(facts, on))


def unfinished_studies(facts: Facts, on: date) -> bool:
    """Whether a jobseeker's benefit-supported studies are unfinished."""
    return bool(facts.plan.extension.benefit_supported_studies_unfinished) and jobseeker_on(facts, on)


def year_for_studies(facts: Facts, on: date) -> Maybe:
    """Whether 31 § 1 mom. is met: unfinished studies, and under 25 on the day tested."""
    if not unfinished_studies(facts, on):
        return False
    day = age_day(facts, on)
    return False if day is None else age_under(facts, 25, day)


@question(
    "study_support_may_continue",
    rules=(KOTOL_31_2,),
    reads=READS,
    type="bool",
    meaning=N_("May the support of the studies go on after the plan's maximum?"),
)
def study_support_may_continue(facts: Facts, on: date) -> tuple[Finding, ...]:
    """A jobseeker with unfinished studies who is 25 or over on the day tested."""
    return (_support(facts, on, asked="study_support_may_continue"),)


@question(
    "employment_plan_standard",
    rules=(KOTOL_31_2,),
    reads=READS,
    type="code",
    codes=("without_undue_delay",),
    meaning=N_("How soon must an employment plan follow?"),
)
def employment_plan_standard(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Without undue delay, when the support of the studies may go on."""
    asked = "employment_plan_standard"
    support = study_support_may_continue(facts, on)
    if support[0].value is UNKNOWN:
        return (_support(facts, on, asked=asked), *support)
    if support[0].value:
        soon = N_("The support of the studies may go on: an employment plan is made without undue delay.")
        return (found(KOTOL_31_2, asked, "without_undue_delay", soon), *support)
    return (found(KOTOL_31_2, asked, None, N_("The support of studies does not go on under 31 §.")), *support)


def _support(facts: Facts, on: date, *, asked: str) -> Finding:
    day = age_day(facts, on)
    if not unfinished_studies(facts, on) or day is None:
        return found(
            KOTOL_31_2, asked, False, N_("No jobseeker's unfinished supported studies on {on}."), on=on
        )
    which = max_rule(facts, on)
    if which == "OLD":
        return open_law(KOTOL_31_2, asked, OLD_NOT_MODELLED)
    if which is UNKNOWN:
        first = first_plan_made_on(facts) or on
        return missing_fact(KOTOL_31_2, asked, DECISION, NO_DECISION, first_made_on=first)
    young = age_under(facts, 25, day)
    if young is UNKNOWN:
        return missing_fact(KOTOL_31_2, asked, _BIRTH_DATE, NO_AGE, day=day)
    if young:
        return found(KOTOL_31_2, asked, False, N_("The client is under 25 on {day}."), day=day)
    old = N_("Studies are unfinished and the client is 25 or over on {day}.")
    return found(KOTOL_31_2, asked, True, old, day=day)
