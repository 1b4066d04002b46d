"""Who waits in the line on the day of the demo, at the door and from afar, and which languages the staff counsel in."""

from collections.abc import Mapping
from datetime import date

from kotopolku.accounts.staff_languages import KnownLanguage, set_staff_languages
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor
from kotopolku.demo import AREA
from kotopolku.line import codes
from kotopolku.line.actions import note_missed_call, take_place
from kotopolku.line.entries import TicketEntry, WishEntry

SPOKEN = {"aino": ("sv", "en"), "samir": ("ar", "en"), "eero": ("en", "ru")}
AT_DOOR = (("ar", "benefits"), ("ru", "permit"), ("so", "letters"))
QUESTION = WishEntry(email="kysyja@esimerkki.invalid", text="Miten haen lapselle päiväkotipaikkaa?")


def fill_line(actors: Mapping[str, Actor], *, on: date) -> None:
    """Let three wait at Martinkatu, and a missed call and a question from afar."""
    for name, languages in SPOKEN.items():
        with acting_as(actors[name], on=on):
            set_staff_languages(
                staff_id=actors[name].staff_id or 0,
                languages=[
                    KnownLanguage(language=one, reads=True, writes=True, for_counsel=True)
                    for one in languages
                ],
            )
    with acting_as(actors["eero"], on=on):
        for language, topic in AT_DOOR:
            entry = TicketEntry(office="martinkatu", channel="desk", language=language, topics=(topic,))
            take_place(area_id=AREA, entry=entry)
        note_missed_call(phone="045 123 0001", language="so")
        asked = TicketEntry(office=codes.AFAR, channel="question", language="en", way="email", wish=QUESTION)
        take_place(area_id=AREA, entry=asked)
