"""The plan side by side in Finnish and the client's language, row by row, so that both can point at the same line.

Headings and service names come from the reviewed catalogues; what was written freely stays in the language in which
it was written and is marked as missing in the other, to be interpreted aloud.
"""

from collections.abc import Callable

from django.utils import translation
from django.utils.translation import gettext as _

from kotopolku.languages.catalogues import shown_language
from kotopolku.languages.codes import by_code
from kotopolku.law.wording import N_
from kotopolku.plans.views import MeasureView, PlanView
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.shapes import Pair

TITLE = N_("Integration plan")
LONG_GOAL = N_("My long-term goal")
REVIEW = N_("We review it together")


def _ltr(text: str) -> str:
    """Return dates isolated left to right, so that right-to-left text beside them does not turn them round."""
    return f"\u2066{text}\u2069" if text else ""


def _both(make: Callable[[], str], *, code: str, msgid: str = "") -> tuple[str, str]:
    """Return a text in Finnish and in the other language; the second is empty where there is no translation."""
    with translation.override("fi"):
        first = make()
    if msgid and shown_language(msgid, code) != code:
        return first, ""
    with translation.override(code):
        return first, make()


def pairs(plan: PlanView, *, code: str) -> list[Pair]:
    """Return the rows of the paper; `code` is one of the fifteen languages."""
    rows: list[Pair] = []

    def add(msgid: str, more: str = "", *, heading: bool = False) -> None:
        first, second = _both(lambda: _(msgid), code=code, msgid=msgid)
        rows.append(
            Pair(
                first=first,
                second=second,
                first_more=more,
                second_more=more if second else "",
                heading=heading,
            )
        )

    add(TITLE, heading=True)
    if plan.made_on and plan.ends_on:
        span = _ltr(f"{day(plan.made_on)}–{day(plan.ends_on)}")
        rows.append(Pair(first=span, second=span))
    if plan.long_goal:
        add(LONG_GOAL, plan.long_goal)
    for number, goal in enumerate(plan.goals, start=1):
        msgid = _msgid(codes.GOALS, goal.code)
        add(msgid, f"{number}. {goal.text}" if goal.text else "")
    for measure in plan.measures:
        add(_msgid(codes.SERVICES, measure.code), _measure(measure))
    review = plan.review_agreed_on or plan.next_review_due
    if review:
        add(REVIEW, _ltr(str(day(review))))
    return rows


def _msgid(words: codes.Words, code: str) -> str:
    with translation.override("en"):
        return str(words[code])


def _measure(measure: MeasureView) -> str:
    when = _ltr("–".join(str(day(one)) for one in (measure.starts_on, measure.ends_on) if one))
    parts = [measure.title, measure.place, when, measure.reason]
    return " · ".join(part for part in parts if part)


def paper_language(spoken: str, written: str) -> str:
    """Return which of the fifteen the paper is in: what the client reads, else speaks, else plain Finnish."""
    for code in (written, spoken):
        try:
            if code and code != "fi":
                return by_code(code).code
        except KeyError:
            continue
    return "fi-x-selko"
