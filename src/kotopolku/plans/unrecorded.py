"""What has not been marked as recorded in the national repository yet (KotoL 76 §, 102 § 4 mom.), as plain rows."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import CharField, Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Cast, Coalesce

from kotopolku.audit.log import listed
from kotopolku.cases.models import Assessment, Case
from kotopolku.cases.whose import Whose, whose
from kotopolku.law.act_681_2023.s76_repository import RECORDING_BEGINS
from kotopolku.people.places import in_place
from kotopolku.plans.models import NationalRecord, Plan, Review

MOST_ROWS = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class Unrecorded:
    """One assessment, plan or review that still has to be recorded; `kind` is one of `codes.RECORD_KINDS`.

    `age` is in days since it was made, or since the duty began.
    """

    kind: str
    record_id: UUID | int
    made_on: date
    age: int
    whose: Whose


def unrecorded(
    on: date, *, officers: Collection[int] = (), municipality: int | str | None = None
) -> tuple[Unrecorded, ...]:
    """Return what waits to be recorded in the national system, oldest first: nothing before the duty begins.

    What is made from that day on, and everything of a client whose plan is in force. Three queries; `officers` and
    `municipality` narrow as in the list of what is due. At most `MOST_ROWS`. Logged as one list.
    """
    if on < RECORDING_BEGINS:
        return ()
    rows = sorted(
        _rows(on, officers=officers, municipality=municipality),
        key=lambda row: (row.made_on, str(row.record_id)),
    )[:MOST_ROWS]
    if rows:  # a list that shows nobody is no look at anybody
        listed(subject="unrecorded", persons=dict.fromkeys(row.whose.person_id for row in rows))
    return tuple(rows)


def _rows(on: date, *, officers: Collection[int], municipality: int | str | None) -> Iterator[Unrecorded]:
    assessments = Assessment.objects.filter(state="concluded").annotate(
        day=Coalesce("made_on", "concluded_on")
    )
    plans = Plan.objects.exclude(state="draft").annotate(day=F("made_on"))
    reviews = Review.objects.annotate(day=F("on"))
    for kind, found, way in (
        ("assessment", assessments, "case"),
        ("plan", plans, "case"),
        ("review", reviews, "plan__case"),
    ):
        waiting = _waiting(found, kind=kind, way=way, on=on, officers=officers).filter(
            in_place(municipality, on=on, prefix=f"{way}__person__")
        )
        for row in waiting.select_related(way, f"{way}__person", f"{way}__officer").order_by("day", "pk")[
            :MOST_ROWS
        ]:
            case = row.plan.case if isinstance(row, Review) else row.case
            yield _row(kind, row, case, on=on)


def _waiting(
    found: QuerySet[Any], *, kind: str, way: str, on: date, officers: Collection[int]
) -> QuerySet[Any]:
    marks = NationalRecord.objects.filter(
        kind=kind, subject=OuterRef("key"), case_id=OuterRef(f"{way}_id"), voided_on__isnull=True
    )
    in_force = Plan.objects.filter(case_id=OuterRef(f"{way}_id"), state="accepted", ends_on__gte=on)
    found = found.annotate(key=Cast("pk", CharField())).filter(
        Q(day__gte=RECORDING_BEGINS) | Exists(in_force), ~Exists(marks), day__lte=on
    )
    return found.filter(**{f"{way}__officer_id__in": officers}) if officers else found


def _row(kind: str, row: Any, case: Case, *, on: date) -> Unrecorded:
    return Unrecorded(
        kind=kind,
        record_id=row.pk,
        made_on=row.day,
        age=(on - max(row.day, RECORDING_BEGINS)).days,
        whose=whose(case, controller_id=row.controller_id),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """When and by whom something was marked as recorded in the national system."""

    id: int
    kind: str
    subject: str
    recorded_on: date
    by_name: str


def marks_of_case(case_id: UUID) -> dict[tuple[str, str], Mark]:
    """Return the marks of a case in force, by kind and id as text, in one query. The page logs the look."""
    return {
        (row.kind, row.subject): Mark(
            id=row.pk, kind=row.kind, subject=row.subject, recorded_on=row.recorded_on, by_name=row.by_name
        )
        for row in NationalRecord.objects.filter(case_id=case_id, voided_on__isnull=True)
    }
