"""Mitä jos: which answers and dates would change if something were recorded; nothing is written.

The facts as they stand and as they would be go through the same rules, so what is shown is what comes to stand.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from kotopolku.accounts.queries import area_settings_of
from kotopolku.cases.models import Case
from kotopolku.clocks.dates import case_dates
from kotopolku.clocks.queries import FindingView, case_questions, findings
from kotopolku.clocks.register import CLOCKS
from kotopolku.clocks.rules import Wanted, clocks_of
from kotopolku.law.facts import Facts
from kotopolku.people.actions.checks import may_change
from kotopolku.people.known import Change, Known, changed
from kotopolku.people.legal_facts import known_of
from kotopolku.people.queries import same_person
from kotopolku.plans.facts import facts_by_person


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerChange:
    """One answer of the law as it is and as it would be; `same` when neither value nor grounds would change."""

    before: FindingView
    after: FindingView

    @property
    def same(self) -> bool:
        """Whether the answer itself stays, with the same reasons."""
        return _said(self.before) == _said(self.after)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateChange:
    """One clock of a case as it is and as it would be; None: there is none."""

    case_id: UUID
    code: str
    name: str
    before: Wanted | None
    after: Wanted | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WhatIf:
    """What would change, and how many answers were asked in all."""

    answers: tuple[AnswerChange, ...]
    dates: tuple[DateChange, ...]
    asked: int

    @property
    def nothing(self) -> bool:
        """Whether everything would stay as it is."""
        return not self.answers and not self.dates


def what_if(person_id: UUID, change: Change, *, on: date) -> WhatIf:
    """Return what the change would do to the person's findings and clocks on the day. The page logs the look.

    Raises Invalid for what saving would refuse.
    """
    shown_as = same_person([person_id])
    root = shown_as.get(person_id, person_id)
    told = known_of([root], shown_as=shown_as)
    known = told.get(root, Known())
    may_change(known, change)
    before = facts_by_person([root], on=on, shown_as=shown_as, known=told)[root]
    # Case and plan stay as they are: a change is of what is known of the person.
    after = replace(
        changed(known, change).facts(on=on),
        contact=before.contact,
        assessment=before.assessment,
        plan=before.plan,
    )
    questions = case_questions(before, on)
    pairs = [
        AnswerChange(before=one, after=other)
        for one, other in zip(
            findings(before, on, questions=questions), findings(after, on, questions=questions), strict=True
        )
    ]
    return WhatIf(
        answers=tuple(pair for pair in pairs if not pair.same),
        dates=tuple(_dates({*shown_as, root}, before, after, on=on)),
        asked=len(pairs),
    )


def _dates(people: Iterable[UUID], before: Facts, after: Facts, *, on: date) -> list[DateChange]:
    cases = [*Case.objects.filter(person_id__in=list(people), closed_on__isnull=True).order_by("pk")]
    told = case_dates(cases)
    found = []
    for case in cases:
        settings = area_settings_of(case.area_id)
        was, will = (
            _by_code(clocks_of(facts, case=told[case.pk], settings=settings, on=on))
            for facts in (before, after)
        )
        found += [
            DateChange(
                case_id=case.pk, code=code, name=CLOCKS[code].name, before=was.get(code), after=will.get(code)
            )
            for code in CLOCKS
            if was.get(code) != will.get(code)
        ]
    return found


def _by_code(rows: Iterable[Wanted]) -> Mapping[str, Wanted]:
    return {row.code: row for row in rows}


def _said(one: FindingView) -> tuple[object, ...]:
    return one.outcome, one.value, one.missing, one.why_unknown, one.grounds
