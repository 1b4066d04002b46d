"""The records of the national repository (kotoutumisen tietovaranto, VNA 874/2024 1–3 §), field for field.

For whoever hands them over: each page is one row in the log with the persons it holds. Of a person under
non-disclosure only days and codes are given: an author, an organisation or a text somebody wrote may tell the place.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Model, QuerySet

from kotopolku.accounts.models import Staff
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


# `authors` are who made it with what reaches them (laatijoiden yhteystiedot), the first of whom is `author`; `sources`
# where the information came from (mistä tiedot on saatu), by code; `source` which register and program tells it.


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
    authors: tuple[dict[str, str], ...]
    sources: tuple[str, ...]
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
    authors: tuple[dict[str, str], ...]
    sources: tuple[str, ...]
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
    authors: tuple[dict[str, str], ...]
    sources: tuple[str, ...]
    source: str


def assessment_records(
    *, after: UUID | None = None, size: int = MOST, case_id: UUID | None = None
) -> Records[AssessmentRecord, UUID]:
    """Return concluded assessments of the acting duty's clients, or of one case, by id from after the one given."""
    found = _page(Assessment.objects.filter(state="concluded").select_related("case"), after, case_id=case_id)
    rows = [*found[:size]]
    keys = [row.pk for row in rows]
    measures: dict[UUID, list[dict[str, Any]]] = {}
    for one in AssessmentMeasure.objects.filter(assessment_id__in=keys).order_by("pk"):
        measures.setdefault(one.assessment_id, []).append(
            {"kind": one.kind, "who": one.who, "on": one.on.isoformat(), "result": one.result}
        )
    apart: dict[UUID, dict[str, Any]] = {}
    for answer in SensitiveAnswer.objects.filter(assessment_id__in=keys):
        apart.setdefault(answer.assessment_id, {})[answer.topic] = answer.answer
    teller = _Teller(
        "assessment_record", [row.case for row in rows], authors=(row.interviewer for row in rows)
    )
    return Records(
        after=rows[-1].pk if len(rows) == size else None,
        rows=tuple(
            _assessment(row, teller.of(row.case), measures.get(row.pk, []), apart.get(row.pk, {}))
            for row in rows
            if teller.knows(row.case)
        ),
    )


def _assessment(
    row: Assessment, told: "_Telling", measures: list[dict[str, Any]], apart: dict[str, Any]
) -> AssessmentRecord:
    return AssessmentRecord(
        id=row.pk,
        person=told.subject,
        on=row.made_on or row.concluded_on,
        content=told.content({**row.answers, **apart}),
        measures=told.rows(measures),
        outcome=row.outcome,
        plan_or_referral=told.text(row.next_step),
        author=told.text(row.interviewer_name),
        authors=told.authors(row.interviewer, row.interviewer_name, county=row.county_person),
        sources=_topic_sources({**row.answers, **apart}),
        source=told.source,
    )


def plan_records(
    *, after: UUID | None = None, size: int = MOST, case_id: UUID | None = None
) -> Records[PlanRecord, UUID]:
    """Return accepted and ended plans of the acting duty's clients, or of one case, by id from after the one given."""
    found = _page(Plan.objects.exclude(state="draft").select_related("case"), after, case_id=case_id)
    rows = [*found.prefetch_related("goals", "measures")[:size]]
    teller = _Teller("plan_record", [row.case for row in rows], authors=(row.prepared_by for row in rows))
    return Records(
        after=rows[-1].pk if len(rows) == size else None,
        rows=tuple(_plan(row, teller.of(row.case)) for row in rows if teller.knows(row.case)),
    )


def _plan(row: Plan, told: "_Telling") -> PlanRecord:
    goals = [
        {"position": one.position, "code": one.code, "text": one.text}
        for one in sorted(row.goals.all(), key=lambda one: one.position)
    ]
    content = {
        "long_goal": row.long_goal,
        "background": row.background,
        "follow_up": row.follow_up,
        "deviation_reason": row.deviation_reason,
    }
    return PlanRecord(
        id=row.pk,
        person=told.subject,
        on=row.made_on,
        ends_on=row.ended_on or row.ends_on,
        goals=told.rows(goals),
        measures=told.rows(_measures(row)),
        content=told.content(content),
        review_on=row.review_agreed_on,
        author=told.text(row.prepared_by_name),
        authors=told.authors(row.prepared_by, row.prepared_by_name, county=row.county_person),
        sources=("client", "assessment", *(("county",) if row.made_with_county else ())),
        source=told.source,
    )


def review_records(
    *, after: int | None = None, size: int = MOST, case_id: UUID | None = None
) -> Records[ReviewRecord, int]:
    """Return reviews of plans of the acting duty's clients, or of one case, by id from after the one given."""
    found = _page(Review.objects.select_related("plan__case"), after, case_id=case_id, way="plan__case")
    rows = [*found[:size]]
    teller = _Teller("review_record", [row.plan.case for row in rows], authors=(row.by for row in rows))
    return Records(
        after=rows[-1].pk if len(rows) == size else None,
        rows=tuple(_review(row, teller.of(row.plan.case)) for row in rows if teller.knows(row.plan.case)),
    )


def _review(row: Review, told: "_Telling") -> ReviewRecord:
    return ReviewRecord(
        id=row.pk,
        plan=row.plan_id,
        person=told.subject,
        on=row.on,
        participation=told.text(row.participation),
        progress=told.text(row.progress),
        hindrances=told.text(row.hindrances),
        changes=told.text(row.changes),
        next_review_on=row.plan.review_agreed_on,
        author=told.text(row.by_name),
        authors=told.authors(row.by, row.by_name),
        sources=(row.source, *((told.text(row.source_note),) if told.text(row.source_note) else ())),
        source=told.source,
    )


def _topic_sources(answers: dict[str, Any]) -> tuple[str, ...]:
    """Return where the answers came from, by code; what says nothing else was told by the person."""
    return tuple(dict.fromkeys(str(one.get("source") or "person") for one in answers.values() if one))


def _page[Row: Model](
    found: QuerySet[Row], after: UUID | int | None, *, case_id: UUID | None, way: str = "case"
) -> QuerySet[Row]:
    if case_id is not None:
        found = found.filter(**{f"{way}_id": case_id})
    return (found.filter(pk__gt=after) if after else found).order_by("pk")


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
        for one in sorted(plan.measures.all(), key=lambda one: one.position)
    ]


class _Teller:
    """What may be told of the clients of one page: everything, or days and codes of somebody protected."""

    def __init__(self, subject: str, cases: Sequence[Case], *, authors: Iterable[int | None]) -> None:
        self._people: dict[UUID, PersonRow] = dict(rows_by_id(case.person_id for case in cases))
        log.listed(subject=subject, persons=self._people, kind="export")
        self._source = f"{acting().actor.organisation}, Kotopolku"
        self._mail = dict(
            Staff.objects.filter(pk__in=[one for one in authors if one is not None]).values_list(
                "pk", "email"
            )
        )

    def knows(self, case: Case) -> bool:
        """Whether the acting duty sees the client."""
        return case.person_id in self._people

    def of(self, case: Case) -> "_Telling":
        """Return how one client's record is told."""
        return _Telling(case, self._people[case.person_id], source=self._source, mail=self._mail)


# What may be told of a protected person: days, codes and places in an order, never words.
_BARE = frozenset({"position", "code", "kind", "on", "starts_on", "ends_on", "state", "responsible"})


class _Telling:
    """One client's record: of somebody protected no words leave, only days and codes."""

    def __init__(self, case: Case, person: PersonRow, *, source: str, mail: Mapping[int, str]) -> None:
        self._masked = person.non_disclosure
        self._mail = mail
        self.subject = Subject(
            id=person.id,
            case=case.pk,
            name=person.name,
            birth_date=person.birth_date,
            masked=person.non_disclosure,
        )
        self.source = self.text(source)

    def text(self, text: str) -> str:
        """Return words, or none."""
        return "" if self._masked else text

    def authors(self, staff_id: int | None, name: str, *, county: str = "") -> tuple[dict[str, str], ...]:
        """Return who made it and how to reach them; the county's worker by the name that was written down."""
        if self._masked:
            return ()
        organisation = acting().actor.organisation
        own = {"name": name, "organisation": organisation, "email": self._mail.get(staff_id or 0, "")}
        return (own, *(({"name": county, "organisation": "", "email": ""},) if county else ()))

    def content(self, content: dict[str, Any]) -> dict[str, Any]:
        """Return answers, or none."""
        return {} if self._masked else content

    def rows(self, rows: list[dict[str, Any]]) -> tuple[dict[str, Any], ...]:
        """Return rows, with days and codes alone where nothing else may be told."""
        if not self._masked:
            return tuple(rows)
        return tuple({key: value for key, value in row.items() if key in _BARE} for row in rows)
