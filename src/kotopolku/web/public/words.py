"""The programme's codes in words people use. A code without words here is a fault: a test walks the schema."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext, ngettext_lazy
from django.utils.translation import gettext_lazy as _

from kotopolku.web.parts.programme_words import APPROVAL_STATES, ARRANGEMENTS, COOPERATION_FORMS, STAGES
from kotopolku.web.public.grounds import GROUNDS

type Words = str | Promise

CONDITIONS = {
    "earlier_rungs_fail": _("If the ways above do not work"),
    "large_language_group": _("For a large language group"),
}
PRODUCER_KINDS = {
    "company": _("companies"),
    "association": _("associations"),
    "education_provider": _("schools and institutes"),
    "project": _("projects"),
    "municipality": _("municipalities"),
}
ACCESS = {
    "walk_in": _("Come without an appointment"),
    "appointment": _("Book an appointment"),
    "referral": _("We guide you to the service"),
    "phone": _("Telephone hours"),
}
CHANNELS = {
    "in_person": _("Face to face"),
    "email": _("E-mail"),
    "phone": _("Telephone"),
    "video": _("Video call"),
}
TEACHING_MODES = {
    "in_person": _("In a classroom"),
    "partly_remote": _("Partly online"),
    "remote": _("Online"),
    "interpreted": _("With an interpreter"),
    "partly_self_study": _("Partly as self-study"),
    "self_study": _("As self-study"),
}
SELF_STUDY_REASONS = {
    "no_own_language_group": _("there is no group in your language"),
    "interpreter_not_sensible": _("an interpreter would not work well"),
    "suits_client": _("self-study suits you"),
}
CHILD_CARE: dict[str, Words] = {
    "none": "",
    "aimed": _("We try to arrange child care during the course."),
    "arranged": _("There is child care during the course."),
}
PLACE_KINDS = {
    "office": _("Office"),
    "outreach_point": _("We come here when needed"),
    "online": _("Online"),
}
APPROVAL_RULES = {
    "administrative_rules": _("Each municipality approves the document by its own administrative rules."),
    "agreement": _("The document is approved as the municipalities' agreement says."),
}
COUNTED: dict[str, Promise] = {
    "days": ngettext_lazy("%(value)s day", "%(value)s days", "value"),
    "months": ngettext_lazy("%(value)s month", "%(value)s months", "value"),
    "minutes": ngettext_lazy("%(value)s minute", "%(value)s minutes", "value"),
    "hours": ngettext_lazy("%(value)s hour", "%(value)s hours", "value"),
    "persons": ngettext_lazy("%(value)s person", "%(value)s people", "value"),
}
OWN_RULE_KINDS = {"target": _("service target"), "rule": _("the area's own rule")}
OTHER_TOPICS = {
    "danger": _("Danger and crisis"),
    "job_search": _("Looking for work"),
    "health_and_social_services": _("Health and social services"),
    "benefits": _("Benefits"),
    "residence_permits": _("Residence permits"),
    "registration": _("Registration"),
    "tax": _("Tax"),
}
TOPICS = {
    "finnish": _("Finnish language"),
    "swedish": _("Swedish language"),
    "literacy": _("Reading and writing"),
    "society": _("Finnish society"),
    "digital_skills": _("Digital skills"),
    "individual_guidance": _("Personal guidance"),
    "support_teaching": _("Extra teaching"),
    "working_life": _("Working life"),
    "entrepreneurship": _("Starting a business"),
    "mentoring": _("Mentoring"),
    "projects": _("Services of projects"),
    "parenting": _("Being a parent"),
    "child_raising": _("Raising children"),
    "early_childhood_education": _("Early childhood education"),
    "schooling": _("School"),
    "hobbies": _("Hobbies"),
    "integration_process": _("How integration proceeds"),
    "culture_and_customs": _("Culture and customs in Finland"),
    "own_language_and_culture": _("Your own language and culture"),
    "basic_information": _("Basic information about Finland"),
}
PARTNER_KINDS = {
    "authorities": _("authorities"),
    "associations": _("associations"),
    "third_sector": _("other organisations"),
    "education_providers": _("schools and institutes"),
    "companies": _("companies"),
    "projects": _("projects"),
    "interpreters": _("interpreters"),
}
LISTS: Mapping[str, Mapping[str, Words]] = {
    "ground": GROUNDS,
    "arrangement": ARRANGEMENTS,
    "stage": STAGES,
    "condition": CONDITIONS,
    "producer": PRODUCER_KINDS,
    "access": ACCESS,
    "channel": CHANNELS,
    "teaching": TEACHING_MODES,
    "self_study": SELF_STUDY_REASONS,
    "child_care": CHILD_CARE,
    "place": PLACE_KINDS,
    "cooperation": COOPERATION_FORMS,
    "approval": APPROVAL_STATES,
    "approval_rule": APPROVAL_RULES,
    "own_rule": OWN_RULE_KINDS,
    "topic": TOPICS,
    "other_topic": OTHER_TOPICS,
    "partner": PARTNER_KINDS,
}
"""Every list by the name templates use: `{{ rung.stage|said:"stage" }}`."""


def rule_value(value: int | bool | str, *, unit: str) -> str:  # noqa: FBT001
    """Return the value of an own rule with its unit (programme/entries.py, OwnRule) in the page's language."""
    if unit == "yes_no":
        return gettext("yes") if value else gettext("no")
    if unit in COUNTED:
        return str(COUNTED[unit] % {"value": value})
    return gettext("level %(value)s") % {"value": value} if unit == "level" else str(value)
