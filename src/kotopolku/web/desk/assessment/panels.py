"""What stands beside and instead of the form: the topics' states, what was told, the answers to read."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from kotopolku.cases.views import AssessmentView, CountyPartView, SittingView, TopicView
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
from kotopolku.web.parts.interview import all_topics, read_topic

LINE = 110  # characters of a folded topic


@dataclass(frozen=True, kw_only=True)
class Step:
    """One topic in the list: state is covered, begun or empty; `line` is the beginning of its answers, `days` when."""

    number: int
    code: str
    label: str
    state: str
    line: str = ""
    days: tuple[date, ...] = ()


def topic_steps(view: AssessmentView) -> list[Step]:
    """Return the topics with their states, in the decree's order."""
    return [
        Step(
            number=number,
            code=topic.code,
            label=_(topic.label),
            state=topic.state,
            line=_line(topic),
            days=topic.days,
        )
        for number, topic in enumerate(all_topics(view), start=1)
    ]


def _line(topic: TopicView) -> str:
    read = read_topic(topic)
    said = "; ".join([*(answer for _question, answer in read.pairs), *([read.words] if read.words else [])])
    return said if len(said) <= LINE else said[:LINE].rsplit(" ", 1)[0] + " …"


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
            % {
                "day": day(one.told_on),
                "language": language_name(one.language),
                # Isolated: what the officer wrote may run the other way than the line around it.
                "how": f"\u2068{one.understood_how}\u2069",
            },
        )
        for one in view.told
    ]
