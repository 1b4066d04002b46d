"""Outreach days as the public notice tells them."""

from dataclasses import dataclass
from datetime import date

from kotopolku.languages.codes import UI_LANGUAGES, Language
from kotopolku.languages.texts import Texts
from kotopolku.roster.queries import outreach_days
from kotopolku.web.parts.dates import time_range, weekday_day


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One day: when, where and in which of the fifteen languages."""

    day: str
    time: str
    where: str
    municipality: Texts
    languages: tuple[Language, ...]


def days_of(area_id: str, *, on: date) -> list[Notice]:
    """Return the days from today on, the next first."""
    return [
        Notice(
            day=weekday_day(one.day, on),
            time=time_range(one.opens, one.closes),
            where=one.where,
            municipality=one.municipality,
            languages=tuple(known for known in UI_LANGUAGES if known.code in one.languages),
        )
        for one in outreach_days(area_id, first=on)
    ]
