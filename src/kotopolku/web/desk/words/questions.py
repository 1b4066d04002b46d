"""The law's questions and answers as sentences an officer can read aloud. Say the answer first, the section last."""

from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.law.finding import UNKNOWN, Value, WhyUnknown
from kotopolku.web.parts.dates import day

QUESTIONS: dict[str, Promise] = {
    "in_scope": lazy("Does the Integration Act apply to the person?"),
    "assessment_duty": lazy("Must an assessment be made?"),
    "assessment_start_standard": lazy("When must the assessment be started?"),
    "responsible_authority": lazy("Who is responsible now?"),
    "inside_window": lazy("Have at most three years passed since the first permit or registration?"),
    "window_last_day": lazy("Until when may the assessment be made?"),
    "county_must_participate_in_assessment": lazy(
        "Must the wellbeing services county take part in the assessment?"
    ),
    "county_must_participate_in_plan": lazy("Must the wellbeing services county take part in the plan?"),
    "plan_duty": lazy("Must a plan be made?"),
    "plan_latest_day": lazy("By when must the plan be made?"),
    "plan_in_time": lazy("Was the plan made in time?"),
    "first_plan_last_end": lazy("Until when may the first plan run?"),
    "plan_base_max_end": lazy("Until when may the plans together run without an extension?"),
    "plan_max_end": lazy("Until when may the plans together run at most?"),
    "plan_extension_bases": lazy("Is there a ground for an extension?"),
    "next_review_due": lazy("By when must the plan be reviewed?"),
    "review_required": lazy("Must the plan be reviewed now?"),
    "review_overdue": lazy("Is the review late?"),
    "referral_due": lazy("By when must the client be guided to the agreed services?"),
    "interpretation_required": lazy("Is an interpreter needed?"),
    "interview_complete": lazy("Have all nine topics of the interview been covered?"),
    "interview_information_complete": lazy("Has everything been told that must be told?"),
    "assessment_channel_allowed": lazy("May the assessment be held this way?"),
    "assessment_language_ok": lazy("Is the assessment held in a language the client understands?"),
    "child_opinion_compliant": lazy("Has the child's opinion been found out?"),
    "onward_referral_duty": lazy("Must the client be guided to other authorities' services as needed?"),
    "section_9_applies": lazy("Is this a contact under section 9?"),
    "contact_handling_standard": lazy("When must the contact be handled?"),
    "guidance_section_10": lazy("Does the person have a right to guidance and advice?"),
    "is_g3": lazy(
        "Does the person belong to the group of 2 § 3 mom. (for example international protection)?"
    ),
    "is_g4": lazy("Is the person a family member under 2 § 4 mom.?"),
    "is_g6": lazy("Does the person belong to the group of 2 § 6 mom. (came as a minor without a guardian)?"),
    "trafficking_victim": lazy("Is the person in the assistance system for victims of trafficking?"),
    "reimbursement_start": lazy("Has the calculated compensation begun?"),
    "reimbursement_years": lazy("For how many years is the calculated compensation paid?"),
    "integration_client": lazy("Is the person an integration client now?"),
    "national_repository_recording_mandatory": lazy("Must the national data repository have this?"),
    "under_compulsory_education": lazy("Is the person of compulsory school age?"),
    "integration_training_allowed": lazy("May the person be guided to integration training?"),
    "under_25_goal_rule_applies": lazy("Should the goal be at least upper secondary education?"),
    "plan_default_goals": lazy("Which goals does the law expect?"),
    "plan_goals_ok": lazy("Do the goals meet the law?"),
    "plan_content_ok": lazy("Does the plan have what the law demands?"),
    "plan_end_allowed": lazy("Is the end date within the limits?"),
    "contact_new_municipality": lazy("Must the new municipality be contacted?"),
}

ANSWERS: dict[tuple[str, object], Promise] = {
    ("in_scope", True): lazy("Yes, the Act applies"),
    ("in_scope", False): lazy("No, only guidance and advice"),
    ("assessment_duty", "must"): lazy("Yes, the assessment must be made"),
    ("assessment_duty", "may"): lazy("It may be made, though the three years have passed"),
    ("assessment_duty", "may_omit"): lazy("It may be left out: another plan covers the needs"),
    ("assessment_duty", "none"): lazy("No, there is no duty to make it"),
    ("assessment_start_standard", "without_delay"): lazy("Without delay. The law gives no number of days"),
    ("responsible_authority", "municipality"): lazy("The home municipality"),
    ("responsible_authority", "employment_authority"): lazy(
        "The employment authority, since job search is valid"
    ),
    ("inside_window", True): lazy("Yes"),
    ("inside_window", False): lazy("No"),
    ("county_must_participate_in_assessment", True): lazy("Yes, the county must take part"),
    ("county_must_participate_in_assessment", False): lazy("No"),
    ("county_must_participate_in_plan", True): lazy("Yes, the county must take part"),
    ("county_must_participate_in_plan", False): lazy("No"),
    ("plan_duty", "must"): lazy("Yes, a plan must be made"),
    ("plan_duty", "may"): lazy("It may be made"),
    ("plan_duty", "none"): lazy("No duty to make a plan now"),
    ("plan_in_time", True): lazy("Yes, in time"),
    ("plan_in_time", False): lazy("No, after the three years"),
    ("review_required", True): lazy("Yes, review the plan now"),
    ("review_required", False): lazy("Not yet"),
    ("review_overdue", True): lazy("Yes, late"),
    ("review_overdue", False): lazy("No"),
    ("interpretation_required", True): lazy("Yes, the authority orders and pays the interpreter"),
    ("interpretation_required", False): lazy("No"),
    ("section_9_applies", True): lazy("Yes, a contact under section 9"),
    ("section_9_applies", False): lazy("No"),
    ("contact_handling_standard", "without_delay"): lazy("Without delay. The law gives no number of days"),
    ("integration_client", True): lazy("Yes, a plan is valid"),
    ("integration_client", False): lazy("No, no plan is valid"),
    ("trafficking_victim", True): lazy("Yes, in the assistance system"),
    ("trafficking_victim", False): lazy("No"),
    ("integration_training_allowed", True): lazy("Yes"),
    ("integration_training_allowed", False): lazy("No, compulsory education comes first"),
    ("onward_referral_duty", True): lazy("Yes, as needed"),
    ("guidance_section_10", True): lazy("Yes, always"),
}


def ask(question: str) -> str:
    """Return the question as a sentence; the code itself for one the desk has no words for yet."""
    return str(QUESTIONS.get(question, question))


def say(question: str, value: Value, *, why: WhyUnknown | None = None) -> str:
    """Return the answer as a sentence, by the question's own words or by the kind of value."""
    if value is UNKNOWN:
        words = {WhyUnknown.JUDGEMENT: _("You decide"), WhyUnknown.LAW: _("The law is open")}
        return words.get(why or WhyUnknown.FACT, _("A fact is missing"))
    return _("Does not apply") if value is None else _known(question, value)


def _known(question: str, value: Value) -> str:
    known = ANSWERS.get((question, value)) if not isinstance(value, tuple) else None
    if known is not None:
        return str(known)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, date):
        return str(day(value))
    if isinstance(value, tuple):
        return ", ".join(str(item) for item in value) or _("None")
    return str(value)
