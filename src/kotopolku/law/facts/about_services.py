"""Tiedot palveluista: contact, guidance, assessment, plan, orientation, training, appointments."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated

from kotopolku.law.facts.codes import (
    INTERVIEW_INFORMATION,
    INTERVIEW_TOPICS,
    OBSTACLE_REASONS,
    ORIENTATION_TOPICS,
    PLAN_GOALS,
    PLAN_SERVICES,
    Between,
    Codes,
    Required,
)


@dataclass(frozen=True, slots=True)
class Contact:
    """Yhteydenotto (9 §): without `received_on` the facts describe a planned contact."""

    sender_is_authority: bool | None = None
    need_seen: bool | None = None
    consent: bool | None = None
    received_on: date | None = None


@dataclass(frozen=True, slots=True)
class Guidance:
    """Ohjaus ja neuvonta (10 §): what the recording of a guidance case needs."""

    consent_to_record: bool | None = None
    recording_needed: bool | None = None


@dataclass(frozen=True, slots=True)
class Assessment:
    """Osaamisen ja kotoutumisen palvelutarpeen arviointi (14 §)."""

    requested_on: date | None = None
    judged_needed: bool | None = None
    learned_on: date | None = None
    made_on: date | None = None
    plan_need_found: bool | None = None
    other_client_plan_covers_needs: bool | None = None
    needs_county_coordination: bool | None = None
    county_participates: bool | None = None
    interview_topics: Annotated[tuple[str, ...], Codes(INTERVIEW_TOPICS)] = ()
    information_given: Annotated[tuple[str, ...], Codes(INTERVIEW_INFORMATION)] = ()
    channel: Annotated[
        str | None, Codes(("office", "service_point", "remote", "phone", "home_visit", "other"))
    ] = None
    weighty_reason: str | None = None
    language: str | None = None
    interpreter: bool | None = None
    child_opinion_found_out: bool | None = None
    child_opinion_reason: Annotated[
        str | None, Codes(("endangers_health_or_development", "obviously_unnecessary", "other"))
    ] = None


@dataclass(frozen=True, slots=True)
class EarlierPlan:
    """Aiempi suunnitelma. Read by no answer: gaps do not stop the clock of 23 § 2 mom."""

    made_on: Annotated[date, Required()]
    ends_on: date | None = None


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Este (23 § 4 mom.): a time when the plan could not be carried out; `to` None = still going on."""

    from_: Annotated[date, Required()]
    to: date | None = None
    reason: Annotated[str | None, Codes(OBSTACLE_REASONS)] = None


@dataclass(frozen=True, slots=True)
class Extension:
    """Suunnitelman pidentäminen (23 § 3–4 mom., 31 §). Months are whole months."""

    low_education: bool | None = None
    multidisciplinary_need: bool | None = None
    special_measures_needed: bool | None = None
    home_care_allowance_during_base_period: bool | None = None
    part_time_participation: bool | None = None
    requested_months: Annotated[int | None, Between(0)] = None
    granted_23_3_months: Annotated[int | None, Between(0, 24)] = None
    obstacles: tuple[Obstacle, ...] = ()
    benefit_supported_studies_unfinished: bool | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Kotoutumissuunnitelma (16–24 §): the latest plan; `first_made_on` is the day of the first one."""

    first_made_on: date | None = None
    made_on: date | None = None
    ends_on: date | None = None
    earlier: tuple[EarlierPlan, ...] = ()
    proposed_end: date | None = None
    reviews: tuple[date, ...] = ()
    review_requested_on: date | None = None
    change_in_needs_on: date | None = None
    made_with_county: bool | None = None
    goals: Annotated[tuple[str, ...], Codes(PLAN_GOALS)] = ()
    goal_deviation_reason: str | None = None
    services: Annotated[tuple[str, ...], Codes(PLAN_SERVICES)] = ()
    service_reasons: str | None = None
    follow_up_agreed: bool | None = None
    max_rule_decision: Annotated[str | None, Codes(("OLD", "NEW"))] = None
    extension: Extension = Extension()


@dataclass(frozen=True, slots=True)
class Move:
    """Muutto (85 §): a move to another municipality, past or coming."""

    to_other_municipality_on: date | None = None
    consent_to_contact: bool | None = None


@dataclass(frozen=True, slots=True)
class Orientation:
    """Monikielinen yhteiskuntaorientaatio (25 §, 576/2024). Hours are full hours or fractions of them."""

    teaching_hours: Annotated[Decimal | None, Between(0)] = None
    independent_hours: Annotated[Decimal | None, Between(0)] = None
    topics: Annotated[tuple[str, ...], Codes(ORIENTATION_TOPICS)] = ()
    rare_languages: bool | None = None
    no_group_can_be_formed: bool | None = None
    no_trainer_or_interpreter: bool | None = None
    self_study_suits_client: bool | None = None
    mode: Annotated[str | None, Codes(("contact", "remote", "mixed"))] = None
    remote_inappropriate_for_client: bool | None = None
    own_language_teaching_unreasonable_reason: Annotated[
        str | None,
        Codes(("none", "few_participants", "no_trainer", "rare_language", "other_justified_reason")),
    ] = None
    participants_in_language: Annotated[int | None, Between(0)] = None


@dataclass(frozen=True, slots=True)
class Training:
    """Kotoutumiskoulutus (26–27 §): the client's training."""

    type: Annotated[
        str | None,
        Codes(("integration_training", "literacy_training", "adult_basic_education", "other_training")),
    ] = None
    form: Annotated[str | None, Codes(("labour_market_training", "self_motivated_study", "other"))] = None
    closed: bool | None = None
    final_test_done: bool | None = None
    on_the_job_learning: bool | None = None
    work_ability_activity: bool | None = None
    recognition_of_prior_learning: bool | None = None


@dataclass(frozen=True, slots=True)
class Appointment:
    """Varattu aika (32 a §): one booked time that is already over. Cost in euros.

    `verified_largest_fee_eur` is the amount in force on the booked day, as whoever verified it entered it.
    """

    kind: Annotated[
        str | None,
        Codes(
            (
                "guidance_10",
                "assessment_14",
                "plan_20",
                "review_22",
                "orientation_25",
                "training_26",
                "other",
            )
        ),
    ] = None
    booked_for: date | None = None
    attended: bool | None = None
    interpretation_cost_eur: Annotated[Decimal | None, Between(0)] = None
    cancelled_beforehand: bool | None = None
    acceptable_reason: bool | None = None
    fee_and_cancelling_explained: bool | None = None
    fee_unreasonable: bool | None = None
    verified_largest_fee_eur: Annotated[Decimal | None, Between(0)] = None
