"""What goals, services and those who answer for them are called, on pages and in what is handed over."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

GOALS: dict[str, Promise] = {
    "employment": lazy("work"),
    "entrepreneurship": lazy("own business"),
    "working_life_readiness": lazy("readiness for working life"),
    "upper_secondary_qualification": lazy("upper secondary qualification"),
    "higher_education": lazy("higher education"),
    "learn_finnish": lazy("learning Finnish"),
    "learn_swedish": lazy("learning Swedish"),
    "literacy": lazy("reading and writing"),
    "other": lazy("other goal"),
}

SERVICES: dict[str, Promise] = {
    "civic_orientation": lazy("multilingual civic orientation"),
    "integration_training": lazy("integration training"),
    "literacy_training": lazy("literacy training"),
    "adult_basic_education": lazy("basic education for adults"),
    "other_training": lazy("other training"),
    "guidance": lazy("guidance and counselling"),
    "employment_service": lazy("employment service"),
    "health_or_social_service": lazy("health or social service"),
    "association_activity": lazy("association activity"),
    "other": lazy("other service"),
}

RESPONSIBLES: dict[str, Promise] = {
    "client": lazy("the client"),
    "municipality": lazy("the municipality"),
    "county": lazy("the wellbeing services county"),
    "employment_authority": lazy("the employment authority"),
    "provider": lazy("a service provider"),
    "association": lazy("an association"),
    "other": lazy("somebody else"),
}
