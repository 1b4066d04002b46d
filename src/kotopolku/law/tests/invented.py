"""Invented facts for the property tests: any mapping the vocabulary allows, made from a seed."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

from kotopolku.law.facts import Facts
from kotopolku.law.facts.codes import Between
from kotopolku.law.facts.reading import _Shape, _shapes  # the tests walk the same shapes as the reader

_FIRST = date(2023, 1, 1)
_DAYS = 2200
_WORDS = ("ar", "so", "fi", "Raisio", "a reason", " ")


def invented_day(dice: Random) -> date:
    """A day around the Act's first years, now and then on a boundary."""
    if dice.random() < 0.1:
        return dice.choice((date(2025, 1, 1), date(2024, 12, 31), date(2024, 2, 29), date(2026, 1, 31)))
    return _FIRST + timedelta(days=dice.randrange(_DAYS))


def invented_mapping(dice: Random) -> dict[str, Any]:
    """A nested mapping of facts in which about half of the facts are given."""
    return _record(Facts, dice, fullness=dice.choice((0.3, 0.6, 0.9)))


def leaves(mapping: dict[str, Any], prefix: str = "") -> dict[str, Any]:
    """The facts of a nested mapping by their full names; a list is one fact."""
    found: dict[str, Any] = {}
    for name, value in mapping.items():
        if isinstance(value, dict):
            found |= leaves(value, f"{prefix}{name}.")
        else:
            found[f"{prefix}{name}"] = value
    return found


def nested(facts: dict[str, Any]) -> dict[str, Any]:
    """The nested mapping of facts given by their full names."""
    mapping: dict[str, Any] = {}
    for key, value in facts.items():
        *path, last = key.split(".")
        place = mapping
        for name in path:
            place = place.setdefault(name, {})
        place[last] = value
    return mapping


def _record(record: type, dice: Random, *, fullness: float) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for name, shape in _shapes(record).items():
        if shape.required or dice.random() < fullness or hasattr(shape.kind, "__dataclass_fields__"):
            given[name] = _value(name, shape, dice, fullness=fullness)
    return given


def _value(name: str, shape: _Shape, dice: Random, *, fullness: float) -> Any:
    if shape.many:
        return [_single(name, shape, dice, fullness=fullness) for _ in range(dice.randrange(4))]
    return _single(name, shape, dice, fullness=fullness)


def _single(name: str, shape: _Shape, dice: Random, *, fullness: float) -> Any:
    if hasattr(shape.kind, "__dataclass_fields__"):
        return _record(shape.kind, dice, fullness=fullness)
    if shape.codes:
        return dice.choice(shape.codes)
    if shape.kind is date:
        return (
            date(dice.randrange(1995, 2022), dice.randrange(1, 13), 28)
            if name == "birth_date"
            else invented_day(dice)
        )
    if shape.kind is bool:
        return dice.random() < 0.6
    if shape.kind is str:
        return dice.choice(_WORDS)
    number = _number(shape.between or Between(0), dice)
    return Decimal(number) if shape.kind is Decimal else number


def _number(limits: Between, dice: Random) -> int:
    if limits.least > 1000:
        return dice.randrange(2022, 2030)
    return dice.randrange(limits.least, (limits.most or 80) + 1)
