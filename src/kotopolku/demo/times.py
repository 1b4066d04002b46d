"""The demo's calendar: rooms, interpreters, and a few times of this week and the next, one with an interpreter."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from uuid import UUID

from kotopolku.appointments.actions import add_interpreter, add_room, book, order_interpreter
from kotopolku.appointments.entries import BookingEntry, InterpreterEntry, OrderEntry
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.cases.queries import case_of_person

OFFICE = "martinkatu"
#: Days from today, hour, what for, how, the language of an interpreter ("" for none).
TIMES = (
    (0, 9, "guidance_10", "place", ""),
    (0, 13, "review_22", "place", ""),
    (1, 10, "plan_20", "place", "ar"),
    (1, 13, "guidance_10", "phone", ""),
    (2, 9, "assessment_14", "place", "so"),
    (2, 13, "review_22", "video", ""),
    (5, 10, "plan_20", "place", "uk"),
    (6, 12, "guidance_10", "place", ""),
    (7, 9, "assessment_14", "place", "ar"),
    (8, 14, "review_22", "phone", ""),
)
EARLIER = timedelta(days=3)


def book_times(persons: Iterable[UUID], *, actors: Mapping[str, Actor], on: date) -> None:
    """Book the times with Aino's clients; a day on which the office is closed is left out."""
    aino = actors["aino"]
    waiting = iter(persons)
    with acting_as(aino, on=on - EARLIER):
        room = add_room(place=OFFICE, name="Neuvotteluhuone 1", directions="Pääovesta oikealle, 1. krs")
        add_room(place=OFFICE, name="Neuvotteluhuone 2", directions="A-porras, 2. krs")
        interpreters = {
            language: add_interpreter(
                entry=InterpreterEntry(name=name, email=email, languages=tuple(languages.split()))
            )
            for language, name, email, languages in (
                ("ar", "Amal Tulkki", "amal@tulkki.example", "ar ckb"),
                ("so", "Tulkkikeskus Aurajoki", "tilaukset@aurajoki.example", "so fa prs"),
                ("uk", "Olena Tulkki", "olena@tulkki.example", "uk ru"),
            )
        }
        for days, hour, kind, mode, language in TIMES:
            begins = datetime.combine(on + timedelta(days=days), time(hour), tzinfo=HELSINKI)
            for person in waiting:
                case_id = _case(person)
                if case_id is None:
                    continue
                entry = BookingEntry(
                    case_id=case_id, kind=kind, mode=mode, starts_at=begins, workers=(aino.staff_id or 0,),
                    place=OFFICE if mode == "place" else "", room_id=room if mode == "place" else None,
                    link="https://video.example/huone" if mode == "video" else "", language=language,
                    interpreted=bool(language),
                )  # fmt: skip
                try:
                    made = book(entry=entry)
                    if language:
                        asks = OrderEntry(interpreter_id=interpreters[language], language=language)
                        order_interpreter(appointment_id=made, entry=asks)
                except Invalid:  # a holiday, a weekend, or a client whose matters have ended
                    pass
                break


def _case(person: UUID) -> UUID | None:
    try:
        return case_of_person(person)
    except NotFound:  # somebody else's client
        return None
