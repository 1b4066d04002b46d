"""The interview's answers as words, topic by topic: for the officer, for a paper and for the county's worker."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.cases.interview import Field
from kotopolku.cases.interview_topics import KNOWN_BY, SKILLS_OF_LANGUAGE, SOCIAL_AND_HEALTH_TOPIC, TOPICS
from kotopolku.cases.interview_topics import LEVELS as LEVEL_CODES
from kotopolku.cases.views import AssessmentView, TopicView
from kotopolku.law.wording import N_
from kotopolku.web.parts.dates import day

LEVELS, OTHER_LANGUAGES = "fi_sv_skills", N_("Other languages")
KNOWN = ("_known_by", "_tester", "_tested_on")
SOURCES: Mapping[str, Promise] = {
    "person": lazy("the client"),
    "migri": lazy("Migri"),
    "dvv": lazy("the population data"),
    "kela": lazy("Kela"),
    "employment_authority": lazy("the employment authority"),
    "county": lazy("the wellbeing services county"),
    "other_authority": lazy("another authority"),
    "document": lazy("a document seen"),
    "programme_staff": lazy("our own staff"),
}


def all_topics(view: AssessmentView) -> tuple[TopicView, ...]:
    """Return the nine topics, and the county's beside them when it takes part."""
    return (*view.topics, *((view.social_and_health,) if view.social_and_health else ()))


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
    return [read_topic(topic) for topic in all_topics(view)]


def read_answers(answers: Mapping[str, Mapping[str, Any]]) -> list[Read]:
    """Return kept answers, by the code of their topic, as words in the order of the interview."""
    asked = {**TOPICS, SOCIAL_AND_HEALTH_TOPIC.code: SOCIAL_AND_HEALTH_TOPIC}
    return [
        read_topic(TopicView(code=code, label=topic.label, state="covered", missing=(), answer=answers[code]))
        for code, topic in asked.items()
        if answers.get(code)
    ]


def read_topic(topic: TopicView) -> Read:
    """Return one topic as words; a hidden one with none."""
    if topic.hidden:
        return Read(label=_(topic.label), pairs=[], words="", source="", hidden=True)
    asked = TOPICS.get(topic.code, SOCIAL_AND_HEALTH_TOPIC)
    pairs = [
        (_(field.label), _said(field, topic.answer[field.name]))
        for field in asked.fields
        if field.name in topic.answer and not field.name.endswith(KNOWN)
    ]
    if topic.code == LEVELS:
        pairs = list(_levels(topic.answer)) + [pair for pair in pairs if pair[0] == _(OTHER_LANGUAGES)]
    return Read(
        label=_(topic.label),
        pairs=pairs,
        words=str(topic.answer.get("words", "")),
        source=_source(str(topic.answer.get("source", ""))),
    )


def _source(code: str) -> str:
    return str(SOURCES.get(code, code))


def _levels(answer: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield a skill and its level with how it is known, by whom and when; a skill's own goes before the language's."""
    for language, skills in SKILLS_OF_LANGUAGE.items():
        for skill, label in skills:
            name = f"{language}_{skill}"
            if name not in answer:
                continue
            own = {part: answer.get(f"{name}{part}") for part in KNOWN}
            known = own if any(own.values()) else {part: answer.get(f"{language}{part}") for part in KNOWN}
            parts = [_(dict(LEVEL_CODES).get(answer[name], answer[name]))]
            if known["_known_by"]:
                parts.append(_(dict(KNOWN_BY).get(known["_known_by"], "")))
            if known["_tester"]:
                parts.append(str(known["_tester"]))
            if known["_tested_on"]:
                parts.append(str(day(date.fromisoformat(known["_tested_on"]))))
            yield _(label), ", ".join(parts)


def _said(field: Field, value: Any) -> str:
    words: Mapping[str, str] = dict(field.choices)
    if field.kind == "date":
        return str(day(date.fromisoformat(str(value))))
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
