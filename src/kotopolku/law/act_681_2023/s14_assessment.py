"""14 § Osaamisen ja kotoutumisen palvelutarpeen arviointi: the duty to assess, and how it is carried out."""

from datetime import date

from kotopolku.law.act_681_2023.s02_scope import KOTOL_2_3, KOTOL_2_4, in_scope_on
from kotopolku.law.act_681_2023.s02_unaccompanied import KOTOL_2_6
from kotopolku.law.act_681_2023.s09_contact import KOTOL_9_1
from kotopolku.law.act_681_2023.s14_groups import (
    GROUP_READS,
    GROUP_RULES,
    group_findings,
    in_assistance_system,
)
from kotopolku.law.act_681_2023.s14_window import KOTOL_14_0, last_day, window_finding
from kotopolku.law.facts import Facts
from kotopolku.law.finding import UNKNOWN, Finding, Maybe, Outcome, found, found_as, missing_fact
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_14_2A = rule(
    id="KOTOL-14-2a",
    at=Provision(KOTOL, "14", 2),
    title=N_("The assessment is started without delay"),
    text=N_(
        "The assessment is started without delay when the authority learns of a person of 14 § 1 mom. The Act gives "
        "no number of days."
    ),
    module=__name__,
)
KOTOL_14_4 = rule(
    id="KOTOL-14-4",
    at=Provision(KOTOL, "14", 4),
    title=N_("The wellbeing services county takes part"),
    text=N_(
        "The wellbeing services county takes part in the assessment when services of the municipality and of the "
        "county must be fitted together."
    ),
    module=__name__,
)
KOTOL_14_5 = rule(
    id="KOTOL-14-5",
    at=Provision(KOTOL, "14", 5),
    title=N_("The assessment of a child or youth may be left out"),
    text=N_(
        "The assessment of a child or youth of 2 § 6 mom. may be left out when another client plan meets the needs."
    ),
    module=__name__,
)
KOTOL_14_6 = rule(
    id="KOTOL-14-6",
    at=Provision(KOTOL, "14", 6),
    title=N_("A victim of human trafficking reached late"),
    text=N_(
        "An assessment may be made for a victim of human trafficking whom the services of the municipality reached "
        "only after the three years."
    ),
    module=__name__,
)
KOTOL_14_7 = rule(
    id="KOTOL-14-7",
    at=Provision(KOTOL, "14", 7),
    title=N_("After the assessment the person is referred onward"),
    text=N_(
        "After the assessment the municipality refers the person to other authorities' services as needed."
    ),
    module=__name__,
)

DUTY_READS = (*GROUP_READS, "assessment.other_client_plan_covers_needs")
_FIRST_REACHED = ("trafficking.first_reached_on",)


def reached_late(facts: Facts, on: date) -> Maybe:
    """Whether `on` is after the three years and the victim was reached only after them (14 § 6 mom., 20 § 4 mom.)."""
    last = last_day(facts, on)
    if last is None or on <= last or not in_assistance_system(facts, on):
        return False
    reached = facts.trafficking.first_reached_on
    return UNKNOWN if reached is None else reached > last


@question(
    "assessment_duty",
    rules=(
        KOTOL_14_0,
        *GROUP_RULES,
        KOTOL_14_5,
        KOTOL_14_6,
        KOTOL_2_3,
        KOTOL_2_4,
        KOTOL_2_6,
        KOTOL_9_1,
    ),
    reads=DUTY_READS,
    type="code",
    codes=("must", "may", "may_omit", "none"),
    meaning=N_("Must an assessment of competence and service needs be made?"),
)
def assessment_duty(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Must for the seven items while the three years run; may for a late-reached victim after them."""
    asked = "assessment_duty"
    if not in_scope_on(facts, on):
        return (found_as(Outcome.NOT_MET, KOTOL_14_0, asked, "none", _OUT_OF_SCOPE, on=on),)
    window = window_finding(facts, on)
    if not window.value:
        return (_duty_after_window(facts, on), window)
    parts = group_findings(facts, on)
    return (_duty_inside_window(facts, parts), window, *parts)


_OUT_OF_SCOPE = N_("The Act does not apply to the person on {on}.")


def _duty_after_window(facts: Facts, on: date) -> Finding:
    asked = "assessment_duty"
    late = reached_late(facts, on)
    reached = facts.trafficking.first_reached_on
    if late is UNKNOWN:
        when = N_("The three years have ended; the day the victim was first reached is not recorded.")
        return missing_fact(KOTOL_14_6, asked, _FIRST_REACHED, when)
    if late and reached is not None:
        may = N_("The victim was first reached on {reached_on}, only after the three years.")
        return found(KOTOL_14_6, asked, "may", may, reached_on=reached)
    over = N_("{on} is not inside the three years.")
    return found_as(Outcome.NOT_MET, KOTOL_14_0, asked, "none", over, on=on)


def _duty_inside_window(facts: Facts, parts: tuple[Finding, ...]) -> Finding:
    asked = "assessment_duty"
    guardian = parts[5]
    if facts.assessment.other_client_plan_covers_needs and guardian.value is not False:
        if guardian.value is UNKNOWN:
            unclear = N_(
                "Another client plan meets the needs; whether the person belongs to 2 § 6 mom. is not known."
            )
            return missing_fact(KOTOL_14_5, asked, guardian.missing, unclear)
        omit = N_("The person is a child or youth of 2 § 6 mom., and another client plan meets the needs.")
        return found(KOTOL_14_5, asked, "may_omit", omit)
    for group, part in zip(GROUP_RULES, parts, strict=True):
        if part.value is True:
            ground = part.grounds[0]
            return found(group, asked, "must", ground.message, **ground.params)
    missing: list[str] = []
    first_open: Finding | None = None
    for part in parts:
        if part.value is UNKNOWN:
            first_open = first_open or part
            missing.extend(key for key in part.missing if key not in missing)
    if first_open is not None:
        group = GROUP_RULES[parts.index(first_open)]
        ground = first_open.grounds[0]
        return missing_fact(group, asked, tuple(missing), ground.message, **ground.params)
    none = N_("The three years run, but no item of 14 § 1 mom. is met.")
    return found_as(Outcome.NOT_MET, KOTOL_14_0, asked, "none", none)


@question(
    "assessment_start_standard",
    rules=(KOTOL_14_2A,),
    reads=DUTY_READS,
    type="code",
    codes=("without_delay",),
    meaning=N_("How soon must the assessment be started?"),
)
def assessment_start_standard(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Without delay when the assessment must be made."""
    asked = "assessment_start_standard"
    basis = assessment_duty(facts, on)
    duty = basis[0]
    if duty.value is UNKNOWN:
        ground = duty.grounds[0]
        return (missing_fact(KOTOL_14_2A, asked, duty.missing, ground.message, **ground.params), *basis)
    if duty.value == "must":
        yes = N_("An assessment must be made: it is started without delay.")
        return (found(KOTOL_14_2A, asked, "without_delay", yes), *basis)
    return (found(KOTOL_14_2A, asked, None, N_("There is no duty to make an assessment.")), *basis)


@question(
    "assessment_start_deadline",
    rules=(KOTOL_14_2A,),
    reads=(),
    type="date",
    meaning=N_("By which day must the assessment be started?"),
)
def assessment_start_deadline(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Always none: the Act says without delay and gives no number of days."""
    del facts, on
    return (found(KOTOL_14_2A, "assessment_start_deadline", None, N_("The law gives no number of days.")),)


@question(
    "county_must_participate_in_assessment",
    rules=(KOTOL_14_4,),
    reads=("assessment.needs_county_coordination",),
    type="bool",
    meaning=N_("Must the wellbeing services county take part in the assessment?"),
)
def county_must_participate_in_assessment(facts: Facts, on: date) -> tuple[Finding, ...]:
    """When services of the municipality and of the county must be fitted together."""
    del on
    asked = "county_must_participate_in_assessment"
    if facts.assessment.needs_county_coordination:
        yes = N_("Services of the municipality and of the wellbeing services county must be fitted together.")
        return (found(KOTOL_14_4, asked, True, yes),)
    no = N_("No need to fit together services of the municipality and of the county is recorded.")
    return (found(KOTOL_14_4, asked, False, no),)


@question(
    "onward_referral_duty",
    rules=(KOTOL_14_7,),
    reads=("assessment.made_on",),
    type="bool",
    meaning=N_("Must the person be referred onward after the assessment?"),
)
def onward_referral_duty(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Once the assessment has been made."""
    made = facts.assessment.made_on
    if made is None or made > on:
        not_yet = N_("No assessment had been made by {on}.")
        return (found(KOTOL_14_7, "onward_referral_duty", False, not_yet, on=on),)
    yes = N_("The assessment was made on {made_on}.")
    return (found(KOTOL_14_7, "onward_referral_duty", True, yes, made_on=made),)
