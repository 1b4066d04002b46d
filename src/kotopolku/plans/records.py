"""The records of the national repository (kotoutumisen tietovaranto, VNA 874/2024 1–3 §), field for field.

For whoever hands them over: each page is one row in the log with the persons it holds. Of a person under
non-disclosure only days and codes are given: an author, an organisation or a text somebody wrote may tell the place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kotopolku.audit import log
from kotopolku.audit.acting import acting
from kotopolku.cases.models import Assessment, AssessmentMeasure, Case, SensitiveAnswer
from kotopolku.people.queries import rows_by_id
from kotopolku.people.views import PersonRow
from kotopolku.plans.models import Plan, Review

MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Whom a record is about. `masked`: a non-disclosure order is in force."""

    id: UUID
    case: UUID
    name: str
    birth_date: date | None
    masked: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Records[T, K]:
    """One page of records; `after` is the key of the page that follows, None on the last one."""

    rows: tuple[T, ...]
    after: K | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentRecord:
    """1 §: day, content with the specifying measures, planned time of the plan or other referral, authors, source."""

    id: UUID
    person: Subject
    on: date | None
    content: dict[str, Any]
    measures: tuple[dict[str, Any], ...]
    outcome: str
    plan_or_referral: str
    author: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanRecord:
    """2 §: day and duration, goals, agreed measures and services, other content, planned review, authors, source."""

    id: UUID
    person: Subject
    on: date | None
    ends_on: date | None
    goals: tuple[dict[str, Any], ...]
    measures: tuple[dict[str, Any], ...]
    content: dict[str, Any]
    review_on: date | None
    author: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewRecord:
    """3 §: day, participation, progress, what hindered, changes, next planned review, authors, source."""

    id: int
    plan: UUID
    person: Subject
    on: date
    participation: str
    progress: str
    hindrances: str
    changes: str
    next_review_on: date | None
    author: str
    source: str


def assessment_records(*, after: UUID | None = None, size: int = MOST) -> Records[AssessmentRecord, UUID]:
    """Return concluded assessments of the acting duty's clients, by id from after the one given."""
    found = Assessment.objects.filter(state="concluded").select_related("case").order_by("pk")
    rows = list((found.filter(pk__gt=after) if after else found)[:size])
    keys = [row.pk for row in rows]
    measures: dict[UUID, list[dict[str, Any]]] = {}
    for one in AssessmentMeasure.objects.filter(assessment_id__in=keys).order_by("pk"):
        measures.setdefault(one.assessment_id, []).append(
            {"kind": one.kind, "who": one.who, "on": one.on.isoformat(), "result": one.result}
        )
    apart: dict[UUID, dict[str, Any]] = {}
    for answer in SensitiveAnswer.objects.filter(assessment_id__in=keys):
        apart.setdefault(answer.assessment_id, {})[answer.topic] = answer.answer
    people = _people("assessment_record", [row.case for row in rows])
    return Records(
        after=rows[-1].pk if len(rows) == size else None,
        rows=tuple(
            AssessmentRecord(
                id=row.pk,
                person=_subject(row.case, people),
                on=row.made_on or row.concluded_on,
                content=_told(row.case, people, {**row.answers, **apart.get(row.pk, {})}),
                measures=_rows(row.case, people, measures.get(row.pk, [])),
                outcome=row.outcome,
                plan_or_referral=_text(row.case, people, row.next_step),
                author=_text(row.case, people, row.interviewer_name),
                source=_text(row.case, people, _source()),
            )
            for row in rows
            if row.case.person_id in people
        ),
    )


def plan_records(*, after: UUID | None = None, size: int = MOST) -> Records[PlanRecord, UUID]:
    """Return accepted and ended plans of the acting duty's clients, by id from after the one given."""
    found = Plan.objects.exclude(state="draft").select_related("case").order_by("pk")
    found = found.prefetch_related("goals", "measures")
    rows = list((found.filter(pk__gt=after) if after else found)[:size])
    people = _people("plan_record", [row.case for row in rows])
    return Records(
        after=rows[-1].pk if len(rows) == size else None,
        rows=tuple(
            PlanRecord(
                id=row.pk,
                person=_subject(row.case, people),
                on=row.made_on,
                ends_on=row.ended_on or row.ends_on,
                goals=_rows(
                    row.case,
                    people,
                    [
                        {"position": one.position, "code": one.code, "text": one.text}
                        for one in row.goals.all()
                    ],
                ),
                measures=_rows(row.case, people, _measures(row)),
                content=_told(
                    row.case,
                    people,
                    {"long_goal": row.long_goal, "background": row.background, "follow_up": row.follow_up},
                ),
                review_on=row.review_agreed_on,
                author=_text(row.case, people, row.prepared_by_name),
                source=_text(row.case, people, _source()),
            )
            for row in rows
            if row.case.person_id in people
        ),
    )


def review_records(*, after: int | None = None, size: int = MOST) -> Records[ReviewRecord, int]:
    """Return reviews of plans of the acting duty's clients, by id from after the one given."""
    found = Review.objects.select_related("plan__case").order_by("pk")
    rows = list((found.filter(pk__gt=after) if after else found)[:size])
    people = _people("review_record", [row.plan.case for row in rows])
    return Records(
        after=rows[-1].pk if len(rows) == size else None,
        rows=tuple(
            ReviewRecord(
                id=row.pk,
                plan=row.plan_id,
                person=_subject(row.plan.case, people),
                on=row.on,
                participation=row.participation,
                progress=_text(row.plan.case, people, row.progress),
                hindrances=_text(row.plan.case, people, row.hindrances),
                changes=_text(row.plan.case, people, row.changes),
                next_review_on=row.plan.review_agreed_on,
                author=_text(row.plan.case, people, row.by_name),
                source=_text(row.plan.case, people, _source()),
            )
            for row in rows
            if row.plan.case.person_id in people
        ),
    )


def _measures(plan: Plan) -> list[dict[str, Any]]:
    return [
        {
            "code": one.code,
            "service": one.service_code,
            "title": one.title,
            "responsible": one.responsible,
            "responsible_name": one.responsible_name,
            "starts_on": one.starts_on.isoformat() if one.starts_on else None,
            "ends_on": one.ends_on.isoformat() if one.ends_on else None,
            "place": one.place,
            "state": one.state,
        }
        for one in plan.measures.all()
    ]


def _people(subject: str, cases: Sequence[Case]) -> dict[UUID, PersonRow]:
    people = dict(rows_by_id(case.person_id for case in cases))
    log.listed(subject=subject, persons=people, kind="export")
    return people


def _subject(case: Case, people: dict[UUID, PersonRow]) -> Subject:
    person = people[case.person_id]
    return Subject(
        id=person.id,
        case=case.pk,
        name=person.name,
        birth_date=person.birth_date,
        masked=person.non_disclosure,
    )


# What may be told of a protected person: days, codes and places in an order, never words.
_BARE = frozenset({"position", "code", "kind", "on", "starts_on", "ends_on", "state", "responsible"})


def _rows(
    case: Case, people: dict[UUID, PersonRow], rows: list[dict[str, Any]]
) -> tuple[dict[str, Any], ...]:
    if not people[case.person_id].non_disclosure:
        return tuple(rows)
    return tuple({key: value for key, value in row.items() if key in _BARE} for row in rows)


def _told(case: Case, people: dict[UUID, PersonRow], content: dict[str, Any]) -> dict[str, Any]:
    return {} if people[case.person_id].non_disclosure else content


def _text(case: Case, people: dict[UUID, PersonRow], text: str) -> str:
    person = people.get(case.person_id)
    return "" if person is None or person.non_disclosure else text


def _source() -> str:
    """Return the source of the data (tiedon lähde): the organisation of the duty, and the program."""
    return f"{acting().actor.organisation}, Kotopolku"
