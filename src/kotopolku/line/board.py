"""What screens and watchers are told of a line (jonon näyttö): numbers, rooms, waits. Plain values, no database.

It is made anew at every change and kept in the counter's one row, so that a thousand watchers cost one small read each.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from math import ceil
from typing import Any

from kotopolku.line import codes


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """A number that was called and where to go."""

    number: int
    room: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Shut:
    """A time in which the office is closed, and why (a code)."""

    starts_at: datetime
    ends_at: datetime
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """An office's line as anybody may see it at `now`; `languages` are those counselled in today."""

    office: str
    version: int
    now: datetime
    called: tuple[Called, ...] = ()
    waiting: tuple[int, ...] = ()
    minutes: int = 0
    by_language: Mapping[str, int]
    languages: tuple[str, ...] = ()
    shut: Shut | None = None

    def wait(self, language: str) -> int:
        """Return about how many minutes a newcomer waits who wants this language."""
        return self.by_language.get(language, self.minutes)

    def ahead(self, number: int) -> int | None:
        """Return how many stand before a number; None when it does not wait (any more)."""
        return self.waiting.index(number) if number in self.waiting else None

    def call_of(self, number: int) -> Called | None:
        """Return the call of a number among the last ones."""
        return next((one for one in self.called if one.number == number), None)


def minutes_for(waiting: int, *, each: float, advisers: int) -> int:
    """Return a wait in minutes, rounded up to five: nobody is promised a quarter they will not get."""
    return ceil(waiting * each / max(1, advisers) / 5) * 5


def read(stored: Mapping[str, Any], *, office: str, version: int, now: datetime, fresh: bool) -> Board:
    """Return the board of what `actions` stored; yesterday's numbers (not `fresh`) are no longer shown."""
    shuts = [
        Shut(
            starts_at=datetime.fromisoformat(one["from"]),
            ends_at=datetime.fromisoformat(one["to"]),
            reason=one["reason"],
        )
        for one in stored.get("shut", ())
    ]
    shut = next((one for one in shuts if one.starts_at <= now < one.ends_at), None)
    if not fresh:
        return Board(office=office, version=version, now=now, by_language={}, shut=shut)
    return Board(
        office=office,
        version=version,
        now=now,
        called=tuple(
            Called(number=one["number"], room=one["room"], at=datetime.fromisoformat(one["at"]))
            for one in stored.get("called", ())
        )[: codes.MOST_SHOWN],
        waiting=tuple(stored.get("waiting", ())),
        minutes=stored.get("minutes", 0),
        by_language=stored.get("by_language", {}),
        languages=tuple(stored.get("languages", ())),
        shut=shut,
    )
