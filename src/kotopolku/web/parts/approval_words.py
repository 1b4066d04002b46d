"""How far a municipality has come in approving the programme, as words: on public pages and in the office."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

APPROVAL_STATES: Mapping[str, Promise] = {
    "not_started": lazy("not started"),
    "under_review": lazy("being handled"),
    "approved": lazy("approved"),
    "returned": lazy("returned for changes"),
}
