"""Milloin voi tavata: why a time cannot be booked, as a sentence; None when it can."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time
from functools import cache

from django.conf import settings
from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.queries import area_settings_of
from kotopolku.appointments import codes
from kotopolku.audit.clock import database_now
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.law.calendar import holidays
from kotopolku.services.entries import Opening, Place

FRIDAY = 4
type Shut = tuple[str, datetime, datetime]


def obstacle(
    *, starts_at: datetime, ends_at: datetime, now: datetime, on: date, place: Place | None, outside: bool
) -> str | Promise | None:
    """Return why nobody can meet then; `place` is where one meets, None for elsewhere.

    `now` counts on the day of `on` only; `outside` says that it was agreed to meet outside the usual hours.
    """
    begin, end = starts_at.astimezone(HELSINKI), ends_at.astimezone(HELSINKI)
    day = begin.date()
    if day < on or (now.astimezone(HELSINKI).date() == on and starts_at <= now):
        return _("This time is in the past. Choose a later one.")
    if end.date() != day:
        return _("A time ends on the day on which it begins. Choose an earlier or a shorter one.")
    if day in holidays(day.year):
        return _("This day is a public holiday. Choose another day.")
    spans = spans_of(place, day) if place is not None and place.opening else usual_spans(day)
    if outside or any(opens <= begin.time() and end.time() <= closes for opens, closes in spans):
        return None
    if not spans:
        return _("Nobody is there on this day of the week. Choose another day, or say that it was agreed.")
    return format_lazy(
        _("It is open then from {hours}. Choose a time within it, or say that another was agreed."),
        hours=", ".join(f"{clock(opens)}–{clock(closes)}" for opens, closes in spans),
    )


@cache
def _shut_when() -> Callable[[str, datetime, datetime], tuple[Shut, ...]]:
    function: Callable[[str, datetime, datetime], tuple[Shut, ...]] = import_string(settings.SHUT_WHEN)
    return function


def shut_between(area_id: str, first: datetime, last: datetime) -> tuple[Shut, ...]:
    """Return the closures of the area between two instants: office ("": every one), beginning, end."""
    return _shut_when()(area_id, first, last)


def is_shut(shuts: Iterable[Shut], place: str, begin: datetime, end: datetime) -> bool:
    """Tell whether the place is shut at any moment of a time."""
    return any(office in {"", place} and since < end and until > begin for office, since, until in shuts)


def usual_minutes(area_id: str, kind: str, *, interpreted: bool) -> int:
    """Return how long a time of this kind usually lasts in the area, by its programme."""
    minutes: int = getattr(area_settings_of(area_id), codes.MINUTES[kind])
    return minutes * (codes.INTERPRETED if interpreted else 1)


def moment_now(on: date) -> datetime:
    """Return the time by the database on the day that is acted on; the first instant of it on any other day."""
    now = database_now()
    return now if now.astimezone(HELSINKI).date() == on else datetime.combine(on, time(), tzinfo=HELSINKI)


def spans_of(place: Place, day: date) -> list[tuple[time, time]]:
    """Return when a place is open on a day; hours by appointment count where it has any.

    Which of every other week is meant is not in the programme: both are taken.
    """
    weekday = codes.WEEKDAYS[day.weekday()]
    booked = [one for one in place.opening if one.access == codes.BY_APPOINTMENT]
    found: Sequence[Opening] = booked or place.opening
    return sorted(
        (time.fromisoformat(one.opens), time.fromisoformat(one.closes))
        for one in found
        if weekday in one.days
    )


def usual_spans(day: date) -> list[tuple[time, time]]:
    """Return when one meets elsewhere than at a place with hours of its own."""
    return [(codes.OPENS, codes.CLOSES)] if day.weekday() <= FRIDAY else []


def clock(value: time | datetime) -> str:
    """Return hours and minutes as they are said, of a time in Helsinki: 9.05."""
    return f"{value.hour}.{value.minute:02}"
