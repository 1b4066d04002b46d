"""2 § 6 mom.: a child or youth who came as a minor without guardian (G6), until the 23rd birthday."""

from datetime import date

from kotopolku.law.act_681_2023.s02_scope import age_under, registered_by
from kotopolku.law.calendar import add_years, under_age
from kotopolku.law.facts import Facts, Status
from kotopolku.law.finding import UNKNOWN, Finding, Maybe, found, missing_fact
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_2_6 = rule(
    id="KOTOL-2-6",
    at=Provision(KOTOL, "2", 6),
    title=N_("Child or youth who came without guardian (G6)"),
    text=N_(
        "A person under 23 who came to Finland as a minor without guardian and got a permit after applying for "
        "protection as a minor, in the refugee quota, on the ground of 93 § of the Aliens Act or, with a "
        "municipality of residence, on temporary protection; also a minor left without guardian after arrival "
        "and a minor relative of such a person. Becoming a Finnish citizen does not end it."
    ),
    module=__name__,
)


def g6(facts: Facts, on: date) -> Maybe:
    """Whether one ground of 2 § 6 mom. is met on `on`; unknown if only the birth date would tell."""
    if age_under(facts, 23, on) is False:
        return False
    child = age_under(facts, 18, on)
    if _came_alone(facts, on):
        return UNKNOWN if child is UNKNOWN else True
    if child is not False and _child_ground(facts, on):
        return UNKNOWN if child is UNKNOWN else True
    return False


@question(
    "is_g6",
    rules=(KOTOL_2_6,),
    reads=("person.birth_date", "residence", "family.sponsor.groups"),
    type="bool",
    meaning=N_("Is the person a child or youth who came without guardian (2 § 6 mom.)?"),
)
def is_g6(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Under 23 and one of the grounds; statuses need not be valid any more."""
    answer = g6(facts, on)
    if answer is UNKNOWN:
        age = N_("A ground of 2 § 6 mom. may be met, but the age is not known.")
        return (missing_fact(KOTOL_2_6, "is_g6", ("person.birth_date",), age),)
    born = facts.person.birth_date
    if answer and born is not None:
        yes = N_("A ground of 2 § 6 mom. is met and the person is under 23 until {birthday}.")
        return (found(KOTOL_2_6, "is_g6", True, yes, birthday=add_years(born, 23)),)
    no = N_("No ground of 2 § 6 mom. is met on {on}, or the age limit has been reached.")
    return (found(KOTOL_2_6, "is_g6", False, no, on=on),)


def _came_alone(facts: Facts, on: date) -> bool:
    """Grounds (1)–(4): age is tested by the caller; without a birth date a ground that may be met is met."""
    residence = facts.residence
    if residence.quota_assigned_as_unaccompanied_minor:
        return True
    return bool(residence.unaccompanied_minor_on_arrival) and _has_ground_status(facts, on)


def _child_ground(facts: Facts, on: date) -> bool:
    """Grounds (5) and (6): left alone after arrival, or a relative of a G6 person; under 18 only."""
    if "G6" in facts.family.sponsor.groups:
        return True
    return bool(facts.residence.left_without_guardian_after_arrival) and _has_ground_status(facts, on)


def _has_ground_status(facts: Facts, on: date) -> bool:
    if facts.residence.quota_refugee:
        return True
    registered = registered_by(facts, on)
    for status in facts.residence.statuses:
        if status.granted_on > on:
            continue
        if status.legal_basis == "aliens_act_93" or _applied_as_minor(status, facts.person.birth_date):
            return True
        if status.legal_basis == "temporary_protection_110" and registered:
            return True
    return False


def _applied_as_minor(status: Status, birth_date: date | None) -> bool:
    if not status.applied_for_protection_first:
        return False
    if status.applied_as_minor is not None:
        return status.applied_as_minor
    return birth_date is None or under_age(birth_date, 18, status.granted_on)
