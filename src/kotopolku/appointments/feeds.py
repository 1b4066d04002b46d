"""Kalenterisyöte: what the holder of a feed's address is told: when and where, and nobody's name.

The address is a secret of its own; whoever has it needs no sign-in, because calendars on telephones have none.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.urls import reverse
from django.utils.translation import gettext, override

from kotopolku.appointments import codes
from kotopolku.appointments.access import feeds_of
from kotopolku.appointments.ics import Entry, calendar_of
from kotopolku.appointments.whereabouts import KINDS, MODES
from kotopolku.audit.acting import acting
from kotopolku.audit.clock import database_now
from kotopolku.audit.digests import digest_of
from kotopolku.law.wording import N_
from kotopolku.services.queries import places

BEHIND, AHEAD = timedelta(days=30), timedelta(days=180)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedView:
    """A feed that runs: one's own (`room_id` None) or a room's."""

    room_id: int | None
    made_on: date
    made_by: str


def running_feeds() -> tuple[FeedView | None, Mapping[int, FeedView]]:
    """Return the acting worker's own feed, and those of the area's rooms by the room's number."""
    found = list(feeds_of(acting().actor.area_id or ""))
    views = [
        (row.staff_id, FeedView(room_id=row.room_id, made_on=row.made_on, made_by=row.made_by_name))
        for row in found
    ]
    own = next((view for staff, view in views if staff and staff == acting().actor.staff_id), None)
    return own, {view.room_id: view for _staff, view in views if view.room_id is not None}


def feed(secret: str) -> bytes | None:
    """Return the calendar behind an address; None for an address that leads, or today leads, nowhere."""
    on, now = acting().on, database_now()
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM running_calendar_feed(%s, %s)", [digest_of(secret), on])
        head = cursor.fetchone()
        if head is None:
            return None
        cursor.execute(
            "SELECT * FROM calendar_feed_times(%s, %s, %s, %s)",
            [digest_of(secret), on, now - BEHIND, now + AHEAD],
        )
        rows = cursor.fetchall()
    area_id, language, room = head
    with override(language):
        known = {one.id: one.name.get("fi", one.id) for one in places(area_id)}
        entries = [_entry(row, known) for row in rows]
        name = room or gettext(N_("My times"))
        return calendar_of(entries, now=now, name=name, language=language)


def _entry(row: tuple[UUID, ...], names: Mapping[str, str]) -> Entry:
    id_, starts_at, ends_at, version, kind, mode, place, room, interpreted, hidden = row
    words = [gettext(KINDS[str(kind)])]
    if str(mode) != codes.AT_PLACE:
        words.append(gettext(MODES[str(mode)]))
    if interpreted:
        words.append(gettext(N_("interpreter")))
    where = [names.get(str(place), str(place)), str(room)]
    return Entry(
        id=id_,
        starts_at=starts_at,  # type: ignore[arg-type]
        ends_at=ends_at,  # type: ignore[arg-type]
        version=version,  # type: ignore[arg-type]
        summary=", ".join(words),
        location="" if hidden else ", ".join(part for part in where if part),
        link=f"{settings.ADDRESS}{reverse('desk:appointment', args=[id_])}",
    )
