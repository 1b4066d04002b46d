"""iCalendar (RFC 5545): a time as a calendar of one's own reads it. No name, no reason; of the protected no place.

A time keeps its UID for ever and counts its changes, so that a moved one replaces what stood there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from icalendar import Calendar, Event

PRODUCT = "-//Kotopolku//FI"
PUBLISH, CANCEL = "PUBLISH", "CANCEL"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One time in a calendar; `version` counts its changes, `link` leads to the page that asks for a sign-in."""

    id: UUID
    starts_at: datetime
    ends_at: datetime
    version: int
    summary: str
    location: str = ""
    link: str = ""


def calendar_of(
    entries: Iterable[Entry], *, now: datetime, name: str = "", method: str = PUBLISH, language: str = "fi"
) -> bytes:
    """Return the entries as one calendar, in UTC; `method` CANCEL takes them away again."""
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("method", method)
    if name:
        calendar.add("x-wr-calname", name)
    for entry in entries:
        calendar.add_component(_event(entry, now=now, cancelled=method == CANCEL, language=language))
    return bytes(calendar.to_ical())


def _event(entry: Entry, *, now: datetime, cancelled: bool, language: str) -> Event:
    event = Event()
    event.add("uid", f"{entry.id}@{urlsplit(settings.ADDRESS).hostname or 'kotopolku'}")
    event.add("dtstamp", now)
    event.add("dtstart", entry.starts_at)
    event.add("dtend", entry.ends_at)
    event.add("sequence", entry.version)
    event.add("status", "CANCELLED" if cancelled else "CONFIRMED")
    event.add("summary", entry.summary, parameters={"language": language})
    if entry.location:
        event.add("location", entry.location)
    if entry.link:
        event.add("url", entry.link)
    return event
