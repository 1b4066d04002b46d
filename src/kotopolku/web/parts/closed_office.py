"""Why an office is closed today, as visitors read it: on public pages, kiosk and wall."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

#: By the reasons of `line`.
REASONS: dict[str, Promise] = {
    "illness": lazy("somebody is ill"),
    "training": lazy("we have training"),
    "technical": lazy("there is a technical fault"),
    "holiday": lazy("it is a holiday"),
    "moving": lazy("we are moving"),
    "other": lazy("we cannot keep it open"),
}
