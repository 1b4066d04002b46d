"""Mitä ei kirjata (73 §): what does not belong under a point of the interview. Only the officer reads these."""

from collections.abc import Mapping

from kotopolku.cases.interview import SOCIAL_AND_HEALTH
from kotopolku.law.wording import N_

AVOID: Mapping[str, str] = {
    "literacy": N_(
        "Write no diagnosis of learning difficulties. If one affects studies, write only which support is needed."
    ),
    "fi_sv_skills": N_("Write levels and how they are known, no opinions about motivation or personality."),
    "study_work_skills": N_(
        "Write what helps and hinders studying, no diagnoses. Health only as far as a service is needed."
    ),
    "employment_education_needs": N_(
        "Write needs and the client's own goals. Do not write what benefits the client gets: Kela decides on them."
    ),
    "education_work_history": N_(
        "Write no political or union activity and no military service, unless it is the profession."
    ),
    "special_skills": N_(
        "Write no religion, ethnic origin or conviction, even if the client tells about it."
    ),
    "plan_need": N_(
        "Write the reasons of the need or no need. An assessment never says what the residence permit should be."
    ),
    "life_situation": N_(
        "Write only the need of a service. No diagnoses, no story of persecution or flight, and about other "
        "family members nothing that they have not told themselves."
    ),
    "other_needs": N_("Write wishes. Leave out friends and memberships that are not needed for guiding."),
    SOCIAL_AND_HEALTH: N_(
        "Write which service is needed, no diagnoses, medicines or test results. The county keeps its own records."
    ),
}
