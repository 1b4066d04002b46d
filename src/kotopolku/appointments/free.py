"""Vapaat ajat: when somebody who books by themselves can be met, worked out anew at every look and kept nowhere.

The roster says who is where and in which languages; opening hours, holidays, closures, absences and what is taken
already narrow it. Nothing about the person is asked.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db import connection

from kotopolku.accounts.access import system_actor
from kotopolku.appointments import codes
from kotopolku.appointments.access import interpreters_of
from kotopolku.appointments.entries import Wanted
from kotopolku.appointments.hours import (
    Shut,
    is_shut,
    moment_now,
    shut_between,
    spans_of,
    usual_minutes,
    usual_spans,
)
from kotopolku.appointments.models import Appointment
from kotopolku.audit.acting import acting, acting_as
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.law.calendar import holidays
from kotopolku.roster.queries import OnDuty, week
from kotopolku.services.entries import Place
from kotopolku.services.queries import places

WEEKS_AHEAD = 4
NOTICE = timedelta(hours=2)
STEP = timedelta(minutes=30)
INTERPRETER_LEAD_DAYS = 14
"""How long an interpreter is looked for in a language for which nobody has agreed on less (domain.md W6)."""
EVERYBODY = frozenset({"fi", "fi-x-selko"})

type Span = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeTime:
    """A time that can be booked now, with whom, and whether an interpreter is called to it."""

    starts_at: datetime
    minutes: int
    staff_id: int
    staff_name: str
    place: str
    interpreted: bool

    @property
    def ends_at(self) -> datetime:
        """Return when it ends."""
        return self.starts_at + timedelta(minutes=self.minutes)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the weeks ahead, read once."""

    on: date
    now: datetime
    duties: tuple[tuple[date, tuple[OnDuty, ...]], ...]
    places: dict[str, Place]
    taken: dict[int, list[Span]]
    shuts: tuple[Shut, ...]


@contextmanager
def as_area(area_id: str) -> Iterator[None]:
    """Act as the area itself for a visitor, who has no duty: only for what every visitor may know or do."""
    now = acting()
    with acting_as(system_actor(area_id, on=now.on), on=now.on, route=now.route):
        yield


def bookable_places(area_id: str) -> tuple[str, ...]:
    """Return the places where somebody advises by the roster in the weeks ahead, in the programme's order."""
    with as_area(area_id):
        found = {one.place for _day, duties in _weeks(area_id, acting().on) for one in duties}
        return tuple(one.id for one in places(area_id) if one.id in found)


def free_times(area_id: str, wanted: Wanted, *, moving: UUID | None = None) -> tuple[FreeTime, ...]:
    """Return the free times, one for each moment, the earliest first; `moving` is a time that is given up for it."""
    if wanted.kind not in codes.MINUTES:  # the area's programme offers nothing that can be booked
        return ()
    with as_area(area_id):
        known = _known(area_id, moving)
        duties = [
            (day, one) for day, those in known.duties for one in those if wanted.place in {"", one.place}
        ]
        speaking = [(day, one) for day, one in duties if wanted.language in {*one.counsel, *EVERYBODY}]
        interpreted = not speaking
        minutes = usual_minutes(area_id, wanted.kind, interpreted=interpreted)
        first = known.on + timedelta(days=_lead(area_id, wanted.language)) if interpreted else known.on
        busy = Counter({one: len(spans) for one, spans in known.taken.items()})
        found: dict[datetime, FreeTime] = {}
        for day, duty in sorted(
            speaking or duties, key=lambda pair: (busy[pair[1].staff_id], pair[1].staff_id)
        ):
            if day < first or day in holidays(day.year):
                continue
            for begin in _starts(known, duty, day, minutes=minutes, called=not wanted.place):
                time_ = FreeTime(
                    starts_at=begin,
                    minutes=minutes,
                    staff_id=duty.staff_id,
                    staff_name=duty.name,
                    place=wanted.place,
                    interpreted=interpreted,
                )
                found.setdefault(begin, time_)
        return tuple(found[one] for one in sorted(found))


def municipality_of(area_id: str, free: FreeTime) -> str:
    """Return the code of the municipality whose register the time belongs to: that of the place where one meets."""
    known = {one.id: one.municipality for one in places(area_id)}
    return known.get(free.place, "") or next(iter(known.values()), "")


def _starts(known: Known, duty: OnDuty, day: date, *, minutes: int, called: bool) -> Iterator[datetime]:
    length = timedelta(minutes=minutes)
    place = known.places.get(duty.place)
    spans = spans_of(place, day) if place is not None and place.opening and not called else usual_spans(day)
    taken = known.taken.get(duty.staff_id, [])
    for opens, closes in spans:
        begin, last = _at(day, max(opens, duty.opens)), _at(day, min(closes, duty.closes))
        while begin + length <= last:
            end = begin + length
            if (
                begin >= known.now + NOTICE
                and not is_shut(known.shuts, duty.place, begin, end)
                and all(until <= begin or since >= end for since, until in taken)
            ):
                yield begin
            begin += STEP


def _known(area_id: str, moving: UUID | None) -> Known:
    on = acting().on
    first, last = _at(on, time()), _at(on + timedelta(weeks=WEEKS_AHEAD + 1), time())
    taken: dict[int, list[Span]] = {}
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT staff_id, starts_at, ends_at FROM taken_times(%s, %s, %s)", [area_id, first, last]
        )
        for staff_id, begin, end in cursor.fetchall():
            taken.setdefault(staff_id, []).append((begin, end))
    if moving is not None:
        row = Appointment.objects.get(pk=moving)
        for staff_id in row.workers.values_list("staff_id", flat=True):
            taken[staff_id] = [one for one in taken.get(staff_id, []) if one != (row.starts_at, row.ends_at)]
    return Known(
        on=on,
        now=moment_now(on),
        duties=_weeks(area_id, on),
        places={one.id: one for one in places(area_id)},
        taken=taken,
        shuts=shut_between(area_id, first, last),
    )


def _weeks(area_id: str, on: date) -> tuple[tuple[date, tuple[OnDuty, ...]], ...]:
    monday = on - timedelta(days=on.weekday())
    return tuple(
        (day, duties)
        for number in range(WEEKS_AHEAD)
        for day, duties in week(area_id, monday=monday + timedelta(weeks=number))
        if day >= on
    )


def _lead(area_id: str, language: str) -> int:
    known = (
        interpreters_of(area_id).filter(languages__contains=[language]).values_list("lead_days", flat=True)
    )
    return min(known, default=INTERPRETER_LEAD_DAYS)


def _at(day: date, clock: time) -> datetime:
    return datetime.combine(day, clock, tzinfo=HELSINKI)
