"""2 § Soveltamisala: to whom the Act applies, and the groups of persons it names."""

from datetime import date

from kotopolku.law.calendar import under_age
from kotopolku.law.facts import Facts, Status
from kotopolku.law.finding import UNKNOWN, Finding, Maybe, found, missing_fact
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_2_1 = rule(
    id="KOTOL-2-1",
    at=Provision(KOTOL, "2", 1),
    title=N_("Who the Act applies to"),
    text=N_(
        "The Act applies to a person who has a valid residence permit, a residence card, a registered right "
        "of residence or, as a Nordic citizen, a registration of residence. A Finnish citizen is outside it."
    ),
    not_decided=N_("Whether a permit counts as valid while its renewal is pending: here it does not."),
    module=__name__,
)
KOTOL_2_2 = rule(
    id="KOTOL-2-2",
    at=Provision(KOTOL, "2", 2),
    title=N_("What applies to others"),
    text=N_(
        "To any other immigrant who stays in Finland only guidance and counselling (10 §) applies. To a "
        "Finnish citizen who is a victim of human trafficking only the reimbursement of costs (68 §) applies."
    ),
    module=__name__,
)
KOTOL_2_3 = rule(
    id="KOTOL-2-3",
    at=Provision(KOTOL, "2", 3),
    title=N_("Person with international protection or an equal permit (G3)"),
    text=N_(
        "A person belongs to the group of 2 § 3 mom. when a valid permit rests on international protection, "
        "on a ground of the Aliens Act equal to it, or on temporary protection and the conditions for a "
        "municipality of residence are met."
    ),
    module=__name__,
)
KOTOL_2_4 = rule(
    id="KOTOL-2-4",
    at=Provision(KOTOL, "2", 4),
    title=N_("Family member or other relative of such a person (G4)"),
    text=N_(
        "A family member or other relative of a person of 2 § 3 mom. belongs to the same group, if the family "
        "tie was formed before that person came to Finland."
    ),
    module=__name__,
)

_PROTECTION = frozenset(
    {"refugee_status", "subsidiary_protection", "aliens_act_93", "aliens_act_52a_2", "aliens_act_54_5"}
)
_AFTER_APPLYING = frozenset({"aliens_act_51", "aliens_act_52", "aliens_act_89"})


def finnish_citizen(facts: Facts) -> bool:
    """Suomen kansalainen: Finnish citizenship, alone or beside another."""
    return "finland" in facts.person.citizenships


def valid_status(facts: Facts, on: date) -> Status | None:
    """A status that is valid on `on`, or None."""
    for status in facts.residence.statuses:
        if status.valid_on(on):
            return status
    return None


def in_scope_on(facts: Facts, on: date) -> bool:
    """Whether the Act applies on `on` (2 § 1 mom.)."""
    return not finnish_citizen(facts) and valid_status(facts, on) is not None


def registered_by(facts: Facts, on: date) -> bool:
    """Whether a municipality of residence has been registered by `on`."""
    first = facts.residence.municipality_of_residence.first_registered_on
    return first is not None and first <= on


def act_4_conditions_met(facts: Facts, on: date) -> bool:
    """Kotikuntalaki 4 §: the recorded fact, or that a municipality of residence has been registered."""
    met = facts.residence.municipality_of_residence.act_4_conditions_met
    return registered_by(facts, on) if met is None else met


def g3_status(facts: Facts, on: date) -> Status | None:
    """The valid status that puts the person in the group of 2 § 3 mom., or None."""
    if finnish_citizen(facts):
        return None
    for status in facts.residence.statuses:
        if status.valid_on(on) and _is_g3_ground(status, facts, on):
            return status
    return None


def g4(facts: Facts) -> Maybe:
    """Whether the person belongs to the group of 2 § 4 mom.; unknown when a date that decides is missing."""
    sponsor = facts.family.sponsor
    if finnish_citizen(facts) or "G3" not in sponsor.groups:
        return False
    formed, entered = facts.family.tie_formed_on, sponsor.entered_finland_on
    if formed is None or entered is None:
        return UNKNOWN
    return formed < entered


def g4_missing(facts: Facts) -> tuple[str, ...]:
    """The dates that `g4` lacks."""
    missing = []
    if facts.family.tie_formed_on is None:
        missing.append("family.tie_formed_on")
    if facts.family.sponsor.entered_finland_on is None:
        missing.append("family.sponsor.entered_finland_on")
    return tuple(missing)


def age_under(facts: Facts, years: int, on: date) -> Maybe:
    """Whether the person is under `years` on `on`; unknown without a birth date."""
    born = facts.person.birth_date
    return UNKNOWN if born is None else under_age(born, years, on)


@question(
    "in_scope",
    rules=(KOTOL_2_1, KOTOL_2_2),
    reads=("person.citizenships", "residence.statuses"),
    type="bool",
    meaning=N_("Does the Act apply to the person?"),
)
def in_scope(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Not a Finnish citizen, and a status of any kind that is valid on the day."""
    if finnish_citizen(facts):
        return (
            found(
                KOTOL_2_1,
                "in_scope",
                False,
                N_("A Finnish citizen is not an immigrant in the sense of the Act."),
            ),
        )
    status = valid_status(facts, on)
    if status is None:
        none = N_("No permit, card or registration is valid on {on}.")
        return (found(KOTOL_2_1, "in_scope", False, none, on=on),)
    if status.valid_until is None:
        granted = N_("The status {kind} granted on {granted_on} is valid.")
        return (found(KOTOL_2_1, "in_scope", True, granted, kind=status.kind, granted_on=status.granted_on),)
    until = N_("The status {kind} granted on {granted_on} is valid until {valid_until}.")
    return (
        found(
            KOTOL_2_1,
            "in_scope",
            True,
            until,
            kind=status.kind,
            granted_on=status.granted_on,
            valid_until=status.valid_until,
        ),
    )


@question(
    "is_g3",
    rules=(KOTOL_2_3,),
    reads=("residence.statuses", "residence.municipality_of_residence", "person.citizenships"),
    type="bool",
    meaning=N_("Does the person have international protection or an equal permit (2 § 3 mom.)?"),
)
def is_g3(facts: Facts, on: date) -> tuple[Finding, ...]:
    """A valid permit on one of the five grounds of 2 § 3 mom."""
    status = g3_status(facts, on)
    if status is None:
        no = N_("No status valid on {on} rests on a ground of 2 § 3 mom.")
        return (found(KOTOL_2_3, "is_g3", False, no, on=on),)
    yes = N_("The permit granted on {granted_on} rests on the ground {legal_basis}.")
    return (
        found(
            KOTOL_2_3,
            "is_g3",
            True,
            yes,
            granted_on=status.granted_on,
            legal_basis=status.legal_basis or "other",
        ),
    )


@question(
    "is_g4",
    rules=(KOTOL_2_4,),
    reads=("family.sponsor", "family.tie_formed_on", "person.citizenships"),
    type="bool",
    meaning=N_("Is the person a family member or other relative of such a person (2 § 4 mom.)?"),
)
def is_g4(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The sponsor is G3 and the tie is older than the sponsor's arrival."""
    del on
    answer = g4(facts)
    if answer is UNKNOWN:
        dates = N_(
            "Whether the family tie is older than the sponsor's arrival cannot be seen: a date is missing."
        )
        return (missing_fact(KOTOL_2_4, "is_g4", g4_missing(facts), dates),)
    if finnish_citizen(facts):
        citizen = N_("A Finnish citizen is not an immigrant in the sense of the Act.")
        return (found(KOTOL_2_4, "is_g4", False, citizen),)
    formed, entered = facts.family.tie_formed_on, facts.family.sponsor.entered_finland_on
    if formed is None or entered is None or "G3" not in facts.family.sponsor.groups:
        no = N_("The person is not recorded as a relative of a person of 2 § 3 mom.")
        return (found(KOTOL_2_4, "is_g4", answer, no),)
    tie = N_("The family tie was formed on {formed_on}; the sponsor came to Finland on {entered_on}.")
    return (found(KOTOL_2_4, "is_g4", answer, tie, formed_on=formed, entered_on=entered),)


def _is_g3_ground(status: Status, facts: Facts, on: date) -> bool:
    basis = status.legal_basis
    if basis in _PROTECTION:
        return True
    if basis in _AFTER_APPLYING:
        return bool(status.applied_for_protection_first)
    return basis == "temporary_protection_110" and act_4_conditions_met(facts, on)
