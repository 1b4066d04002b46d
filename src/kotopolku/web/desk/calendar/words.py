"""Codes of appointments as words."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.appointments.queries import AppointmentView
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.services.entries import Place
from kotopolku.web.parts.dates import time_range

KINDS: Mapping[str, Promise] = {
    "guidance_10": lazy("Guidance"),
    "assessment_14": lazy("Assessment"),
    "plan_20": lazy("Drawing up the plan"),
    "review_22": lazy("Review of the plan"),
    "other": lazy("Something else"),
}
MODES: Mapping[str, Promise] = {
    "place": lazy("At an office"),
    "home_visit": lazy("Home visit"),
    "video": lazy("Video meeting"),
    "phone": lazy("Telephone call"),
}
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
