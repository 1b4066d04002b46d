"""What a page hands to the actions."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestEntry:
    """A wish that advice comes: who asks, where, when it would suit, for how many and in which languages.

    `language` is the one the sender reads and is answered in.
    """

    municipality_id: int
    sender_kind: str
    organisation: str
    sender: str
    email: str
    wished: str
    language: str = "fi"
    languages: tuple[str, ...] = ()
    people: int | None = None
    message: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DayEntry:
    """A day of advice as its public notice tells it."""

    municipality_id: int
    where: str
    day: date
    opens: time
    closes: time
    languages: tuple[str, ...] = ()
