"""Between frozen records and the plain values of TOML and JSON, without loss in either direction.

A value that equals its default is never written: one meaning has one form, and a file that was
loaded and exported is the same file byte for byte.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from functools import cache
from typing import Any, cast


def build[T](kind: type[T], values: Mapping[str, Any]) -> T:
    """Make a record of the given kind from plain values.

    Dates may come as dates (TOML) or as ISO strings (JSON). The values must fit the schema: a missing
    or unknown name raises TypeError, a date that cannot be raises ValueError.
    """
    hints = _hints(cast(Any, kind))
    return kind(
        **{name: _read(hints[name], value) if name in hints else value for name, value in values.items()}
    )


def plain(record: object) -> dict[str, Any]:
    """Return the plain values of a record, names sorted, defaults left out, dates as dates."""
    found = {
        each.name: _write(value)
        for each in _fields(type(record))
        if (value := getattr(record, each.name)) != _default(each)
    }
    return dict(sorted(found.items()))


def jsonable(value: Any) -> Any:
    """Return plain values with dates as ISO strings, fit for JSON and for the JSON Schema."""
    if isinstance(value, Mapping):
        return {str(key): jsonable(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [jsonable(inner) for inner in value]
    if hasattr(value, "isoformat"):
        return value.isoformat()
    return value


@cache
def _hints(kind: Any) -> dict[str, Any]:
    return typing.get_type_hints(kind)


def _fields(kind: type) -> tuple[Field[Any], ...]:
    return fields(kind)


def _default(field: Field[Any]) -> Any:
    if field.default is not MISSING:
        return field.default
    if field.default_factory is not MISSING:
        return field.default_factory()
    return MISSING


def _read(hint: Any, value: Any) -> Any:
    origin = typing.get_origin(hint)
    if origin is types.UnionType:
        inner = [each for each in typing.get_args(hint) if each is not type(None)]
        # A union of plain kinds (a rule's value) is kept as it is; "X | None" is read as X.
        return _read(inner[0], value) if len(inner) == 1 and value is not None else value
    if origin is tuple:
        return tuple(_read(typing.get_args(hint)[0], each) for each in value)
    if hint is date:
        return date.fromisoformat(value) if isinstance(value, str) else value
    if is_dataclass(hint):
        return build(cast(type, hint), value)
    if isinstance(value, Mapping):
        return dict(value)
    return value


def _write(value: Any) -> Any:
    if is_dataclass(value):
        return plain(value)
    if isinstance(value, tuple):
        return [_write(each) for each in value]
    if isinstance(value, Mapping):
        return dict(sorted(value.items()))
    return value
