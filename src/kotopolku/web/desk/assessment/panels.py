"""What stands beside and instead of the form: the topics' states, what was told, the answers to read."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from kotopolku.cases.interview import Field
from kotopolku.cases.interview_topics import SOCIAL_AND_HEALTH_TOPIC, TOPICS
from kotopolku.cases.views import AssessmentView, TopicView
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day


@dataclass(frozen=True, kw_only=True)
class Step:
    """One topic in the list: state is covered, begun or empty."""

    number: int
    code: str
    label: str
    state: str


def _label(topic: TopicView) -> str:
    return _(topic.label)


def topic_steps(view: AssessmentView) -> list[Step]:
    """Return the topics with their states, in the decree's order."""
    return [
        Step(number=number, code=topic.code, label=_label(topic), state=topic.state)
        for number, topic in enumerate(view.topics, start=1)
    ]


@dataclass(frozen=True, kw_only=True)
class ToldRow:
    """One of the four things to tell; `how` is empty while it is untold."""

    item: str
    what: str
    how: str


def told_rows(view: AssessmentView) -> list[ToldRow]:
    """Return the four things the client must be told, with when, in which language and how it was understood."""
    return [
        ToldRow(
            item=one.item,
            what=codes.word(codes.TOLD, one.item),
            how=""
            if one.told_on is None
            else _("%(day)s, %(language)s. %(how)s")
            % {"day": day(one.told_on), "language": language_name(one.language), "how": one.understood_how},
        )
        for one in view.told
    ]


@dataclass(frozen=True, kw_only=True)
class Read:
    """A topic's answers to read: pairs of question and answer."""

    label: str
    pairs: list[tuple[str, str]]
    words: str
    source: str
    hidden: bool = False


def reading(view: AssessmentView) -> list[Read]:
    """Return the answers topic by topic, as words."""
    topics = (*view.topics, *((view.social_and_health,) if view.social_and_health else ()))
    return [_read(topic) for topic in topics]


def _read(topic: TopicView) -> Read:
    if topic.hidden:
        return Read(label=_label(topic), pairs=[], words="", source="", hidden=True)
    asked = TOPICS.get(topic.code, SOCIAL_AND_HEALTH_TOPIC)
    pairs = [
        (_(field.label), _said(field, topic.answer[field.name]))
        for field in asked.fields
        if field.name in topic.answer
    ]
    return Read(
        label=_label(topic),
        pairs=pairs,
        words=str(topic.answer.get("words", "")),
        source=codes.word(codes.SOURCES, str(topic.answer.get("source", ""))),
    )


def _said(field: Field, value: Any) -> str:
    words: Mapping[str, str] = dict(field.choices)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if field.kind == "rows":
        columns = {column.name: column for column in field.columns}
        return "; ".join(
            ", ".join(_said(columns[name], cell) for name, cell in row.items() if name in columns)
            for row in value
        )
    if isinstance(value, list):
        return ", ".join(_(words.get(code, code)) for code in value)
    return _(words[value]) if isinstance(value, str) and value in words else str(value)
