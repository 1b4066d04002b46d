"""Mitä jos: what would change, side by side, before anything is saved; nothing of it goes into an address."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django import forms
from django.utils.translation import gettext as _

from kotopolku.clocks.what_if import AnswerChange, DateChange, WhatIf, what_if
from kotopolku.law.provision import RULES
from kotopolku.people.known import Change
from kotopolku.people.views import FactView, PeriodView, StatusView
from kotopolku.web.desk.findings import citation
from kotopolku.web.desk.words.grounds import sentence
from kotopolku.web.desk.words.questions import ask, say
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.shapes import Citation

LOOK = "look-"  # what the button that only looks puts before the name of its form


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """One line: what, how it is, how it would be, why and by which provision."""

    what: str
    before: str
    after: str
    why: str
    cite: Citation | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """What a form would do, as its page shows it above the button that saves."""

    head: str
    rows: Sequence[Side]
    none: str
    seen: str


def looked(found: WhatIf, *, seen: str) -> Looked:
    """Return the changes in words; `seen` is the stamp of the facts that they were computed from."""
    count = len(found.answers) + len(found.dates)
    return Looked(
        head=_("This would change. Nothing has been saved yet."),
        rows=[*(_answer(one) for one in found.answers), *(_date(one) for one in found.dates)],
        none=""
        if count
        else _("No answer of the law and no date would change (%(n)s answers were asked).")
        % {"n": found.asked},
        seen=seen,
    )


def _answer(one: AnswerChange) -> Side:
    ground = next(iter(one.after.grounds), None)
    return Side(
        what=ask(one.after.question),
        before=say(one.before.question, one.before.value, why=one.before.why_unknown),
        after=say(one.after.question, one.after.value, why=one.after.why_unknown),
        why=sentence(ground.message, ground.params) if ground else "",
        cite=citation(one.after.provision, one.after.path),
    )


def _date(one: DateChange) -> Side:
    row = one.after or one.before
    rule = RULES.get(row.rule) if row else None
    return Side(
        what=_(one.name),
        before=_clock(one.before.due_on, one.before.state) if one.before else _("no such date"),
        after=_clock(one.after.due_on, one.after.state) if one.after else _("no such date"),
        why="",
        cite=citation(str(rule.provision), rule.provision.path) if rule else None,
    )


def _clock(due_on: date, state: str) -> str:
    words = {"met": _("met"), "paused": _("stands still: the employment authority answers")}
    return f"{day(due_on)} ({words[state]})" if state in words else str(day(due_on))


def look(
    form: forms.Form, person_id: UUID, change: Callable[[], Change], *, on: date, seen: str
) -> Looked | None:
    """Return what saving the form would change; None, with the reason in the form, when it could not be saved."""
    found = attempt(form, lambda: what_if(person_id, change(), on=on))
    return looked(found, seen=seen) if found else None


def must_look_again() -> str:
    """Return what to do when the facts have changed since what the form shows was computed (409)."""
    return _(
        "Somebody saved a fact of this client while you looked. This is what would change now: look at it, then save."
    )


def past(one: FactView | StatusView | PeriodView, line: Mapping[str, object]) -> dict[str, object]:
    """Return a line of history: until when it stood, who replaced it, and why if it was wrong."""
    ended = ""
    if one.superseded_on is not None:
        ended = _("replaced %(day)s by %(name)s") % {"day": day(one.superseded_on), "name": one.superseded_by}
    return {**line, "ended": ended, "wrong": one.void_reason}
