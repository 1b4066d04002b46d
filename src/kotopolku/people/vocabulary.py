"""Tosiseikkojen sanasto: which scalar facts are kept of a person, what they are called, and what they may be.

Names and values are those of the law's own vocabulary (`law.facts`), so a stored fact can be handed to a rule as it is.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kotopolku.audit.errors import Invalid
from kotopolku.law.facts import FactError, facts_from_mapping
from kotopolku.law.facts.names import FACT_NAMES

#: Scalar facts that are kept of a person; their names are those of `law.facts.names`. A suspicion of trafficking is
#: not among them: only being in the assistance system counts, and no more is kept than is needed (KotoL 73 § 2 mom.).
KEPT: tuple[str, ...] = (
    "person.born_in_finland",
    "person.upper_secondary_qualification",
    "residence.arrived_on",
    "residence.asylum_application_on",
    "residence.permit_on_arrival",
    "residence.quota_refugee",
    "residence.quota_assigned_as_unaccompanied_minor",
    "residence.unaccompanied_minor_on_arrival",
    "residence.left_without_guardian_after_arrival",
    "residence.visa",
    "residence.municipality_of_residence.first_registered_on",
    "residence.municipality_of_residence.act_4_conditions_met",
    "family.tie_formed_on",
    "family.sponsor.groups",
    "family.sponsor.entered_finland_on",
    "family.sponsor.quota_refugee",
    "family.parent.groups",
    "family.parent.reimbursement_until",
    "employment.employed",
    "benefits.social_assistance",
    "trafficking.first_reached_on",
    "guidance.consent_to_record",
    "guidance.recording_needed",
    "move.to_other_municipality_on",
    "move.consent_to_contact",
)

#: Where periods of a kind stand in the vocabulary; the assistance system has two days of its own.
PERIOD_FACTS: Mapping[str, str] = {
    "jobseeker": "employment.jobseeker_periods",
    "unemployed": "employment.unemployed_periods",
    "child_home_care_allowance": "benefits.child_home_care_allowance_periods",
    "private_day_care_allowance": "benefits.private_day_care_allowance_periods",
    "assistance_system": "trafficking.assistance_system_from",
}

_NORDIC = frozenset({"DK", "IS", "NO", "SE", "FO", "GL", "SJ"})
_EU_CODES = "AT BE BG CY CZ DE EE ES FR GR HR HU IE IT LI LT LU LV MT NL PL PT RO SI SK CH"
_EU = frozenset(_EU_CODES.split())


def citizenship_group(country: str) -> str | None:
    """Return the vocabulary's group of a country (finland, nordic, eu, third_country, stateless), None if unknown.

    EU takes in the other EEA states and Switzerland, as law-questions 3.1 says.
    """
    if country == "unknown":
        return None
    if country == "stateless":
        return "stateless"
    if country == "FI":
        return "finland"
    if country in _NORDIC:
        return "nordic"
    return "eu" if country in _EU else "third_country"


def nested(flat: Mapping[str, Any]) -> dict[str, Any]:
    """Return {"residence.visa": x} as {"residence": {"visa": x}}."""
    whole: dict[str, Any] = {}
    for key, value in flat.items():
        *branches, leaf = key.split(".")
        place = whole
        for branch in branches:
            place = place.setdefault(branch, {})
        place[leaf] = value
    return whole


def stored(key: str, value: object) -> Any:
    """Return the JSON form of a fact's value. Raises Invalid when the key is not kept or the value does not fit."""
    if key not in KEPT:
        raise Invalid(
            field=key, message=format_lazy(_("{key} is not a fact that is kept of a person."), key=key)
        )
    plain = [*value] if isinstance(value, (tuple, list, set, frozenset)) else value
    try:
        facts_from_mapping(nested({key: plain}))
    except FactError:
        raise Invalid(
            field=key,
            message=format_lazy(
                _("“{value}” does not fit here: {label}. Choose or write the value again."),
                value=str(value),
                label=_(FACT_NAMES[key]),
            ),
        ) from None
    return plain.isoformat() if isinstance(plain, date) else plain
