"""Kysymykset: the questions that may be put to the law, each an explicit function.

`question` registers a function `(facts, on) -> findings`. The first finding carries the answer.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding
from kotopolku.law.provision import Rule

type Answerer = Callable[[Facts, date], tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Question:
    """One question: its name, the ids of the rules that answer it, the facts they read, the type of the answer.

    `reads` names single facts ("plan.made_on") or whole branches ("plan"). `type` is bool, date,
    code, list, integer, number or text; `codes` the values of a code or list. `in_force_from` is
    the first day on which the question has a modelled answer.
    """

    name: str
    rules: tuple[Rule, ...]
    reads: tuple[str, ...]
    type: str
    meaning: str
    codes: tuple[str, ...]
    module: str
    in_force_from: date | None
    answer: Answerer


QUESTIONS: dict[str, Question] = {}


def question(
    name: str,
    *,
    rules: tuple[Rule, ...],
    reads: tuple[str, ...],
    type: str,
    meaning: str,
    codes: tuple[str, ...] = (),
) -> Callable[[Answerer], Answerer]:
    """Register the decorated function as the answer to `name`. Raises ValueError if the name is taken."""

    def register(answer: Answerer) -> Answerer:
        if name in QUESTIONS:
            raise ValueError(f"question {name} is registered twice")
        QUESTIONS[name] = Question(
            name=name,
            rules=rules,
            reads=reads,
            type=type,
            meaning=meaning,
            codes=codes,
            module=answer.__module__,
            in_force_from=rules[0].force.from_,
            answer=answer,
        )
        return answer

    return register
