"""Peitetty kunta: the one way to narrow, group and count by municipality, in which protected people stand apart.

Every list, filter, grouping and total by municipality uses these. A protected person is in no municipality's group,
for insiders too: otherwise whoever can narrow a list could find out where the person lives by trying each one.
"""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q

from kotopolku.people.views import PersonRow, PlaceGroup

#: The filter value of people whose municipality a non-disclosure order hides: a group of its own.
HIDDEN = "hidden"


def masked(on: date, *, prefix: str = "") -> Q:
    """Return the condition that the place is hidden on a day; `prefix` leads to the person ("case__person__")."""
    return _order("non_disclosure", on=on, prefix=prefix) | _order("covered", on=on, prefix=prefix)


def _order(name: str, *, on: date, prefix: str) -> Q:
    until = f"{prefix}{name}_until"
    return Q(**{f"{prefix}{name}": True}) & (Q(**{f"{until}__isnull": True}) | Q(**{f"{until}__gte": on}))


def in_place(
    municipality: int | str | None, *, on: date, prefix: str = "", controller: str = "controller_id"
) -> Q:
    """Return the condition for rows of one municipality (an organisation's id), of HIDDEN, or of all (None).

    `prefix` is the way from the row to the person, `controller` the row's own municipality.
    """
    if municipality is None:
        return Q()
    if municipality == HIDDEN:
        return masked(on, prefix=prefix)
    return ~masked(on, prefix=prefix) & Q(**{controller: municipality})


def read_place(text: str) -> int | str | None:
    """Return what a filter's value in an address means for `in_place`; anything else narrows nothing."""
    if text == HIDDEN:
        return HIDDEN
    return int(text) if text.isdecimal() and text.isascii() and len(text) < 12 else None


def place_groups(rows: Iterable[PersonRow]) -> tuple[PlaceGroup, ...]:
    """Return the people by municipality in the order of ids; those whose place is hidden are the last group."""
    groups: dict[int | None, list[PersonRow]] = {}
    for row in rows:
        groups.setdefault(row.municipality_id, []).append(row)
    known = sorted(one for one in groups if one is not None)
    ordered = [*known, *([None] if None in groups else [])]
    return tuple(PlaceGroup(municipality_id=one, rows=tuple(groups[one])) for one in ordered)
