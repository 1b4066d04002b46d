"""Alkuhaastattelu: the typed form of the answers, topic by topic (decree 869/2024 2 § 1 mom.).

An answer is JSON (days as ISO text) `{field: value, "words": …, "source": …, "source_note": …}`. `words` is free text
in the client's words. Any part may be missing until the assessment is concluded; a topic is covered when its required
fields are.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Literal

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kotopolku.audit.errors import Invalid
from kotopolku.people.codes import SOURCES

Kind = Literal["choice", "choices", "yes_no", "text", "number", "date", "rows"]
type Answers = dict[str, dict[str, Any]]
type Choices = tuple[tuple[str, str], ...]

#: A restricted part of its own, beside the nine topics: only when the county takes part (2 § 2 mom.).
SOCIAL_AND_HEALTH = "social_and_health"
MOST_TEXT = 5000
MOST_ROWS = 40
#: In every topic, beside its own fields.
COMMON = ("words", "source", "source_note")


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """One question. `label` and the labels of `choices` are msgids; `columns` are the fields of a row of "rows"."""

    name: str
    label: str
    kind: Kind
    choices: Choices = ()
    columns: "tuple[Field, ...]" = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """One of the nine points. `required` holds groups of fields: of each group at least one must be answered.

    `avoid` is a msgid: what does not belong under this point, since 73 § allows only what integration needs.
    """

    code: str
    label: str
    avoid: str
    fields: tuple[Field, ...]
    required: tuple[tuple[str, ...], ...]
    by_name: Mapping[str, Field] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "by_name", {one.name: one for one in self.fields})

    def missing(self, answer: Mapping[str, Any]) -> tuple[str, ...]:
        """Return the names of the first field of each required group without an answer."""
        return tuple(
            group[0] for group in self.required if not any(_given(answer.get(name)) for name in group)
        )


def _given(value: object) -> bool:
    return value is not None and value not in ("", [])


def state_of(topic: Topic, answer: Mapping[str, Any]) -> str:
    """Return "covered", "begun" or "empty"."""
    if not any(_given(answer.get(one.name)) for one in topic.fields) and not answer.get("words"):
        return "empty"
    return "begun" if topic.missing(answer) else "covered"


def read_answer(topic: Topic, given: Mapping[str, Any]) -> dict[str, Any]:
    """Return the JSON form of a topic's answer without what is empty. Raises Invalid(field="topic.field")."""
    answer: dict[str, Any] = {}
    for name, value in given.items():
        place = f"{topic.code}.{name}"
        if name in COMMON:
            answer[name] = _common(name, value, place)
        elif name in topic.by_name:
            answer[name] = _value(topic.by_name[name], value, place)
        else:
            raise _invalid(place, format_lazy(_("{name} is not asked under this topic."), name=name))
    if answer.get("source", "person") not in SOURCES:
        raise _invalid(f"{topic.code}.source", _("Choose where the information came from."))
    return {name: value for name, value in answer.items() if _given(value)}


def _common(name: str, value: object, place: str) -> str:
    return "" if value is None else _text(value, place)


def _value(asked: Field, value: Any, place: str) -> Any:
    if not _given(value):
        return None
    if asked.kind == "yes_no":
        if not isinstance(value, bool):
            raise _invalid(place, _("Answer yes or no."))
        return value
    if asked.kind == "number":
        if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 100:
            raise _invalid(place, _("Write a whole number from 0 to 100."))
        return value
    if asked.kind in ("text", "date"):
        return _text(value, place) if asked.kind == "text" else _day(value, place)
    return _rows(asked, value, place) if asked.kind == "rows" else _chosen(asked, value, place)


def _day(value: Any, place: str) -> str:
    try:
        return (value if isinstance(value, date) else date.fromisoformat(str(value))).isoformat()
    except ValueError:
        raise _invalid(place, _("Write the day, for example 14.2.2026.")) from None


def _chosen(asked: Field, value: Any, place: str) -> Any:
    codes = {code for code, _label in asked.choices}
    wanted = value if asked.kind == "choices" and isinstance(value, Sequence) else [value]
    for code in wanted:
        if code not in codes:
            raise _invalid(
                place, format_lazy(_("“{code}” is not one of the choices. Choose again."), code=str(code))
            )
    if asked.kind == "choice":
        return value
    return [code for code, _label in asked.choices if code in wanted]


def _rows(asked: Field, value: Any, place: str) -> list[dict[str, Any]]:
    if not isinstance(value, Sequence) or isinstance(value, str) or len(value) > MOST_ROWS:
        raise _invalid(place, format_lazy(_("At most {most} rows fit here."), most=MOST_ROWS))
    columns = {column.name: column for column in asked.columns}
    rows = []
    for number, row in enumerate(value):
        read = {
            name: _value(columns[name], cell, f"{place}.{number}.{name}")
            for name, cell in row.items()
            if name in columns
        }
        if kept := {name: cell for name, cell in read.items() if _given(cell)}:
            rows.append(kept)
    return rows


def _text(value: object, place: str) -> str:
    text = str(value).strip()
    if len(text) > MOST_TEXT:
        raise _invalid(
            place,
            format_lazy(
                _("The text has {count} characters; {most} fit here. Shorten it."),
                count=len(text),
                most=MOST_TEXT,
            ),
        )
    return text


def _invalid(place: str, message: "str | Promise") -> Invalid:
    return Invalid(field=place, message=message)
