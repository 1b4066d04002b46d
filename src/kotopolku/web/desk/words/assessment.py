"""Arvioinnin sanat: codes of an assessment as words, which its summary says to the client too, in every language."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

TOLD: Mapping[str, Promise] = {
    "aims_of_services": lazy("What the services aim at"),
    "plan_process": lazy("How the plan is made"),
    "binding_nature_rights_duties": lazy("The plan binds: rights and duties"),
    "personal_data": lazy("How data is handled"),
}

CHANNELS: Mapping[str, Promise] = {
    "office": lazy("at our office"),
    "service_point": lazy("at another service point"),
    "remote": lazy("by video"),
    "phone": lazy("by telephone"),
    "home_visit": lazy("on a home visit"),
    "other": lazy("in another way"),
}

INTERPRETER_KINDS: Mapping[str, Promise] = {
    "in_person": lazy("in person"),
    "video": lazy("by video"),
    "phone": lazy("by telephone"),
    "own_staff": lazy("own staff member"),
}

MEASURE_KINDS: Mapping[str, Promise] = {
    "recognition_of_skills": lazy("recognition of skills"),
    "literacy_mapping": lazy("mapping of literacy"),
    "language_test": lazy("language test"),
    "study_skills": lazy("mapping of study skills"),
    "employment_options": lazy("options for work"),
    "closer_service_needs": lazy("closer look at service needs"),
    "other": lazy("other measure"),
}

ASSESSMENT_OUTCOMES: Mapping[str, Promise] = {
    "plan_needed": lazy("A plan is needed"),
    "guided_to_service": lazy("Guided to a service without a plan"),
    "guided_to_employment_authority": lazy("Guided to the employment authority"),
    "guided_to_county": lazy("Guided to the wellbeing services county"),
    "no_need_now": lazy("No need for services now"),
    "not_reached": lazy("Not reached"),
    "declined": lazy("The client declined"),
}
