"""What the law says of a person, and what is due: plain values, not yet in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kotopolku import law
from kotopolku.clocks.due import WORK, Due, DueRow, WaitingContact, due
from kotopolku.clocks.load import Load, load
from kotopolku.clocks.of_case import ClockView, clocks_of_case
from kotopolku.clocks.register import CLOCKS
from kotopolku.clocks.rests_on import facts_behind
from kotopolku.clocks.unasked import unasked_facts
from kotopolku.law.facts import Facts
from kotopolku.law.finding import Ground, Outcome, Value, WhyUnknown
from kotopolku.people.queries import HIDDEN
from kotopolku.plans.facts import facts_by_person, person_facts

__all__ = [
    "CASE_QUESTIONS",
    "HIDDEN",
    "WORK",
    "ClockView",
    "Due",
    "DueRow",
    "FindingView",
    "Load",
    "WaitingContact",
    "case_findings",
    "case_questions",
    "clocks_of_case",
    "due",
    "facts_behind",
    "facts_by_person",
    "facts_of_person",
    "findings",
    "load",
    "loss_of",
]

#: What a case page asks, in this order; what stands ahead of the client is put first (`case_questions`).
CASE_QUESTIONS: tuple[str, ...] = (
    "assessment_duty",
    "responsible_authority",
    "window_last_day",
    "county_must_participate_in_assessment",
    "interpretation_required",
    "plan_duty",
    "plan_latest_day",
)
#: Asked only when there is a plan.
PLAN_QUESTIONS = ("next_review_due", "referral_due", "plan_max_end", "plan_extension_bases")


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingView:
    """An answer of the law with its grounds. Messages are msgids with named placeholders: pages translate them.

    `missing` are fact keys that would decide; `unasked` are keys the answer reads as "no" although nobody has
    recorded them: the card says "ei kirjattu" for those. `path` is the rule's page ("681-2023/14").
    """

    question: str
    rule: str
    outcome: Outcome
    value: Value
    grounds: tuple[Ground, ...]
    missing: tuple[str, ...]
    why_unknown: WhyUnknown | None
    provision: str
    path: str
    unasked: tuple[str, ...]
    parts: tuple[law.Finding, ...]


def loss_of(code: str) -> str:
    """Return the sentence that says what is lost for good when the clock's day passes; "" when nothing is."""
    return CLOCKS[code].loss if code in CLOCKS else ""


def facts_of_person(person_id: UUID, on: date) -> Facts:
    """Return everything the law may read about the person, joined from people, cases and plans."""
    return person_facts(person_id, on=on)


def findings(facts: Facts, on: date, *, questions: Iterable[str] = CASE_QUESTIONS) -> tuple[FindingView, ...]:
    """Put the questions to the law and return the answers in the same order."""
    return tuple(_view(facts, on, question=question) for question in questions)


def _view(facts: Facts, on: date, *, question: str) -> FindingView:
    first, *parts = law.ask(question, facts, on)
    return FindingView(
        question=question,
        rule=first.rule,
        outcome=first.outcome,
        value=first.value,
        grounds=(*first.grounds, *(ground for part in parts for ground in part.grounds)),
        missing=first.missing,
        why_unknown=first.why_unknown,
        provision=str(first.provision),
        path=first.provision.path,
        unasked=unasked_facts(question, facts, missing=first.missing),
        parts=tuple(parts),
    )


def case_questions(facts: Facts, on: date) -> tuple[str, ...]:
    """Return what a case page asks on the day: first what stands ahead of the client, then the rest in its order.

    Before the assessment whether it must be made, after it the plan, in a plan its review, after a plan who is
    responsible. What has been done is told further down.
    """
    plan = facts.plan
    if plan.made_on is None:
        asked, ahead = CASE_QUESTIONS, "plan_duty" if facts.assessment.made_on else "assessment_duty"
    else:
        asked = (*CASE_QUESTIONS, *PLAN_QUESTIONS)
        runs = plan.ends_on is None or plan.ends_on >= on
        ahead = "next_review_due" if runs else "responsible_authority"
    return (ahead, *(one for one in asked if one != ahead))


def case_findings(person_id: UUID, *, on: date, same: Iterable[UUID] = ()) -> tuple[FindingView, ...]:
    """Return the answers shown on a client's case page, what stands ahead first. The page logs the look.

    `same`: who is shown as this person, where the page has read it already (`PersonCard.same`).
    """
    facts = person_facts(person_id, on=on, shown_as=dict.fromkeys(same, person_id))
    return findings(facts, on, questions=case_questions(facts, on))
