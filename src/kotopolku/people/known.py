"""Tiedetyt tosiseikat: what is known of a person, before it is said in the law's words, and what a change makes of it.

Pure: no database. What is shown beforehand and what stands after saving come from the same few lines.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from kotopolku.law.facts import Facts, facts_from_mapping
from kotopolku.people.codes import UNDERSTOOD_WELL
from kotopolku.people.entries import LanguageEntry, PeriodEntry, StatusEntry
from kotopolku.people.vocabulary import PERIOD_FACTS, citizenship_group, nested

REGISTERED = "residence.municipality_of_residence.first_registered_on"


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """A non-disclosure order, one's own or the household's; `until` None: without end."""

    in_force: bool = False
    until: date | None = None

    def runs(self, on: date) -> bool:
        """Whether it is in force on the day."""
        return self.in_force and (self.until is None or on <= self.until)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Everything recorded of one person that the law reads; `place` is the name of the register's municipality."""

    birth_date: date | None = None
    place: str = ""
    order: Order = Order()
    cover: Order = Order()
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    statuses: tuple[StatusEntry, ...] = ()
    periods: tuple[PeriodEntry, ...] = ()
    scalars: Mapping[str, Any] = field(default_factory=dict)

    def facts(self, *, on: date) -> Facts:
        """Return the law's facts. The municipality is left out under non-disclosure: a finding must not tell it."""
        order = self.order if self.order.runs(on) or not self.cover.runs(on) else self.cover
        groups = dict.fromkeys(group for one in self.countries if (group := citizenship_group(one)))
        flat: dict[str, Any] = {
            "person.birth_date": self.birth_date,
            "person.security_ban": order.in_force,
            "person.security_ban_until": order.until,
            "person.citizenships": list(groups),
            "person.languages": list(dict.fromkeys(self.languages)) or None,
            "residence.statuses": [_status(one) for one in sorted(set(self.statuses), key=_by_grant)],
            **self.scalars,
        }
        hidden = self.order.runs(on) or self.cover.runs(on)
        # Without a registered municipality of residence the register's keeper is not the home municipality.
        if not hidden and REGISTERED in self.scalars:
            flat["residence.municipality_of_residence.name"] = self.place
        for period in sorted(set(self.periods), key=_by_beginning):
            if period.kind == "assistance_system":
                # The vocabulary knows one time in the system: the latest.
                flat["trafficking.assistance_system_from"] = period.first_day
                flat["trafficking.assistance_system_to"] = period.last_day
            else:
                flat.setdefault(PERIOD_FACTS[period.kind], []).append(
                    {"from": period.first_day, "to": period.last_day}
                )
        return facts_from_mapping(nested(flat))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What somebody is about to record: rows that come and rows that go. None: not touched; a scalar None: unknown."""

    statuses: tuple[StatusEntry, ...] = ()
    without_statuses: tuple[StatusEntry, ...] = ()
    periods: tuple[PeriodEntry, ...] = ()
    without_periods: tuple[PeriodEntry, ...] = ()
    scalars: Mapping[str, Any] = field(default_factory=dict)
    countries: tuple[str, ...] | None = None
    languages: tuple[LanguageEntry, ...] | None = None
    order: Order | None = None


def changed(known: Known, change: Change) -> Known:
    """Return what would be known after the change."""
    scalars = {**known.scalars, **change.scalars}
    return replace(
        known,
        statuses=(*_without(known.statuses, change.without_statuses), *change.statuses),
        periods=(*_without(known.periods, change.without_periods), *change.periods),
        scalars={key: value for key, value in scalars.items() if value is not None},
        countries=known.countries if change.countries is None else change.countries,
        languages=known.languages if change.languages is None else understood(change.languages),
        order=known.order if change.order is None else change.order,
    )


def joined(first: Known, others: Iterable[Known]) -> Known:
    """Return one person's facts from rows under several registrations linked as the same person.

    Rows of all count; where two say differently, the one that is shown has the word.
    """
    for other in others:
        first = replace(
            first,
            birth_date=first.birth_date or other.birth_date,
            order=_wider(first.order, other.order),
            cover=_wider(first.cover, other.cover),
            countries=first.countries or other.countries,
            languages=first.languages or other.languages,
            statuses=(*first.statuses, *other.statuses),
            periods=(*first.periods, *other.periods),
            scalars={**other.scalars, **first.scalars},
        )
    return first


def understood(languages: Iterable[LanguageEntry]) -> tuple[str, ...]:
    """Return the languages in which the person understands the matter (decree 869/2024 4 §)."""
    return tuple(one.language for one in languages if one.use in UNDERSTOOD_WELL)


def _without[T](rows: tuple[T, ...], gone: tuple[T, ...]) -> tuple[T, ...]:
    left = list(rows)
    for one in gone:
        if one in left:
            left.remove(one)
    return tuple(left)


def _wider(one: Order, other: Order) -> Order:
    if not (one.in_force and other.in_force):
        return one if one.in_force else other
    ends = (one.until, other.until)
    return Order(in_force=True, until=None if None in ends else max(day for day in ends if day))


def _by_grant(one: StatusEntry) -> tuple[date, str, str, date]:
    return one.granted_on, one.kind, one.legal_basis or "", one.valid_until or date.max


def _by_beginning(one: PeriodEntry) -> tuple[date, str, date]:
    return one.first_day, one.kind, one.last_day or date.max


def _status(one: StatusEntry) -> dict[str, Any]:
    return {
        "kind": one.kind,
        "granted_on": one.granted_on,
        "legal_basis": one.legal_basis,
        "valid_until": one.valid_until,
        "applied_for_protection_first": one.applied_for_protection_first,
        "applied_as_minor": one.applied_as_minor,
    }
