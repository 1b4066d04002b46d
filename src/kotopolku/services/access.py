"""The only doors to the catalogue's rows. They are open to everybody: nothing here is about a person."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet

from kotopolku.languages.texts import Texts
from kotopolku.services.models import Entry, OtherService, Place, Service


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """What an entry's row is to hold: its code, its facts as JSON values, and its texts by column."""

    code: str
    facts: Mapping[str, Any]
    texts: Mapping[str, Texts] = field(default_factory=dict)


def entries_of[E: Entry](model: type[E], area_id: str) -> QuerySet[E]:
    """Return the area's entries of one kind in the order of the programme."""
    return model._default_manager.filter(area_id=area_id).order_by("position")


def services_of(area_id: str) -> QuerySet[Service]:
    """Return the services of the area, in order."""
    return entries_of(Service, area_id)


def places_of(area_id: str) -> QuerySet[Place]:
    """Return the places of the area, in order."""
    return entries_of(Place, area_id)


def other_services_of(area_id: str) -> QuerySet[OtherService]:
    """Return other authorities' services the area tells of, in order."""
    return entries_of(OtherService, area_id)


def keep[E: Entry](model: type[E], *, area_id: str, rows: Sequence[Row], columns: Iterable[str] = ()) -> None:
    """Make the area's entries of one kind equal to `rows`: add, change and remove only what differs.

    `columns` are the text columns of the model.
    """
    texts = tuple(columns)
    present = {row.code: row for row in entries_of(model, area_id)}
    wanted = [
        _entry(model, row, area_id=area_id, position=position, columns=texts)
        for position, row in enumerate(rows)
    ]
    codes = {row.code for row in rows}
    gone = [row.pk for code, row in present.items() if code not in codes]
    if gone:
        model._default_manager.filter(pk__in=gone).delete()
    fields = ("position", "facts", *texts)
    changed = []
    for entry in wanted:
        former = present.get(entry.code)
        if former and any(getattr(former, name) != getattr(entry, name) for name in fields):
            entry.pk = former.pk
            changed.append(entry)
    if changed:
        model._default_manager.bulk_update(changed, fields)
    model._default_manager.bulk_create([entry for entry in wanted if entry.code not in present])


def _entry[E: Entry](model: type[E], row: Row, *, area_id: str, position: int, columns: tuple[str, ...]) -> E:
    given = {column: row.texts.get(column, Texts()) for column in columns}
    return model(area_id=area_id, code=row.code, position=position, facts=dict(row.facts), **given)
