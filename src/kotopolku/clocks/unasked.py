"""Ei kirjattu: which facts an answer read as "no" although nobody has recorded them (design: never asked ≠ no)."""

from collections.abc import Iterator
from functools import cache

from kotopolku.law.facts import Facts, fact_names
from kotopolku.law.questions import QUESTIONS

#: Facts somebody can be asked or looked up, and whose absence the law reads as "no"; those that decide oftenest first.
ASKABLE: tuple[str, ...] = (
    "residence.statuses",
    "residence.municipality_of_residence.first_registered_on",
    "employment.jobseeker_periods",
    "employment.unemployed_periods",
    "benefits.child_home_care_allowance_periods",
    "benefits.social_assistance",
    "assessment.requested_on",
    "family.sponsor.groups",
    "residence.unaccompanied_minor_on_arrival",
    "residence.quota_refugee",
    "trafficking.assistance_system_from",
    "person.citizenships",
    "person.upper_secondary_qualification",
    "assessment.needs_county_coordination",
    "assessment.other_client_plan_covers_needs",
    "plan.extension.low_education",
    "plan.extension.multidisciplinary_need",
    "plan.extension.special_measures_needed",
    "plan.extension.home_care_allowance_during_base_period",
    "plan.extension.part_time_participation",
)


def unasked_facts(question: str, facts: Facts, *, missing: tuple[str, ...] = ()) -> tuple[str, ...]:
    """Return the askable facts that the question reads and that are not recorded; those in `missing` are left out."""
    return tuple(key for key in _read_by(question) if key not in missing and _absent(facts, key))


@cache
def _read_by(question: str) -> tuple[str, ...]:
    reads = QUESTIONS[question].reads
    return tuple(key for key in ASKABLE if any(_covers(branch, key) for branch in reads))


def _covers(branch: str, key: str) -> bool:
    plain = branch.split("[", 1)[0]
    return key == plain or key.startswith(f"{plain}.") or plain.startswith(f"{key}.")


def _absent(facts: Facts, key: str) -> bool:
    value: object = facts
    for name in key.split("."):
        value = getattr(value, name)
    return value is None or value == ()


def unknown_names() -> Iterator[str]:
    """Yield names in ASKABLE that the law's vocabulary does not have; a test keeps it empty."""
    known = set(fact_names())
    yield from (key for key in ASKABLE if key not in known)
