"""Who waits in the line on the day of the demo, at the door and from afar, and which languages the staff counsel in."""

from collections.abc import Mapping
from datetime import date, time, timedelta

from kotopolku.accounts.queries import area_view
from kotopolku.accounts.staff_languages import KnownLanguage, set_staff_languages
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ANYBODY, Actor
from kotopolku.demo import AREA
from kotopolku.line import codes
from kotopolku.line.actions import note_missed_call, take_place
from kotopolku.line.entries import TicketEntry, WishEntry
from kotopolku.roster.actions import announce_outreach, ask_for_outreach, plan_shift
from kotopolku.roster.entries import DayEntry, RequestEntry

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
    _roster(actors, on=on)
    with acting_as(actors["eero"], on=on):
        for language, topic in AT_DOOR:
            entry = TicketEntry(office="martinkatu", channel="desk", language=language, topics=(topic,))
            take_place(area_id=AREA, entry=entry)
        note_missed_call(phone="045 123 0001", language="so")
        asked = TicketEntry(office=codes.AFAR, channel="question", language="en", way="email", wish=QUESTION)
        take_place(area_id=AREA, entry=asked)


def _roster(actors: Mapping[str, Actor], *, on: date) -> None:
    """Say who is where in the week, announce a day of outreach, and let a school ask for another."""
    monday = on - timedelta(days=on.weekday() + 7)
    for name in SPOKEN:
        with acting_as(actors[name], on=monday):
            for weekday in range(5):
                plan_shift(
                    staff_id=actors[name].staff_id or 0,
                    place="martinkatu",
                    opens=time(9),
                    closes=time(15 if weekday < 4 else 12),
                    weekday=weekday,
                )
    area = area_view(AREA, on=on)
    assert area is not None
    towns = {one.code: one.id for one in area.municipalities}
    with acting_as(actors["eero"], on=on):
        announce_outreach(
            entry=DayEntry(
                municipality_id=towns["mynamaki"],
                where="Mynämäen kirjasto",
                day=on + timedelta(days=8),
                opens=time(13),
                closes=time(16),
                languages=("uk", "ar", "en"),
            )
        )
    with acting_as(ANYBODY, on=on):
        ask_for_outreach(
            area_id=AREA,
            entry=RequestEntry(
                municipality_id=towns["naantali"],
                sender_kind="school",
                organisation="Esimerkkikoulu",
                sender="Riitta Esimerkki, rehtori",
                email="rehtori@esimerkki.invalid",
                wished="tiistait tai torstait klo 14 jälkeen",
                languages=("uk", "ar"),
                people=25,
            ),
        )
