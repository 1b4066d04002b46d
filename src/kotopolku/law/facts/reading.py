"""Tosiseikkojen lukeminen: nested plain data (YAML, JSON) into facts, every key and value checked.

An unknown key is a mistake in the file. It is named with the nearest known one and never ignored.
"""

import types
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from difflib import get_close_matches
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from kotopolku.law.facts.codes import Between, Codes, Required
from kotopolku.law.facts.whole import Facts


class FactError(ValueError):
    """A fact that cannot be read. `key` is its full name, `nearest` the known name closest to it, if any."""

    def __init__(self, key: str, problem: str, *, nearest: str | None = None) -> None:
        self.key = key
        self.nearest = nearest
        hint = f"; did you mean {nearest}?" if nearest else ""
        super().__init__(f"{key}: {problem}{hint}")


@dataclass(frozen=True, slots=True)
class _Shape:
    """How one fact is read: its plain type or record class, whether it is a list, and its limits."""

    kind: type
    many: bool
    required: bool
    codes: tuple[str, ...] | None
    between: Between | None


def facts_from_mapping(mapping: Mapping[str, Any]) -> Facts:
    """Read nested plain data into facts. Raises FactError naming the key for everything that does not fit."""
    if not isinstance(mapping, Mapping):
        raise FactError("facts", "expected a mapping of facts")
    facts: Facts = _record(Facts, mapping, "")
    return facts


@cache
def fact_names() -> tuple[str, ...]:
    """Every fact key, in order; `[]` marks the records of a list."""
    return tuple(_names(Facts, ""))


def _names(record: type, prefix: str) -> Iterator[str]:
    for name, shape in _shapes(record).items():
        key = f"{prefix}{name}"
        if not is_dataclass(shape.kind):
            yield key
        elif shape.many:
            yield key
            yield from _names(shape.kind, f"{key}[].")
        else:
            yield from _names(shape.kind, f"{key}.")


@cache
def _shapes(record: type) -> dict[str, _Shape]:
    hints = get_type_hints(record, include_extras=True)
    return {field.name.rstrip("_"): _shape(hints[field.name]) for field in fields(record)}


def _shape(hint: Any) -> _Shape:
    notes: tuple[Any, ...] = ()
    if hasattr(hint, "__metadata__"):
        notes = hint.__metadata__
        hint = get_args(hint)[0]
    if isinstance(hint, types.UnionType):
        hint = next(part for part in get_args(hint) if part is not types.NoneType)
    many = get_origin(hint) is tuple
    codes = next((note.values for note in notes if isinstance(note, Codes)), None)
    between = next((note for note in notes if isinstance(note, Between)), None)
    required = any(isinstance(note, Required) for note in notes)
    return _Shape(get_args(hint)[0] if many else hint, many, required, codes, between)


def _record(record: type, mapping: Mapping[str, Any], prefix: str) -> Any:
    shapes = _shapes(record)
    given: dict[str, Any] = {}
    for name, value in mapping.items():
        if name not in shapes:
            raise _unknown_key(f"{prefix}{name}", list(shapes), prefix)
        if value is not None:
            given[name] = _value(shapes[name], value, f"{prefix}{name}")
    for name, shape in shapes.items():
        if shape.required and name not in given:
            raise FactError(f"{prefix}{name}", "is required")
    slots = {field.name.rstrip("_"): field.name for field in fields(record)}
    return record(**{slots[name]: value for name, value in given.items()})


def _unknown_key(key: str, siblings: list[str], prefix: str) -> FactError:
    plain = _without_numbers(key)
    last = plain.rsplit(".", 1)[-1]
    near = get_close_matches(last, siblings, n=1, cutoff=0.6)
    if near:
        return FactError(key, "is not a fact", nearest=_without_numbers(prefix) + near[0])
    same = [name for name in fact_names() if name.rsplit(".", 1)[-1] == last]
    nearest = same or get_close_matches(plain, fact_names(), n=1, cutoff=0.0)
    return FactError(key, "is not a fact", nearest=nearest[0] if nearest else None)


def _without_numbers(key: str) -> str:
    while "[" in key and key.count("[") != key.count("[]"):
        start = next(i for i, sign in enumerate(key) if sign == "[" and key[i + 1] != "]")
        key = key[: start + 1] + key[key.index("]", start) :]
    return key


def _value(shape: _Shape, value: Any, key: str) -> Any:
    if not shape.many:
        return _single(shape, value, key)
    if not isinstance(value, list | tuple):
        raise FactError(key, "expected a list")
    return tuple(_single(shape, one, f"{key}[{number}]") for number, one in enumerate(value))


def _single(shape: _Shape, value: Any, key: str) -> Any:
    if is_dataclass(shape.kind):
        if not isinstance(value, Mapping):
            raise FactError(key, "expected a mapping of facts")
        return _record(shape.kind, value, f"{key}.")
    read = _READERS[shape.kind](value, key)
    if shape.codes is not None and read not in shape.codes:
        near = get_close_matches(str(read), shape.codes, n=1, cutoff=0.6)
        known = "" if near else f" (known: {', '.join(shape.codes)})"
        raise FactError(key, f"{read!r} is not a code of this fact{known}", nearest=near[0] if near else None)
    limits = shape.between
    if limits is not None and (read < limits.least or (limits.most is not None and read > limits.most)):
        span = f"at least {limits.least}" if limits.most is None else f"{limits.least} to {limits.most}"
        raise FactError(key, f"{read} is out of range ({span})")
    return read


def _date(value: Any, key: str) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    if isinstance(value, str):
        try:
            if len(value) == len("2025-01-01"):
                return date.fromisoformat(value)
        except ValueError:
            pass
    raise FactError(key, f"{_shown(value)} is not a day (write YYYY-MM-DD)")


def _bool(value: Any, key: str) -> bool:
    if isinstance(value, bool):
        return value
    raise FactError(key, f"{_shown(value)} is neither true nor false")


def _int(value: Any, key: str) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    if isinstance(value, float) and value.is_integer():
        return int(value)
    raise FactError(key, f"{_shown(value)} is not a whole number")


def _decimal(value: Any, key: str) -> Decimal:
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        try:
            number = Decimal(str(value))
        except InvalidOperation:
            number = Decimal("NaN")
        if number.is_finite():
            return number
    raise FactError(key, f"{_shown(value)} is not a number")


def _text(value: Any, key: str) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        raise FactError(key, f"{_shown(value)} is not text (in YAML put words like no and on in quotes)")
    raise FactError(key, f"{_shown(value)} is not text")


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    text = repr(value)
    return text if len(text) <= 60 else text[:57] + "..."


_READERS: dict[type, Any] = {
    date: _date,
    bool: _bool,
    int: _int,
    Decimal: _decimal,
    str: _text,
}
