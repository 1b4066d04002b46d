"""Opening times in words: "ma–to 9–15", and what is open on a given day."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time

from babel.dates import get_day_names
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from kotopolku.services.entries import Opening
from kotopolku.web.parts.dates import EN_DASH, babel_locale, language, time_range

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


@dataclass(frozen=True, kw_only=True)
class Hours:
    """One line of opening times: on which days (words of the language) and between which clock times."""

    days: str
    hours: str
    every_other_week: bool = False


@dataclass(frozen=True, kw_only=True)
class Times:
    """Opening times of one way to come (walk_in, appointment, phone)."""

    access: str
    hours: tuple[Hours, ...]


def times_of(openings: Sequence[Opening]) -> tuple[Times, ...]:
    """Return all opening times, by way of coming, in the order the place names them."""
    return tuple(
        Times(access=access, hours=hours_of(openings, access=access))
        for access in dict.fromkeys(one.access for one in openings)
    )


def hours_of(openings: Sequence[Opening], *, access: str) -> tuple[Hours, ...]:
    """Return the opening times of one way to come (walk_in, appointment, phone), in the page's language."""
    return tuple(
        Hours(
            days=_days(one.days),
            hours=_unbroken(time_range(time.fromisoformat(one.opens), time.fromisoformat(one.closes))),
            every_other_week=one.weeks != "every",
        )
        for one in openings
        if one.access == access
    )


def open_on(openings: Sequence[Opening], *, access: str, on: date) -> str:
    """Return the clock times of a day on which one may come, or nothing; "every other week" is never promised."""
    for one in openings:
        if one.access == access and one.weeks == "every" and DAYS[on.weekday()] in one.days:
            return _unbroken(time_range(time.fromisoformat(one.opens), time.fromisoformat(one.closes)))
    return ""


def one_line(hours: Sequence[Hours]) -> str:
    """Return opening times as one line of text, for a table cell."""
    parts = []
    for one in hours:
        when = _("every other %(days)s") % {"days": one.days} if one.every_other_week else one.days
        parts.append(f"{when} \u2066{one.hours}\u2069")
    return join(parts)


def join(parts: Sequence[str]) -> str:
    """Join words with the language's own comma, which comes from its catalogue (the Arabic one is turned)."""
    return pgettext("between the items of a list", ", ").join(parts)


def _unbroken(hours: str) -> str:
    """Keep a span of hours on one line: a line may break after a dash."""
    return hours.replace(EN_DASH, f"\u2060{EN_DASH}\u2060")


def _days(days: Sequence[str]) -> str:
    """Write days of the week in short, runs of three or more with a dash."""
    names = get_day_names("abbreviated", locale=babel_locale(language()))
    places = sorted(DAYS.index(day) for day in days)
    runs: list[list[int]] = []
    for place in places:
        if runs and place == runs[-1][-1] + 1:
            runs[-1].append(place)
        else:
            runs.append([place])
    words = []
    for run in runs:
        short = [str(names[place]).rstrip(".") for place in run]
        words += [f"{short[0]}{EN_DASH}{short[-1]}"] if len(run) > 2 else short
    return join(words)
