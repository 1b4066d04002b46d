"""Havainto: what a rule found, with its grounds.

A finding is the answer of one rule to one question on one day. The first finding of an answer
carries the value; the following ones show the parts it was built from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import Enum, StrEnum
from types import MappingProxyType
from typing import Final, Literal, NoReturn

from kotopolku.law.judgements import JUDGEMENTS
from kotopolku.law.provision import Provision, Rule


class Outcome(StrEnum):
    """Whether the rule's condition is met."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"
    UNKNOWN = "unknown"


class WhyUnknown(StrEnum):
    """Which of three unknowns: a plain fact, an official's judgement, or the law itself."""

    FACT = "fact"
    JUDGEMENT = "judgement"
    LAW = "law"


class Unknown(Enum):
    """The type of `UNKNOWN`, the answer that is neither yes nor no."""

    UNKNOWN = "unknown"

    def __bool__(self) -> NoReturn:
        raise TypeError("an unknown answer is neither yes nor no: compare with UNKNOWN first")

    def __str__(self) -> str:
        return "unknown"


UNKNOWN: Final = Unknown.UNKNOWN

type Maybe = bool | Literal[Unknown.UNKNOWN]
type Plain = bool | date | str | int | Decimal | None
type Value = Plain | tuple[str, ...] | tuple[int, ...] | Unknown
type Param = date | str | int | Decimal | tuple[str, ...] | tuple[int, ...]

NO_PARAMS: Mapping[str, Param] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Ground:
    """Peruste: one sentence with named placeholders, and what fills them (days, numbers, codes)."""

    message: str
    params: Mapping[str, Param]
    provision: Provision


@dataclass(frozen=True, slots=True)
class Finding:
    """What one rule found. `missing` holds the fact keys that would decide; `provision` the place in the law."""

    rule: str
    question: str
    outcome: Outcome
    value: Value
    grounds: tuple[Ground, ...]
    missing: tuple[str, ...]
    why_unknown: WhyUnknown | None
    provision: Provision


_MET = Outcome.MET
_NOT_MET = Outcome.NOT_MET
_NOT_APPLICABLE = Outcome.NOT_APPLICABLE
_UNKNOWN = Outcome.UNKNOWN


def found(rule: Rule, question: str, value: Value, message: str, /, **params: Param) -> Finding:
    """A finding whose outcome follows from its value.

    True and every other value are met, False is not met, None is not applicable. For an unknown
    value use `missing_fact` or `open_law`, for a list that should be empty `found_as`.
    """
    if value is None:
        outcome = _NOT_APPLICABLE
    elif value is False:
        outcome = _NOT_MET
    else:
        outcome = _MET
    place = rule.provision
    return Finding(rule.id, question, outcome, value, (Ground(message, params, place),), (), None, place)


def found_as(
    outcome: Outcome, rule: Rule, question: str, value: Value, message: str, /, **params: Param
) -> Finding:
    """A finding whose outcome does not follow from the type of its value."""
    place = rule.provision
    return Finding(rule.id, question, outcome, value, (Ground(message, params, place),), (), None, place)


def missing_fact(
    rule: Rule, question: str, missing: tuple[str, ...], message: str, /, **params: Param
) -> Finding:
    """An unknown answer: the facts named in `missing` are absent and would decide."""
    why = WhyUnknown.JUDGEMENT if not JUDGEMENTS.isdisjoint(missing) else WhyUnknown.FACT
    place = rule.provision
    return Finding(
        rule.id, question, _UNKNOWN, UNKNOWN, (Ground(message, params, place),), missing, why, place
    )


def open_law(rule: Rule, question: str, message: str, /, **params: Param) -> Finding:
    """An unknown answer: the law is not settled or not modelled; no fact would help."""
    place = rule.provision
    return Finding(
        rule.id, question, _UNKNOWN, UNKNOWN, (Ground(message, params, place),), (), WhyUnknown.LAW, place
    )
