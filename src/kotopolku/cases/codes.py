"""Koodit: the words kept in columns about cases. Law's own lists come from `law.facts.codes`."""

from kotopolku.law.facts.codes import INTERVIEW_INFORMATION, INTERVIEW_TOPICS

__all__ = [
    "ANSWER_WAYS",
    "ASSESSMENT_CHANNELS",
    "ASSESSMENT_OUTCOMES",
    "CHILD_OPINION_REASONS",
    "CLOCK_KINDS",
    "CLOCK_STATES",
    "CLOSED_REASONS",
    "CONTACT_KINDS",
    "CONTACT_OUTCOMES",
    "COUNTY_WAYS",
    "EVENT_KINDS",
    "INTERPRETER_KINDS",
    "INTERVIEW_INFORMATION",
    "INTERVIEW_TOPICS",
    "JUDGEMENT_KEYS",
    "MEASURE_KINDS",
    "MOST_MINUTES",
    "OPENED_BECAUSE",
    "OPENED_BECAUSE_OF_CONTACT",
    "OUTCOMES_WITHOUT_INTERVIEW",
    "OVERRIDE_REASONS",
    "SENSITIVE_TOPICS",
]

CONTACT_KINDS = ("authority", "own_request", "tip", "staff")
CONTACT_OUTCOMES = (
    "case_opened",
    "linked_to_case",
    "guided_onward",
    "not_our_municipality",
    "not_reached",
    "declined",
    "duplicate",
    "no_need",
)

OPENED_BECAUSE = (
    "authority_contact",
    "own_request",
    "authority_data",
    "tip",
    "guidance",
    "moved_here",
    "placement",
    "other",
)
#: Why a case is opened, by the kind of the contact that led to it.
OPENED_BECAUSE_OF_CONTACT = {
    "authority": "authority_contact",
    "own_request": "own_request",
    "tip": "tip",
    "staff": "guidance",
}
CLOSED_REASONS = (
    "plan_ended",
    "no_plan_needed",
    "moved_away",
    "not_reached",
    "declined",
    "out_of_scope",
    "deceased",
    "opened_by_mistake",
)

#: Recorded judgements (harkinta) that the law asks for; see law.judgements.
JUDGEMENT_KEYS = (
    "assessment.judged_needed",
    "assessment.needs_county_coordination",
    "assessment.other_client_plan_covers_needs",
    "plan.extension.low_education",
    "plan.extension.multidisciplinary_need",
    "plan.extension.special_measures_needed",
    "plan.extension.home_care_allowance_during_base_period",
    "plan.extension.part_time_participation",
    "plan.extension.requested_months",
    "plan.extension.granted_23_3_months",
    "plan.extension.benefit_supported_studies_unfinished",
    "plan.max_rule_decision",
)

ASSESSMENT_CHANNELS = ("office", "service_point", "remote", "phone", "home_visit", "other")
INTERPRETER_KINDS = ("in_person", "video", "phone", "own_staff")
CHILD_OPINION_REASONS = ("endangers_health_or_development", "obviously_unnecessary", "other")

ASSESSMENT_OUTCOMES = (
    "plan_needed",
    "guided_to_service",
    "guided_to_employment_authority",
    "guided_to_county",
    "no_need_now",
    "not_reached",
    "declined",
)
#: Outcomes that end an assessment which could not be held, so nothing else is demanded of it.
OUTCOMES_WITHOUT_INTERVIEW = frozenset({"not_reached", "declined"})

#: Measures that specify the interview (tarkentavat toimenpiteet), decree 869/2024 3 §.
MEASURE_KINDS = (
    "recognition_of_skills",
    "literacy_mapping",
    "language_test",
    "study_skills",
    "employment_options",
    "closer_service_needs",
    "other",
)

CLOCK_KINDS = ("law", "target", "fact")
CLOCK_STATES = ("running", "met", "paused")
#: How somebody without an account answered.
ANSWER_WAYS = ("telephone", "letter", "meeting", "video", "secure_mail")
#: How the county's part came: written by its own worker here, or recorded for a worker without an account.
COUNTY_WAYS = ("own", *ANSWER_WAYS)
#: A talk longer than a working day is a mistake in typing.
MOST_MINUTES = 600
EVENT_KINDS = ("legal", "assessment", "plan", "service", "contact", "network", "document", "note")

#: Topics of the interview kept apart (SensitiveAnswer): health and ability to function, and the life situation, where
#: violence, health and family troubles are told (KotoL 73.1).
SENSITIVE_TOPICS = ("social_and_health", "life_situation")

#: Why a file was opened in an emergency (hätäavaus); "other" needs words.
OVERRIDE_REASONS = ("child_at_risk", "threat_to_life", "court_order", "other")
