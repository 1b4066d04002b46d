"""Which offices have a line today, how long one waits there, and until when they are open."""

from dataclasses import dataclass
from datetime import date, time

from django.utils.translation import gettext as _

from kotopolku.audit.helsinki import HELSINKI
from kotopolku.languages.codes import UI_LANGUAGES, Language
from kotopolku.languages.texts import Texts
from kotopolku.line.board import Board, Shut
from kotopolku.line.queries import empty_board, public_boards, spoken_today
from kotopolku.services.entries import Place
from kotopolku.services.queries import places
from kotopolku.web.parts.closed_office import REASONS
from kotopolku.web.parts.dates import clock_time
from kotopolku.web.parts.opening import DAYS, open_on


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """An office with a door, as a visitor sees it now."""

    id: str
    name: Texts
    street: str
    hours: str
    board: Board
    is_open: bool
    wait: str
    shut: str

    @property
    def people_wait(self) -> int:
        """Return how many numbers wait."""
        return len(self.board.waiting)


def offices_today(area_id: str, *, on: date, language: Language) -> tuple[Office, ...]:
    """Return the offices whose door is open today, in the order of the programme."""
    boards = public_boards(area_id)
    return tuple(
        _office(one, boards.get(one.id) or empty_board(one.id), on=on, language=language)
        for one in places(area_id)
        if _hours(one, on=on) is not None
    )


def says_wait(minutes: int) -> str:
    """Say about how long one waits."""
    return _("about %(n)s min") % {"n": minutes} if minutes else _("no wait now")


def says_shut(shut: Shut) -> str:
    """Say that the office is closed, until when and why, in the language of the page."""
    until = shut.ends_at.astimezone(HELSINKI)
    return _("Closed until %(day)s at %(time)s, because %(reason)s.") % {
        "day": f"{until.day}.{until.month}.",
        "time": clock_time(until.time()),
        "reason": REASONS[shut.reason],
    }


def spoken(area_id: str, *, on: date) -> list[Language]:
    """Return the languages in which one is advised today (the week's roster), of the fifteen, in their order."""
    known = set(spoken_today(area_id, on=on))
    return [one for one in UI_LANGUAGES if one.code in known and one.code != "fi-x-selko"]


def _office(place: Place, board: Board, *, on: date, language: Language) -> Office:
    now = board.now.astimezone(HELSINKI).time()
    hours = _hours(place, on=on)
    assert hours is not None
    return Office(
        id=place.id,
        name=Texts.of(**place.name),
        street=place.street or "",
        hours=open_on(place.opening, access="walk_in", on=on),
        board=board,
        is_open=board.shut is None and now < hours[1],
        wait=says_wait(board.wait(language.code)),
        shut=says_shut(board.shut) if board.shut else "",
    )


def _hours(place: Place, *, on: date) -> tuple[time, time] | None:
    for one in place.opening:
        if one.access == "walk_in" and one.weeks == "every" and DAYS[on.weekday()] in one.days:
            return time.fromisoformat(one.opens), time.fromisoformat(one.closes)
    return None
