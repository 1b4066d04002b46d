"""Kysyminen: put a question to the law."""

from datetime import date
from difflib import get_close_matches

from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, open_law
from kotopolku.law.questions import QUESTIONS
from kotopolku.law.register import load
from kotopolku.law.wording import N_

load()


class UnknownQuestionError(ValueError):
    """No such question. `nearest` is the known name closest to it, if any."""

    def __init__(self, name: str) -> None:
        self.name = name
        near = get_close_matches(name, QUESTIONS, n=1, cutoff=0.5)
        self.nearest = near[0] if near else None
        hint = f"; did you mean {self.nearest}?" if near else ""
        super().__init__(f"{name}: is not a question{hint}")


def ask(question: str, facts: Facts, on: date) -> tuple[Finding, ...]:
    """Every finding that answers `question` on the day `on`; the first carries the value.

    Raises UnknownQuestionError. Before its rule was in force a question has no modelled answer.
    """
    asked = QUESTIONS.get(question)
    if asked is None:
        raise UnknownQuestionError(question)
    since = asked.in_force_from
    if since is not None and on < since:
        early = N_("The rule is in force from {since}; the law before that day is not modelled.")
        return (open_law(asked.rules[0], question, early, since=since),)
    return asked.answer(facts, on)


def answer(question: str, facts: Facts, on: date) -> Finding:
    """The finding that carries the value of the answer. Raises UnknownQuestionError."""
    return ask(question, facts, on)[0]
