"""23 § 3 mom.: extensions of the plan beyond two years, on recorded grounds, together with 23 § 4 mom. and 31 §."""

from datetime import date

from kotopolku.law.act_681_2023.s05_definitions import first_plan_made_on
from kotopolku.law.act_681_2023.s23_obstacles import KOTOL_23_4, obstacle_days
from kotopolku.law.act_681_2023.s31_studies import (
    KOTOL_31_1,
    KOTOL_31_2,
    NO_AGE,
    OLD_NOT_MODELLED,
    READS,
    age_day,
    year_for_studies,
)
from kotopolku.law.act_681_2023.s102_transition import DECISION, NO_DECISION, max_rule
from kotopolku.law.facts import Facts
from kotopolku.law.finding import UNKNOWN, Finding, Outcome, found, found_as, missing_fact, open_law
from kotopolku.law.provision import KOTOL, Provision, Rule, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_23_3A = rule(
    id="KOTOL-23-3a",
    at=Provision(KOTOL, "23", 3),
    title=N_("Two more years for special needs"),
    text=N_(
        "The maximum may be extended by at most two years when the client has a low educational background or needs "
        "multidisciplinary services, and special measures that support integration and employment are needed."
    ),
    module=__name__,
)
KOTOL_23_3B = rule(
    id="KOTOL-23-3b",
    at=Provision(KOTOL, "23", 3),
    title=N_("Two more years after home care of a child"),
    text=N_(
        "The maximum may be extended by at most two years when it was used up while the client received child home "
        "care allowance and took part in the plan part-time. The two grounds together give two years once."
    ),
    module=__name__,
)
BIRTH_DATE = ("person.birth_date",)
EXTENSION_RULES = (KOTOL_23_3A, KOTOL_23_3B, KOTOL_23_4, KOTOL_31_1, KOTOL_31_2)
_SPECIAL_MONTHS = 24
_STUDY_MONTHS = 12


def special_need(facts: Facts) -> bool:
    """Low education or multidisciplinary need, and special measures."""
    extension = facts.plan.extension
    need = extension.low_education or extension.multidisciplinary_need
    return bool(need and extension.special_measures_needed)


def home_care_part_time(facts: Facts) -> bool:
    """The two years used up on home care allowance while taking part part-time."""
    extension = facts.plan.extension
    return bool(extension.home_care_allowance_during_base_period and extension.part_time_participation)


def extension_months(facts: Facts, on: date) -> tuple[int, int]:
    """The most months that may be granted beyond two years: the certain and the possible number.

    They differ only when the birth date that decides 31 § is not known.
    """
    months = _SPECIAL_MONTHS if special_need(facts) or home_care_part_time(facts) else 0
    studies = year_for_studies(facts, on)
    if studies is UNKNOWN:
        return months, months + _STUDY_MONTHS
    return (months + _STUDY_MONTHS if studies else months,) * 2


def not_modelled(facts: Facts, on: date, *, base: Rule, asked: str) -> Finding | None:
    """The unknown that the old maximum causes; None when the plan follows this Act or there is no plan."""
    which = max_rule(facts, on)
    if which == "OLD":
        return open_law(base, asked, OLD_NOT_MODELLED)
    if which is UNKNOWN:
        first = first_plan_made_on(facts) or on
        return missing_fact(base, asked, DECISION, NO_DECISION, first_made_on=first)
    return None


def no_age(facts: Facts, on: date, *, asked: str, base: Rule = KOTOL_31_1) -> Finding:
    """The unknown that a missing birth date causes under 31 §."""
    return missing_fact(base, asked, BIRTH_DATE, NO_AGE, day=age_day(facts, on) or on)


@question(
    "plan_extension_bases",
    rules=EXTENSION_RULES,
    reads=READS,
    type="list",
    codes=("KOTOL-23-3a", "KOTOL-23-3b", "KOTOL-23-4", "KOTOL-31-1", "KOTOL-31-2"),
    meaning=N_("On which grounds may the plan be extended?"),
)
def plan_extension_bases(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The rules whose conditions are met; open for a plan of the old act or if the birth date decides."""
    asked = "plan_extension_bases"
    open_ = not_modelled(facts, on, base=KOTOL_23_3A, asked=asked)
    if open_ is not None:
        return (open_,)
    studies = year_for_studies(facts, on)
    if studies is UNKNOWN:
        return (no_age(facts, on, asked=asked),)
    met = (
        (KOTOL_23_3A, special_need(facts)),
        (KOTOL_23_3B, home_care_part_time(facts)),
        (KOTOL_23_4, obstacle_days(facts, on) > 0),
        (KOTOL_31_1, studies),
    )
    bases = [base for base, answer in met if answer]
    names = tuple([base.id for base in bases])
    if not bases:
        none = N_("No ground for an extension is recorded.")
        return (found_as(Outcome.NOT_MET, KOTOL_23_3A, asked, names, none),)
    return (found(bases[0], asked, names, N_("Grounds for an extension: {bases}."), bases=names),)


@question(
    "plan_extension_max_months",
    rules=(KOTOL_23_3A, KOTOL_23_3B, KOTOL_31_1),
    reads=READS,
    type="integer",
    meaning=N_("By how many months may the plan be extended at most?"),
)
def plan_extension_max_months(facts: Facts, on: date) -> tuple[Finding, ...]:
    """24 on the grounds of 23 § 3 mom., 12 on 31 §; obstacle days are not in it."""
    asked = "plan_extension_max_months"
    open_ = not_modelled(facts, on, base=KOTOL_23_3A, asked=asked)
    if open_ is not None:
        return (open_,)
    certain, possible = extension_months(facts, on)
    if certain != possible:
        return (no_age(facts, on, asked=asked),)
    most = N_("The plan may be extended by at most {months} months.")
    outcome = Outcome.MET if certain else Outcome.NOT_MET
    return (found_as(outcome, _months_rule(facts), asked, certain, most, months=certain),)


@question(
    "plan_extension_allowed",
    rules=(KOTOL_23_3A, KOTOL_23_3B, KOTOL_31_1),
    reads=READS,
    type="bool",
    meaning=N_("May the requested months be granted?"),
)
def plan_extension_allowed(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The requested months are at most the months that may be granted."""
    return (extension_finding(facts, on, asked="plan_extension_allowed"),)


def extension_finding(facts: Facts, on: date, *, asked: str) -> Finding:
    """Whether the requested months may be granted, as an answer to `asked`; not applicable without a request."""
    requested = facts.plan.extension.requested_months
    if requested is None:
        return found(KOTOL_23_3A, asked, None, N_("No extension is requested."))
    open_ = not_modelled(facts, on, base=KOTOL_23_3A, asked=asked)
    if open_ is not None:
        return open_
    certain, possible = extension_months(facts, on)
    if certain < requested <= possible:
        return no_age(facts, on, asked=asked)
    asked_for = N_("{requested} months are requested; at most {months} may be granted.")
    return found(
        _months_rule(facts), asked, requested <= certain, asked_for, requested=requested, months=certain
    )


def _months_rule(facts: Facts) -> Rule:
    if special_need(facts):
        return KOTOL_23_3A
    if home_care_part_time(facts):
        return KOTOL_23_3B
    return KOTOL_31_1 if facts.plan.extension.benefit_supported_studies_unfinished else KOTOL_23_3A
