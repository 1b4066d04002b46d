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
from kotopolku.law.wording import N_

#: Fact key -> what it is called on a page (msgid).
FACT_LABELS: Mapping[str, str] = {
    "person.born_in_finland": N_("Born in Finland"),
    "person.upper_secondary_qualification": N_("Upper secondary qualification"),
    "residence.arrived_on": N_("Came to Finland"),
    "residence.asylum_application_on": N_("Applied for asylum"),
    "residence.permit_on_arrival": N_("Had a residence permit on arrival"),
    "residence.quota_refugee": N_("Quota refugee"),
    "residence.quota_assigned_as_unaccompanied_minor": N_("Chosen to the quota as a minor without guardian"),
    "residence.unaccompanied_minor_on_arrival": N_("Came as a minor without guardian"),
    "residence.left_without_guardian_after_arrival": N_("Lost the guardian after arrival as a minor"),
    "residence.visa": N_("Visa"),
    "residence.municipality_of_residence.first_registered_on": N_(
        "First municipality of residence registered"
    ),
    "residence.municipality_of_residence.act_4_conditions_met": N_(
        "Has the right to a municipality of residence"
    ),
    "family.tie_formed_on": N_("Family tie began"),
    "family.sponsor.groups": N_("Groups of the family member in Finland"),
    "family.sponsor.entered_finland_on": N_("The family member came to Finland"),
    "family.sponsor.quota_refugee": N_("The family member is a quota refugee"),
    "family.parent.groups": N_("Groups of the parent"),
    "family.parent.reimbursement_until": N_("Reimbursement for the parent ends"),
    "employment.employed": N_("Has work"),
    "benefits.social_assistance": N_("Social assistance"),
    "trafficking.suspected": N_("Suspicion of trafficking in human beings"),
    "trafficking.first_reached_on": N_("First reached as a victim of trafficking"),
    "guidance.consent_to_record": N_("Consents to recording of guidance"),
    "guidance.recording_needed": N_("Recording of guidance is needed"),
    "move.to_other_municipality_on": N_("Moves to another municipality"),
    "move.consent_to_contact": N_("Consents to contacting the new municipality"),
}

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
    if key not in FACT_LABELS:
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
                label=_(FACT_LABELS[key]),
            ),
        ) from None
    return plain.isoformat() if isinstance(plain, date) else plain
