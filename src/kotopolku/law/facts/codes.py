"""Koodistot: the code lists of the facts, in the order of the statutes they come from."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Codes:
    """The values a fact may take."""

    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Between:
    """The smallest and largest number a fact may take; None = no upper limit."""

    least: int
    most: int | None = None


@dataclass(frozen=True, slots=True)
class Required:
    """A record is not complete without this fact."""


#: Permits, cards and registrations (Aliens Act 301/2004 and the Nordic registration).
STATUS_KINDS = ("residence_permit", "residence_card", "eu_registration", "nordic_registration")

#: C1: grounds of a residence permit.
LEGAL_BASES = (
    "refugee_status",
    "subsidiary_protection",
    "aliens_act_51",
    "aliens_act_52",
    "aliens_act_89",
    "aliens_act_93",
    "aliens_act_52a_1",
    "aliens_act_52a_2",
    "aliens_act_54_5",
    "temporary_protection_110",
    "family_tie",
    "work",
    "entrepreneur",
    "study",
    "permanent",
    "other",
)

#: C2: points of the initial interview, decree 869/2024 2 § 1 mom. 1–9 k.
INTERVIEW_TOPICS = (
    "literacy",
    "fi_sv_skills",
    "study_work_skills",
    "employment_education_needs",
    "education_work_history",
    "special_skills",
    "plan_need",
    "life_situation",
    "other_needs",
)

#: C3: what the person is told in the initial interview, decree 869/2024 2 § 3 mom. 1–4 k.
INTERVIEW_INFORMATION = (
    "aims_of_services",
    "plan_process",
    "binding_nature_rights_duties",
    "personal_data",
)

#: C4: contents of civic orientation, 681/2023 25 § 2 mom. (the first three) and decree 576/2024 1 §.
ORIENTATION_TOPICS = (
    "living_and_working_in_finland",
    "how_society_works",
    "rights_and_duties",
    "values_norms_law",
    "fundamental_rights_equality",
    "gender_equality_sexual_rights",
    "integration_aims_services",
    "employment_entrepreneurship",
    "studies",
    "associations_participation",
    "household_economy_everyday",
    "history_culture",
)

#: C5: what a provider may get, 681/2023 94 § 1–17 k.
PROVIDER_ITEMS = (
    "names",
    "birth_date_and_place",
    "identity_code",
    "mother_tongue",
    "service_language",
    "citizenship",
    "home_place",
    "contact_details",
    "official_name",
    "plan_date_and_validity",
    "training_recommendation",
    "language_start_level_result",
    "earlier_education",
    "earlier_occupation_or_work",
    "target_occupation",
    "earlier_integration_studies",
    "agreed_next_steps",
)

#: Items of 681/2023 73 § 1 mom., and `other` for what is not listed there.
DATA_CATEGORIES = (
    "identity_code",
    "name_and_contacts",
    "permit",
    "service_language_and_interpreter",
    "education_and_work",
    "assessment_and_plan",
    "services_and_final_test",
    "health_and_functional_ability",
    "municipal_placement",
    "reimbursement",
    "other",
)

PLAN_GOALS = (
    "employment",
    "entrepreneurship",
    "working_life_readiness",
    "upper_secondary_qualification",
    "higher_education",
    "learn_finnish",
    "learn_swedish",
    "literacy",
    "other",
)

PLAN_SERVICES = (
    "civic_orientation",
    "integration_training",
    "literacy_training",
    "adult_basic_education",
    "other_training",
    "guidance",
    "employment_service",
    "health_or_social_service",
    "association_activity",
    "other",
)

#: Reasons why a plan could not be carried out; `other` is no ground of 681/2023 23 § 4 mom.
OBSTACLE_REASONS = (
    "injury",
    "illness",
    "pregnancy_allowance_days",
    "parental_allowance_days",
    "comparable_reason",
    "other",
)

CLAIM_BASES = (
    "kotol_chapter_8",
    "act_1386_2010_46",
    "act_1386_2010_48",
    "act_1386_2010_49_1_3",
    "act_1386_2010_50",
)

DISCLOSURE_OUTPUTS = (
    "course_participant_list_to_provider",
    "provider_list",
    "export",
    "calendar",
    "map",
    "letter_window",
    "other",
)
