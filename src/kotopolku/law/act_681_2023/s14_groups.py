"""14 § 1 mom. 1–7 k: for whom an assessment is made while the three years run."""

from collections.abc import Callable
from datetime import date

from kotopolku.law.act_681_2023.s02_scope import KOTOL_2_3, KOTOL_2_4, g3_status, g4, g4_missing, in_scope_on
from kotopolku.law.act_681_2023.s02_unaccompanied import KOTOL_2_6, g6
from kotopolku.law.act_681_2023.s03_jobseekers import covering
from kotopolku.law.act_681_2023.s09_contact import KOTOL_9_1, valid_contact_received
from kotopolku.law.act_681_2023.s14_window import inside
from kotopolku.law.facts import Facts
from kotopolku.law.finding import UNKNOWN, Finding, Outcome, found, found_as, missing_fact
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

_ASKED = "assessment_groups"

KOTOL_14_1_1 = rule(
    id="KOTOL-14-1-1",
    at=Provision(KOTOL, "14", 1, 1),
    title=N_("Unemployed jobseeker"),
    text=N_("An assessment is made for an unemployed jobseeker."),
    module=__name__,
)
KOTOL_14_1_2 = rule(
    id="KOTOL-14-1-2",
    at=Provision(KOTOL, "14", 1, 2),
    title=N_("International protection or an equal permit, and relatives"),
    text=N_("An assessment is made for a person of 2 § 3 or 4 mom."),
    not_decided=N_("Whether a full assessment is meant for a small child: the Act names no age."),
    module=__name__,
)
KOTOL_14_1_3 = rule(
    id="KOTOL-14-1-3",
    at=Provision(KOTOL, "14", 1, 3),
    title=N_("Child home care allowance"),
    text=N_(
        "An assessment is made for a person who receives child home care allowance. Private day-care allowance "
        "alone is not enough."
    ),
    module=__name__,
)
KOTOL_14_1_4 = rule(
    id="KOTOL-14-1-4",
    at=Provision(KOTOL, "14", 1, 4),
    title=N_("A request or a contact, and a need"),
    text=N_(
        "An assessment is made for a person who asks for it, or about whom an authority has made a contact of 9 §, "
        "if the municipality judges that the person needs it."
    ),
    not_decided=N_("Whether a refusal to make a requested assessment is a decision open to rectification."),
    module=__name__,
)
KOTOL_14_1_5 = rule(
    id="KOTOL-14-1-5",
    at=Provision(KOTOL, "14", 1, 5),
    title=N_("Social assistance other than temporary"),
    text=N_("An assessment is made for a person who receives social assistance other than temporarily."),
    module=__name__,
)
KOTOL_14_1_6 = rule(
    id="KOTOL-14-1-6",
    at=Provision(KOTOL, "14", 1, 6),
    title=N_("Child or youth who came without guardian"),
    text=N_("An assessment is made for a child or youth of 2 § 6 mom."),
    module=__name__,
)
KOTOL_14_1_7 = rule(
    id="KOTOL-14-1-7",
    at=Provision(KOTOL, "14", 1, 7),
    title=N_("Victim of human trafficking"),
    text=N_(
        "An assessment is made for a victim of human trafficking: a person in the assistance system. A suspicion "
        "is not enough."
    ),
    module=__name__,
)


def unemployed_jobseeker(facts: Facts, on: date) -> Finding:
    """1 k: työtön työnhakija."""
    search = covering(facts.employment.jobseeker_periods, on)
    if search is None:
        no = N_("Job search is not valid on {on}.")
        return found(KOTOL_14_1_1, _ASKED, False, no, on=on)
    idle = covering(facts.employment.unemployed_periods, on)
    if idle is None:
        employed = N_("The person is a jobseeker, but not unemployed on {on}.")
        return found(KOTOL_14_1_1, _ASKED, False, employed, on=on)
    yes = N_("The person has been a jobseeker since {search_from} and unemployed since {unemployed_from}.")
    return found(KOTOL_14_1_1, _ASKED, True, yes, search_from=search.from_, unemployed_from=idle.from_)


def protection_or_relative(facts: Facts, on: date) -> Finding:
    """2 k: kansainvälinen suojelu tai siihen rinnastuva lupa, perheenjäsen tai muu omainen."""
    status = g3_status(facts, on)
    if status is not None:
        g3 = N_("The permit granted on {granted_on} belongs to 2 § 3 mom.")
        return found(KOTOL_14_1_2, _ASKED, True, g3, granted_on=status.granted_on)
    relative = g4(facts)
    if relative is UNKNOWN:
        dates = N_(
            "Whether the family tie is older than the sponsor's arrival cannot be seen: a date is missing."
        )
        return missing_fact(KOTOL_14_1_2, _ASKED, g4_missing(facts), dates)
    if relative:
        yes = N_("The person is a relative of a person of 2 § 3 mom., and the tie is older than the arrival.")
        return found(KOTOL_14_1_2, _ASKED, True, yes)
    no = N_("The person belongs neither to 2 § 3 mom. nor to 2 § 4 mom.")
    return found(KOTOL_14_1_2, _ASKED, False, no)


def home_care_allowance(facts: Facts, on: date) -> Finding:
    """3 k: lasten kotihoidon tuki."""
    period = covering(facts.benefits.child_home_care_allowance_periods, on)
    if period is None:
        return found(KOTOL_14_1_3, _ASKED, False, N_("No child home care allowance is paid on {on}."), on=on)
    yes = N_("Child home care allowance has been paid since {since}.")
    return found(KOTOL_14_1_3, _ASKED, True, yes, since=period.from_)


def asked_and_needed(facts: Facts, on: date) -> Finding:
    """4 k: pyyntö tai 9 §:n yhteydenotto, and the municipality's judgement that it is needed."""
    requested = facts.assessment.requested_on
    if requested is not None and requested <= on:
        since, asked_for = requested, True
    elif facts.contact.received_on is not None and valid_contact_received(facts, on):
        since, asked_for = facts.contact.received_on, False
    else:
        return found(
            KOTOL_14_1_4, _ASKED, False, N_("No request and no contact of 9 § had arrived by {on}."), on=on
        )
    needed = facts.assessment.judged_needed
    if needed is None:
        if asked_for:
            open_ = N_("An assessment was requested on {since}; whether it is needed has not been judged.")
        else:
            open_ = N_(
                "A contact of 9 § arrived on {since}; whether an assessment is needed has not been judged."
            )
        return missing_fact(KOTOL_14_1_4, _ASKED, ("assessment.judged_needed",), open_, since=since)
    if needed:
        yes = N_("A request or contact came on {since}, and an assessment has been judged to be needed.")
        return found(KOTOL_14_1_4, _ASKED, True, yes, since=since)
    no = N_("A request or contact came on {since}, but an assessment has been judged not to be needed.")
    return found(KOTOL_14_1_4, _ASKED, False, no, since=since)


def lasting_social_assistance(facts: Facts, on: date) -> Finding:
    """5 k: toimeentulotuki muutoin kuin tilapäisesti."""
    del on
    kind = facts.benefits.social_assistance
    if kind == "non_temporary":
        return found(KOTOL_14_1_5, _ASKED, True, N_("Social assistance is received other than temporarily."))
    return found(
        KOTOL_14_1_5, _ASKED, False, N_("No social assistance is received, or it is only temporary.")
    )


def came_without_guardian(facts: Facts, on: date) -> Finding:
    """6 k: ilman huoltajaa tullut lapsi tai nuori."""
    answer = g6(facts, on)
    if answer is UNKNOWN:
        age = N_("A ground of 2 § 6 mom. may be met, but the age is not known.")
        return missing_fact(KOTOL_14_1_6, _ASKED, ("person.birth_date",), age)
    if answer:
        yes = N_("The person is a child or youth of 2 § 6 mom. on {on}.")
        return found(KOTOL_14_1_6, _ASKED, True, yes, on=on)
    return found(KOTOL_14_1_6, _ASKED, False, N_("The person is not a child or youth of 2 § 6 mom."))


def in_assistance_system(facts: Facts, on: date) -> bool:
    """Whether the person is in the assistance system for victims of trafficking on `on`."""
    first, last = facts.trafficking.assistance_system_from, facts.trafficking.assistance_system_to
    return first is not None and first <= on and (last is None or on <= last)


def victim(facts: Facts, on: date) -> Finding:
    """7 k: ihmiskaupan uhri."""
    first = facts.trafficking.assistance_system_from
    if first is not None and in_assistance_system(facts, on):
        yes = N_(
            "The person has been in the assistance system for victims of human trafficking since {since}."
        )
        return found(KOTOL_14_1_7, _ASKED, True, yes, since=first)
    no = N_("The person is not in the assistance system for victims of human trafficking on {on}.")
    return found(KOTOL_14_1_7, _ASKED, False, no, on=on)


#: The seven items in the order of the subsection.
GROUPS: tuple[Callable[[Facts, date], Finding], ...] = (
    unemployed_jobseeker,
    protection_or_relative,
    home_care_allowance,
    asked_and_needed,
    lasting_social_assistance,
    came_without_guardian,
    victim,
)
GROUP_RULES = (
    KOTOL_14_1_1,
    KOTOL_14_1_2,
    KOTOL_14_1_3,
    KOTOL_14_1_4,
    KOTOL_14_1_5,
    KOTOL_14_1_6,
    KOTOL_14_1_7,
)
GROUP_READS = (
    "person",
    "residence",
    "family",
    "employment",
    "benefits",
    "trafficking",
    "contact",
    "assessment.requested_on",
    "assessment.judged_needed",
)


def group_findings(facts: Facts, on: date) -> tuple[Finding, ...]:
    """One finding an item, in order. Presupposes scope and the three years."""
    return tuple([group(facts, on) for group in GROUPS])


@question(
    "assessment_groups",
    rules=(*GROUP_RULES, KOTOL_2_3, KOTOL_2_4, KOTOL_2_6, KOTOL_9_1),
    reads=GROUP_READS,
    type="list",
    codes=("1", "2", "3", "4", "5", "6", "7"),
    meaning=N_("Which items of 14 § 1 mom. are certainly met?"),
)
def assessment_groups(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The items met, ascending; empty when the Act does not apply or the three years do not run."""
    nobody: tuple[int, ...] = ()
    if not in_scope_on(facts, on):
        out = N_("The Act does not apply to the person on {on}.")
        return (found_as(Outcome.NOT_MET, KOTOL_14_1_1, _ASKED, nobody, out, on=on),)
    if not inside(facts, on):
        late = N_("{on} is not inside the three years.")
        return (found_as(Outcome.NOT_MET, KOTOL_14_1_1, _ASKED, nobody, late, on=on),)
    parts = group_findings(facts, on)
    groups = tuple([number for number, part in enumerate(parts, start=1) if part.value is True])
    first = next((part for part in parts if part.value is True), None)
    if first is None:
        none = N_("No item of 14 § 1 mom. is certainly met on {on}.")
        return (found_as(Outcome.NOT_MET, KOTOL_14_1_1, _ASKED, nobody, none, on=on), *parts)
    met = N_("Items of 14 § 1 mom. met on {on}: {groups}.")
    return (found(GROUP_RULES[groups[0] - 1], _ASKED, groups, met, on=on, groups=groups), *parts)


@question(
    "trafficking_victim",
    rules=(KOTOL_14_1_7,),
    reads=("trafficking.assistance_system_from", "trafficking.assistance_system_to"),
    type="bool",
    meaning=N_("Is the person a victim of human trafficking in the sense of the Act?"),
)
def trafficking_victim(facts: Facts, on: date) -> tuple[Finding, ...]:
    """In the assistance system on the day; a suspicion is not enough."""
    part = victim(facts, on)
    ground = part.grounds[0]
    return (found(KOTOL_14_1_7, "trafficking_victim", part.value, ground.message, **ground.params),)
