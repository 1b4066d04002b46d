"""How a service of a plan stands, as words: for the officer, and for a partner to whom a case is opened."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lazy

type Words = Mapping[str, Promise]

MEASURE_STATES: Words = {
    "planned": lazy("agreed"),
    "referred": lazy("guided to apply"),
    "started": lazy("started"),
    "done": lazy("done"),
    "dropped": lazy("left out"),
}
