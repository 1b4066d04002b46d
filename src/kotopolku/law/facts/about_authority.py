"""Tiedot viranomaisen toiminnasta: decisions, notice, money, data protection, the digital service."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from kotopolku.law.facts.codes import CLAIM_BASES, DATA_CATEGORIES, DISCLOSURE_OUTPUTS, Between, Codes

_YEAR = Between(1900, 9990)


@dataclass(frozen=True, slots=True)
class Decision:
    """Päätös (95 §): what was decided or drawn up."""

    kind: Annotated[
        str | None,
        Codes(
            (
                "no_show_fee",
                "integration_plan",
                "plan_review",
                "study_support_refusal",
                "municipal_place_referral",
                "other_kotol_decision",
            )
        ),
    ] = None


@dataclass(frozen=True, slots=True)
class Notice:
    """Tiedoksianto (434/2003 59 §, 13/2003 18–19 §)."""

    received_on: date | None = None
    channel: Annotated[
        str | None,
        Codes(("ordinary_letter", "electronic_message", "strong_identification_service", "personal")),
    ] = None
    sent_on: date | None = None
    consent_to_electronic_notice: bool | None = None


@dataclass(frozen=True, slots=True)
class Programme:
    """Kotoutumisohjelma ja sopimus kuntaan ohjaamisesta (13 §, 42 §)."""

    arranged: bool | None = None
    placement_contract_on: date | None = None


@dataclass(frozen=True, slots=True)
class Reimbursement:
    """Valtion korvaus (8 luku): years are calendar years, ages full years, months whole months."""

    age_in_year: Annotated[int | None, Between(0)] = None
    first_adult_year: bool | None = None
    activity_year: Annotated[int | None, _YEAR] = None
    claim_basis: Annotated[str | None, Codes(CLAIM_BASES)] = None
    applied_on: date | None = None
    readiness_months_claimed: Annotated[int | None, Between(0)] = None
    readiness_justified_reason: bool | None = None
    paid_for_year: Annotated[int | None, _YEAR] = None


@dataclass(frozen=True, slots=True)
class Data:
    """Käsiteltävät tiedot (73 §)."""

    category: Annotated[str | None, Codes(DATA_CATEGORIES)] = None
    affects_integration: bool | None = None
    necessary: bool | None = None
    obtained_from: Annotated[str | None, Codes(("data_subject", "other"))] = None
    source_recorded: bool | None = None
    entered_by_recorded: bool | None = None
    requested_right: Annotated[str | None, Codes(("access", "rectification", "restriction"))] = None
    in_73_1: bool | None = None
    handled_by_municipality: str | None = None


@dataclass(frozen=True, slots=True)
class Retention:
    """Säilyttäminen kansallisessa tietovarannossa (77 §)."""

    client_relationship_ended_on: date | None = None
    pending_matter: bool | None = None
    needed_for_statutory_task: bool | None = None


@dataclass(frozen=True, slots=True)
class Access:
    """Käyttöoikeus (79–80 §): who asks for it and for what."""

    employer: Annotated[
        str | None,
        Codes(("municipality", "bought_service_provider", "wellbeing_services_county", "other")),
    ] = None
    task_under_act: bool | None = None
    participates_in: Annotated[str | None, Codes(("none", "assessment_14", "plan_16", "review_22"))] = None


@dataclass(frozen=True, slots=True)
class Disclosure:
    """Tietojen antaminen palveluntuottajalle (94 §). `item` is a code of C5 or any other word."""

    recipient: Annotated[str | None, Codes(("training_provider", "other_service_provider", "other"))] = None
    client_guided_by_plan: bool | None = None
    item: str | None = None
    necessary_for_service: bool | None = None
    output: Annotated[str | None, Codes(DISCLOSURE_OUTPUTS)] = None


@dataclass(frozen=True, slots=True)
class DigitalService:
    """Digitaalinen palvelu (306/2019 6 ja 10 §)."""

    secret_content: bool | None = None
    identification: Annotated[str | None, Codes(("none", "password", "one_time_code", "strong"))] = None
    accessibility_feedback_received_on: date | None = None
    answer_period_extended: bool | None = None
