"""Mihin peruste nojaa: which recorded facts a ground of an answer rests on, for a card that says where they come from.

A ground carries its place in the law; the table names the facts read there. A fact that is not recorded has no source,
so naming one too many here shows nothing too much.
"""

from collections.abc import Iterator, Mapping

from kotopolku.law.facts import fact_names
from kotopolku.law.finding import Ground
from kotopolku.law.provision import RULES

_STATUSES = ("residence.statuses",)
_ORIGIN = (
    "residence.unaccompanied_minor_on_arrival",
    "residence.quota_assigned_as_unaccompanied_minor",
    "residence.left_without_guardian_after_arrival",
    "family.parent.groups",
)
#: The place in the law as a ground gives it -> the facts read there.
RESTS_ON: Mapping[str, tuple[str, ...]] = {
    "KotoL 3.1": ("employment.jobseeker_periods",),
    "KotoL 14.1": _STATUSES,
    "KotoL 14.1(1)": ("employment.jobseeker_periods", "employment.unemployed_periods"),
    "KotoL 14.1(2)": ("family.sponsor.groups", "family.sponsor.entered_finland_on", "family.tie_formed_on"),
    "KotoL 14.1(3)": ("benefits.child_home_care_allowance_periods",),
    "KotoL 14.1(4)": ("assessment.judged_needed", "assessment.requested_on", "contact.received_on"),
    "KotoL 14.1(5)": ("benefits.social_assistance",),
    "KotoL 14.1(6)": _ORIGIN,
    "KotoL 14.1(7)": ("trafficking.assistance_system_from",),
    "KotoL 14.4": ("assessment.needs_county_coordination",),
    "KotoL 14.5": ("assessment.other_client_plan_covers_needs",),
    "KotoL 14.6": ("trafficking.first_reached_on",),
    "KotoL 16 §": ("assessment.made_on",),
    "KotoL 20.3": _STATUSES,
    "KotoL 20.4": ("trafficking.first_reached_on",),
    "KotoL 20.5": ("plan.made_on",),
    "KotoL 22.1": ("plan.reviews", "plan.made_on"),
    "KotoL 23.2": ("plan.first_made_on",),
    "KotoL 23.4": ("plan.extension.obstacles",),
    "KotoL 23.3": (
        "plan.extension.low_education",
        "plan.extension.multidisciplinary_need",
        "plan.extension.special_measures_needed",
    ),
    "HL 26.1": ("person.languages",),
}
#: A day named in the ground tells more narrowly than the place: the permit itself, not the family behind it.
BY_PARAM: Mapping[str, tuple[str, ...]] = {"granted_on": _STATUSES}


def facts_behind(ground: Ground) -> tuple[str, ...]:
    """Return the keys of the facts the ground rests on, the most telling first; none for a place without a row."""
    for name in ground.params:
        if name in BY_PARAM:
            return BY_PARAM[name]
    return RESTS_ON.get(str(ground.provision), ())


def unknown_places() -> Iterator[str]:
    """Yield places and facts of the table that the law does not have; a test keeps it empty."""
    places = {str(rule.provision) for rule in RULES.values()}
    yield from (place for place in RESTS_ON if place not in places)
    known = set(fact_names())
    yield from (key for keys in RESTS_ON.values() for key in keys if key not in known)
