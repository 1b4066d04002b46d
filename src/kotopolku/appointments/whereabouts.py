"""Paikka sanoin: where one meets, as interpreters, clients and calendars are told it, and what a time is called."""

from collections.abc import Mapping

from kotopolku.appointments import codes
from kotopolku.law.wording import N_
from kotopolku.services.entries import Place
from kotopolku.services.queries import places

KINDS: Mapping[str, str] = {
    codes.GUIDANCE: N_("Guidance"),
    codes.ASSESSMENT: N_("Assessment"),
    codes.PLAN: N_("Drawing up the plan"),
    codes.REVIEW: N_("Review of the plan"),
    codes.OTHER: N_("Something else"),
}
MODES: Mapping[str, str] = {
    codes.AT_PLACE: N_("At an office"),
    codes.HOME_VISIT: N_("Home visit"),
    codes.VIDEO: N_("Video meeting"),
    codes.PHONE: N_("Telephone call"),
}


def place_of(area_id: str, code: str) -> Place | None:
    """Return a place of the programme by its code; None for a code that is none of it any more."""
    return next((one for one in places(area_id) if one.id == code), None)


def address_of(place: Place, *rooms: str) -> str:
    """Return the place's name, its street where the name does not hold it, and what follows."""
    name = place.name.get("fi", place.id)
    street = place.street if place.street and place.street not in name else ""
    return ", ".join(part for part in (name, street, *rooms) if part)
