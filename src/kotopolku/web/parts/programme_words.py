"""What the programme says by code, as words: on public pages and in the office.

How far a municipality has come in approving it, what the municipalities have agreed, and how a service is arranged.
"""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

APPROVAL_STATES: Mapping[str, Promise] = {
    "not_started": lazy("not started"),
    "under_review": lazy("being handled"),
    "approved": lazy("approved"),
    "returned": lazy("returned for changes"),
}
ARRANGEMENTS: Mapping[str, Promise] = {
    "own": lazy("The municipality does it itself"),
    "regional": lazy("Together with the region"),
    "purchased": lazy("The municipality buys the service"),
    "referral": lazy("We guide you to a service that others arrange"),
}
STAGES: Mapping[str, str | Promise] = {
    "in_use": "",
    "possible": lazy("possible when needed"),
    "being_surveyed": lazy("we are looking for providers"),
}
COOPERATION_FORMS: Mapping[str, Promise] = {
    "alone": lazy("The municipality arranges the services alone."),
    "agreement_54": lazy(
        "The municipalities have agreed that one of them takes care of the services for all."
    ),
    "joint_body": lazy("The municipalities have a joint body."),
    "joint_post": lazy("The municipalities have a joint official."),
    "joint_authority": lazy("The municipalities have a joint authority."),
    "employment_authority": lazy(
        "The employment authority takes care of the services for the municipalities."
    ),
}
