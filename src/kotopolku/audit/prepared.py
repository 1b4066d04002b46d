"""A question to the database whose SQL Django writes once, not on every page: writing it costs more than asking it.

    _PLANS = Prepared(lambda case: Plan.objects.filter(case_id=case).order_by("-created_at"))
    rows = _PLANS(case=case_id)

The queryset is built once for each length of its lists, with a stand-in in each value's place; afterwards only values
are put in. What is remembered is SQL, never a row: walls, transactions and counted queries are what they were.
"""

import uuid
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.fetch_modes import FETCH_ONE
from django.db.models.query import get_related_populators

#: By a value's kind the stand-in of its number: such as no queryset of ours holds by itself.
_STAND_INS: Mapping[type, Callable[[int], Any]] = {
    uuid.UUID: lambda number: uuid.uuid5(uuid.NAMESPACE_URL, f"stand-in {number}"),
    datetime: lambda number: datetime(1, 2, 1, tzinfo=UTC) + timedelta(seconds=number),
    date: lambda number: date(1, 1, 1) + timedelta(days=number),
    int: lambda number: 2_000_000_000 + number,
    str: lambda number: f"stand-in {number}",
}
#: A longer list is asked for as ever: its SQL would be another for every length, each remembered.
LONGEST = 20
_Shape = tuple[tuple[str, type, int | None], ...]


@dataclass(frozen=True, slots=True)
class _Written:
    """SQL with its values' places (a number of the flat values, or a fixed value), and how a row becomes an object."""

    sql: str
    places: tuple[tuple[int | None, Any], ...]
    compiler: Any
    names: list[str]
    first: int
    last: int
    populators: Sequence[Any]
    converters: Mapping[int, Any]

    def values(self, flat: Sequence[Any]) -> list[Any]:
        """Return the values in the order of the SQL, each of the type that its column asks for."""
        return [
            fixed if number is None else flat[number] if fixed is None else fixed(flat[number])
            for number, fixed in self.places
        ]


class Prepared[M: Model]:
    """A queryset of whole rows as a function of its values: days, ids, numbers, texts, or lists of one of these.

    What changes the SQL itself (a truth, None) is no value: ask another question. Annotations and `select_related`
    come along; `prefetch_related` does not.
    """

    def __init__(self, build: Callable[..., QuerySet[M, Any]]) -> None:
        self._build = build
        self._written: dict[_Shape, _Written | None] = {}

    def __call__(self, **values: Any) -> list[M]:
        """Ask, and return the rows."""
        return [*self._build(**values)] if _is_long(values) else _objects(*self._ask(values))

    def first(self, **values: Any) -> M | None:
        """Ask, and return the first row."""
        return next(iter(self(**values)), None)

    def tuples(self, **values: Any) -> list[tuple[Any, ...]]:
        """Ask a question for some columns (`values_list`), and return them."""
        if _is_long(values):
            return [*self._build(**values)]
        written, rows = self._ask(values)
        if written is None or not written.converters:
            return [*rows]
        return [tuple(row) for row in written.compiler.apply_converters(rows, written.converters)]

    def _ask(self, values: Mapping[str, Any]) -> tuple[_Written | None, Sequence[Any]]:
        lists = {name: [*one] for name, one in values.items() if isinstance(one, list | tuple | set)}
        shape = tuple(
            (name, type(lists[name][0]) if lists[name] else str, len(lists[name]))
            if name in lists
            else (name, type(one), None)
            for name, one in values.items()
        )
        if shape not in self._written:
            self._written[shape] = _write(self._build, shape)
        written = self._written[shape]
        if written is None:  # nothing is in an empty list
            return None, ()
        flat = [one for name in values for one in lists.get(name, (values[name],))]
        with connection.cursor() as cursor:
            cursor.execute(written.sql, written.values(flat))
            return written, cursor.fetchall()


def _is_long(values: Mapping[str, Any]) -> bool:
    return any(isinstance(one, list | tuple | set) and len(one) > LONGEST for one in values.values())


def _write(build: Callable[..., QuerySet[Any]], shape: _Shape) -> _Written | None:
    stand_ins: list[Any] = []

    def stand_in(kind: type) -> Any:
        if kind not in _STAND_INS:
            raise TypeError(f"{kind.__name__} is no value of a prepared question")
        stand_ins.append(_STAND_INS[kind](len(stand_ins)))
        return stand_ins[-1]

    compiler: Any = build(
        **{
            name: stand_in(kind) if length is None else [stand_in(kind) for _one in range(length)]
            for name, kind, length in shape
        }
    ).query.get_compiler(connection=connection)
    try:
        sql, params = compiler.as_sql()
    except EmptyResultSet:
        return None
    places = tuple(_place(param, stand_ins) for param in params)
    missing = {*range(len(stand_ins))} - {number for number, _fixed in places}
    if missing:
        raise TypeError(f"the question changes {[stand_ins[one] for one in missing]} before it asks")
    fields = [column[0] for column in compiler.select[: compiler.col_count]]
    rows: dict[str, Any] = compiler.klass_info or {"select_fields": [-1]}  # columns alone are of no class
    first, last = rows["select_fields"][0], rows["select_fields"][-1] + 1
    return _Written(
        sql=sql,
        places=places,
        compiler=compiler,
        names=[column[0].target.attname for column in compiler.select[max(first, 0) : last]],
        first=first,
        last=last,
        populators=get_related_populators(rows, compiler.select, connection.alias, FETCH_ONE),
        converters=compiler.get_converters(fields),
    )


def _place(param: Any, stand_ins: Sequence[Any]) -> tuple[int | None, Any]:
    for number, one in enumerate(stand_ins):
        if isinstance(param, type(one)) and param == one:
            return number, None if type(param) is type(one) else type(param)
    return None, param


def _objects(written: _Written | None, rows: Sequence[Any]) -> list[Any]:
    if written is None:
        return []
    compiler = written.compiler
    of: type[Model] = compiler.klass_info["model"]
    found = []
    for row in compiler.apply_converters(rows, written.converters) if written.converters else rows:
        one = of.from_db(connection.alias, written.names, row[written.first : written.last])
        for populator in written.populators:
            populator.populate(row, one)
        for name, place in (compiler.annotation_col_map or {}).items():
            setattr(one, name, row[place])
        found.append(one)
    return found
