"""What stands beside and instead of the form: the topics' states, what was told, the answers to read."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kotopolku.cases.interview import Field
from kotopolku.cases.interview_topics import KNOWN_BY, SKILLS_OF_LANGUAGE, SOCIAL_AND_HEALTH_TOPIC, TOPICS
from kotopolku.cases.interview_topics import LEVELS as LEVEL_CODES
from kotopolku.cases.views import AssessmentView, CountyPartView, SittingView, TopicView
from kotopolku.law.wording import N_
from kotopolku.web.desk.assessment.extra import (
    ConcludeForm,
    CountyPartForm,
    MeasureForm,
    SittingForm,
    ToldForm,
)
from kotopolku.web.desk.assessment.form import InterviewForm
from kotopolku.web.desk.assessment.telling import client_texts
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day

LINE = 110  # characters of a folded topic
LEVELS, OTHER_LANGUAGES = "fi_sv_skills", N_("Other languages")
KNOWN = ("_known_by", "_tester", "_tested_on")


@dataclass(frozen=True, kw_only=True)
class Step:
    """One topic in the list: state is covered, begun or empty; `line` is the beginning of its answers, `days` when."""

    number: int
    code: str
    label: str
    state: str
    line: str = ""
    days: tuple[date, ...] = ()


def _label(topic: TopicView) -> str:
    return _(topic.label)


def topic_steps(view: AssessmentView) -> list[Step]:
    """Return the topics with their states, in the decree's order."""
    return [
        Step(
            number=number,
            code=topic.code,
            label=_label(topic),
            state=topic.state,
            line=_line(topic),
            days=topic.days,
        )
        for number, topic in enumerate(all_topics(view), start=1)
    ]


def _line(topic: TopicView) -> str:
    read = _read(topic)
    said = "; ".join([*(answer for _question, answer in read.pairs), *([read.words] if read.words else [])])
    return said if len(said) <= LINE else said[:LINE].rsplit(" ", 1)[0] + " …"


def all_topics(view: AssessmentView) -> tuple[TopicView, ...]:
    """Return the nine topics, and the county's beside them when it takes part."""
    return (*view.topics, *((view.social_and_health,) if view.social_and_health else ()))


def topics_beside(view: AssessmentView, interview: InterviewForm, *, everything: bool) -> dict[str, Any]:
    """Return the list of topics and their folded parts: the first unfinished one is open, or all of them."""
    steps = {step.code: step for step in topic_steps(view)}
    first = next((topic.code for topic in view.topics if topic.state != "covered"), "")
    shown = [
        (topic, steps[topic.code], everything or topic.wrong or topic.code == first)
        for topic in interview.shown()
    ]
    return {"steps": list(steps.values()), "topics": shown, "everything": everything}


def beside(view: AssessmentView, *, language: str, untold: list[str]) -> dict[str, Any]:
    """Return what stands around the form: talks, what to tell and in which words, measures, county, conclusion."""
    return {
        "sittings": [_sitting(one) for one in view.sittings],
        "sitting_form": SittingForm(initial={"sitting_language": language}),
        "county": None if not view.county_participates else [_county(one) for one in view.county_parts or ()],
        "county_hidden": view.county_parts is None,
        "county_form": CountyPartForm(initial={"who": view.county_person}),
        "told": told_rows(view),
        "told_count": f"{len(view.told) - len(untold)} / {len(view.told)}",
        "told_form": ToldForm(untold=untold, initial={"told_language": language}) if untold else None,
        "client_texts": client_texts(language, untold) if untold else [],
        "measure_form": MeasureForm(),
        "measures": view.measures,
        "conclude_form": ConcludeForm(initial={"version": view.version}),
    }


def _sitting(one: SittingView) -> tuple[int, str]:
    parts = [
        str(day(one.held_on)),
        codes.word(codes.CHANNELS, one.channel),
        one.place,
        language_name(one.language),
        _interpreter(one.interpreter_kind),
        _("%(count)s min") % {"count": one.minutes} if one.minutes else "",
    ]
    return one.id, " · ".join(part for part in parts if part)


def talks(view: AssessmentView) -> list[str]:
    """Return every talk in words, the first one first: day, way, language, interpreter, minutes."""
    first = [
        str(day(view.held_on)) if view.held_on else "",
        codes.word(codes.CHANNELS, view.channel),
        language_name(view.language) if view.language else "",
        _interpreter(view.interpreter_kind) or (_("interpreter") if view.interpreter else ""),
        _("%(count)s min") % {"count": view.minutes} if view.minutes else "",
    ]
    return [" · ".join(part for part in first if part), *(_sitting(one)[1] for one in view.sittings)]


def _interpreter(kind: str) -> str:
    return _("interpreter %(how)s") % {"how": codes.word(codes.INTERPRETER_KINDS, kind)} if kind else ""


def _county(one: CountyPartView) -> dict[str, str]:
    way = "" if one.way == "own" else codes.word(codes.ANSWER_WAYS, one.way)
    return {
        "needs": one.needs,
        "ability": one.ability,
        "who": " · ".join(part for part in (str(day(one.said_on)), one.who, way) if part),
    }


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
    return [_read(topic) for topic in all_topics(view)]


def _read(topic: TopicView) -> Read:
    if topic.hidden:
        return Read(label=_label(topic), pairs=[], words="", source="", hidden=True)
    asked = TOPICS.get(topic.code, SOCIAL_AND_HEALTH_TOPIC)
    pairs = [
        (_(field.label), _said(field, topic.answer[field.name]))
        for field in asked.fields
        if field.name in topic.answer and not field.name.endswith(KNOWN)
    ]
    if topic.code == LEVELS:
        pairs = list(_levels(topic.answer)) + [pair for pair in pairs if pair[0] == _(OTHER_LANGUAGES)]
    return Read(
        label=_label(topic),
        pairs=pairs,
        words=str(topic.answer.get("words", "")),
        source=codes.word(codes.SOURCES, str(topic.answer.get("source", ""))),
    )


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
