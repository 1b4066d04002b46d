"""The plan side by side in Finnish and the client's language, row by row, so that both can point at the same line.

Headings and service names come from the reviewed catalogues. Where the client's language has no words yet, the page
and the paper show the fallback's, marked, and ask for the interpreter; what was written freely stays as it was written.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils import translation

from kotopolku.law.wording import N_
from kotopolku.plans.views import MeasureView, PlanView
from kotopolku.web.desk.papers import said
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.shapes import Pair

TITLE = N_("Integration plan")
GOALS = N_("Goals")
LONG_GOAL = N_("My long-term goal")
STEPS = N_("Services and what we do")
FOLLOW_UP = N_("Follow-up")
REVIEW = N_("We review it together")
WHY = N_("Why")
WHO = N_("Who does it")
WHEN = N_("When")


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """A labelled line under a row's words: the label is translated, the text stays as it was written."""

    label: str
    text: str
    as_label: str = ""  # a msgid instead of a free text


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One row of the paper; `text` stands beside the words of `msgid` as it was written."""

    msgid: str = ""
    text: str = ""
    details: tuple[Detail, ...] = ()
    heading: bool = False


def rows(plan: PlanView) -> tuple[Row, ...]:
    """Return what the plan says, in the order of its paper."""
    return tuple(_rows(plan))


def _rows(plan: PlanView) -> Iterator[Row]:
    yield Row(msgid=GOALS, heading=True)
    if plan.long_goal:
        yield Row(msgid=LONG_GOAL, text=plan.long_goal)
    for number, goal in enumerate(plan.goals, start=1):
        yield Row(msgid=_msgid(codes.GOALS, goal.code), text=f"{number}. {goal.text}" if goal.text else "")
    if plan.measures:
        yield Row(msgid=STEPS, heading=True)
    for measure in plan.measures:
        yield Row(
            msgid=_msgid(codes.SERVICES, measure.code),
            text=" · ".join(part for part in (measure.title, measure.place) if part),
            details=tuple(_details(measure)),
        )
    review = plan.review_agreed_on or plan.next_review_due
    if review:
        yield Row(msgid=FOLLOW_UP, heading=True)
        yield Row(msgid=REVIEW, text=ltr(str(day(review))))


def _details(measure: MeasureView) -> Iterator[Detail]:
    if measure.reason:
        yield Detail(label=WHY, text=measure.reason)
    name = measure.responsible_name
    yield Detail(
        label=WHO, text=name, as_label="" if name else _msgid(codes.RESPONSIBLES, measure.responsible)
    )
    when = "–".join(str(day(one)) for one in (measure.starts_on, measure.ends_on) if one)
    if when:
        yield Detail(label=WHEN, text=ltr(when))


def ltr(text: str) -> str:
    """Return dates isolated left to right, so that right-to-left text beside them does not turn them round."""
    return f"\u2066{text}\u2069" if text else ""


def more(row: Row, code: str) -> str:
    """Return what stands under the words of a row, in one line."""
    parts = [row.text] if row.text else []
    for one in row.details:
        text = said(one.as_label, code)[0] if one.as_label else one.text
        parts.append(f"{said(one.label, code)[0]}: {text}")
    return " · ".join(parts)


def pairs(plan: PlanView, *, code: str) -> list[Pair]:
    """Return the rows of the page; `code` is one of the fifteen languages. No words in it: the fallback's."""
    made = [Row(msgid=TITLE, heading=True)]
    if plan.made_on and plan.ends_on:
        made.append(Row(msgid=WHEN, text=ltr(f"{day(plan.made_on)}–{day(plan.ends_on)}")))
    return [_pair(row, code=code) for row in (*made, *rows(plan))]


def _pair(row: Row, *, code: str) -> Pair:
    """A word that the client's language lacks stands in the one it falls back to, and says which that is."""
    second, shown = said(row.msgid, code)
    other = shown.code != code
    return Pair(
        first=said(row.msgid, "fi")[0],
        second=second,
        first_more=more(row, "fi"),
        second_more=more(row, code),
        heading=row.heading,
        second_lang=shown.code if other else "",
        second_dir=shown.direction if other else "",
    )


def shown_in(code: str) -> str:
    """Return the name of the language that stands in for the client's; empty when its own words are there."""
    shown = said(TITLE, code)[1]
    return shown.own_name if shown.code != code else ""


def _msgid(words: codes.Words, code: str) -> str:
    with translation.override("en"):
        return str(words[code])


def sections(made: Sequence[Row]) -> list[tuple[Row, list[Row]]]:
    """Return the rows under their headings."""
    found: list[tuple[Row, list[Row]]] = []
    for row in made:
        if row.heading:
            found.append((row, []))
        else:
            found[-1][1].append(row)
    return found
