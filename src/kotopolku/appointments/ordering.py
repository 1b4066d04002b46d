"""Tilausviesti: what an interpreter is written, by a code and without the client's name.

The message is the area's own, about no client: it holds what an interpreter needs to come, and nothing of whom for.
"""

from django.utils.translation import gettext, override

from kotopolku.appointments import codes
from kotopolku.appointments.hours import clock
from kotopolku.appointments.models import Appointment, InterpreterOrder
from kotopolku.appointments.whereabouts import address_of, place_of
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.languages.days import plain_day
from kotopolku.languages.names import language_name
from kotopolku.law.wording import N_
from kotopolku.letters.actions import send
from kotopolku.letters.entries import ToWriter

LANGUAGE = "fi"
TOPICS = {
    codes.GUIDANCE: N_("guidance in integration"),
    codes.ASSESSMENT: N_("assessment of competence and integration service needs"),
    codes.PLAN: N_("drawing up an integration plan"),
    codes.REVIEW: N_("review of an integration plan"),
    codes.OTHER: N_("a matter of integration services"),
}
GENDERS = {"": N_("no wish"), "woman": N_("a woman"), "man": N_("a man")}
MODES = {"phone": N_("by telephone"), "home_visit": N_("a home visit: call us, and we tell where to come")}


def write_to(order: InterpreterOrder, template: str, *, answer: str = "") -> None:
    """Put the message into the outbox, in the transaction of the act that causes it."""
    row = order.appointment
    begin, end = order.starts_at.astimezone(HELSINKI), order.ends_at.astimezone(HELSINKI)
    params = {
        "code": order.code,
        "day": plain_day(begin.date()),
        "from_clock": clock(begin),
        "to_clock": clock(end),
    }
    if answer:
        with override(LANGUAGE):
            dialect = f" ({order.dialect})" if order.dialect else ""
            params |= {
                "language": language_name(order.language, LANGUAGE) + dialect,
                "where": where_of(row),
                "topic": gettext(TOPICS[order.topic]),
                "wish": gettext(GENDERS[order.gender]),
                "contact": order.contact,
                "answer": answer,
            }
    send(
        to=ToWriter(address=order.interpreter.email),
        template=template,
        params=params,
        language=LANGUAGE,
        area_id=row.area_id,
    )


def where_of(row: Appointment) -> str:
    """Return where the interpreter of an appointment comes."""
    rooms = (row.room.name, row.room.directions) if row.room else ()
    return where(area_id=row.area_id, mode=row.mode, place=row.place, rooms=rooms, link=row.link)


def where(*, area_id: str, mode: str, place: str, rooms: tuple[str, ...], link: str) -> str:
    """Return exactly where the interpreter comes: place, street, room and how to find it, or the link."""
    if mode == codes.VIDEO:
        return link or gettext(N_("by video: we send the address"))
    if mode != codes.AT_PLACE:
        return gettext(MODES[mode])
    found = place_of(area_id, place)
    return address_of(found, *rooms) if found else ", ".join(part for part in (place, *rooms) if part)
