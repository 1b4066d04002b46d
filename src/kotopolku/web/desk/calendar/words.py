"""Codes of appointments as words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.appointments import whereabouts
from kotopolku.appointments.queries import AppointmentView
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.services.entries import Place
from kotopolku.web.parts.dates import time_range

KINDS: Mapping[str, Promise] = {code: lazy(text) for code, text in whereabouts.KINDS.items()}
MODES: Mapping[str, Promise] = {code: lazy(text) for code, text in whereabouts.MODES.items()}
STATES: Mapping[str, Promise] = {
    "booked": lazy("booked"),
    "held": lazy("the client came"),
    "no_show": lazy("the client did not come"),
    "cancelled": lazy("cancelled"),
}


def hours(view: AppointmentView) -> str:
    """Return from when to when, `10–10.30`."""
    return time_range(view.starts_at.astimezone(HELSINKI).time(), view.ends_at.astimezone(HELSINKI).time())


def where(view: AppointmentView, places: Mapping[str, Place]) -> str:
    """Return where one meets, in words; nothing of a protected client's place to who does not meet them."""
    if view.mode != "place":
        return str(MODES[view.mode])
    if view.place_hidden:
        return _("place hidden")
    found = places.get(view.place)
    name = found.name.get("fi", view.place) if found else view.place
    return ", ".join(part for part in (name, view.room) if part)


def whom(view: AppointmentView) -> str:
    """Return whom the time is with."""
    return view.client.name if view.client else view.name
