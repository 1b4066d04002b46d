"""What a page hands to the actions."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitEntry:
    """One visit as the adviser tells it; every code is one of codes.py, `language` "" when it was not told.

    `municipality_id` is given when the visitor `lives` in one of the area's municipalities ("member").
    """

    place: str
    channel: str
    interpreter: str
    lives: str
    minutes: str
    outcome: str
    topics: tuple[str, ...] = ()
    language: str = ""
    municipality_id: int | None = None
    came_back: bool = False
