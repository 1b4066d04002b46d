"""Read the log: who has looked at a person (katselut), for staff, for the auditor and for the person."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from kotopolku.audit.helsinki import HELSINKI
from kotopolku.audit.models import LogRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One row of "who looked": when (UTC), who, from where, what was done."""

    at: datetime
    staff_name: str
    organisation: str
    kind: str
    action: str
    route: str


def looks_at(person_id: UUID, *, most: int = 50, before_id: int | None = None) -> tuple[Look, ...]:
    """Return the newest looks and changes that concern the person, newest first."""
    rows = LogRow.objects.filter(seen__person_id=person_id).order_by("-id")
    if before_id is not None:
        rows = rows.filter(id__lt=before_id)
    return tuple(
        Look(
            at=row.at,
            staff_name=row.staff_name,
            organisation=row.organisation,
            kind=row.kind,
            action=row.action,
            route=row.route,
        )
        for row in rows[:most]
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowing:
    """What an auditor narrows the log down by; days are Helsinki's, both included."""

    first: date | None = None
    last: date | None = None
    staff_id: int | None = None
    kind: str = ""
    result: str = ""
    person: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One row of the log as the auditor reads it: staff by name, persons by id only."""

    id: int
    at: datetime
    staff_id: int | None
    staff_name: str
    role: str
    organisation: str
    duty_id: int | None
    purpose: str
    kind: str
    route: str
    action: str
    subject: str
    subject_id: str
    count: int
    result: str
    persons: tuple[UUID, ...]


def log_entries(by: Narrowing, *, most: int, before_id: int | None = None) -> tuple[Entry, ...]:
    """Return the rows of the acting auditor's area, newest first; nobody else sees others' rows."""
    rows = LogRow.objects.prefetch_related("seen").order_by("-id")
    if before_id is not None:
        rows = rows.filter(id__lt=before_id)
    if by.first is not None:
        rows = rows.filter(at__gte=datetime.combine(by.first, time(), tzinfo=HELSINKI))
    if by.last is not None:
        rows = rows.filter(at__lt=datetime.combine(by.last + timedelta(days=1), time(), tzinfo=HELSINKI))
    if by.staff_id is not None:
        rows = rows.filter(staff_id=by.staff_id)
    if by.kind:
        rows = rows.filter(kind=by.kind)
    if by.result:
        rows = rows.filter(result=by.result)
    if by.person is not None:
        rows = rows.filter(seen__person_id=by.person)
    return tuple(_entry(row) for row in rows[:most])


def _entry(row: LogRow) -> Entry:
    return Entry(
        id=row.pk,
        at=row.at,
        staff_id=row.staff_id,
        staff_name=row.staff_name,
        role=row.role,
        organisation=row.organisation,
        duty_id=row.duty_id,
        purpose=row.purpose,
        kind=row.kind,
        route=row.route,
        action=row.action,
        subject=row.subject,
        subject_id=row.subject_id,
        count=row.count,
        result=row.result,
        persons=tuple(one.person_id for one in row.seen.all()),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfLooks:
    """One line of the client's own view: on this day somebody of this organisation in this role looked or changed."""

    day: date
    organisation: str
    role: str
    staff_name: str  # empty unless the area has decided to name its workers
    kinds: tuple[str, ...]
    times: int


def looks_for_client(person_id: UUID, *, named: bool = False) -> tuple[DayOfLooks, ...]:
    """Return who has looked at the person, for the person: by day, organisation and role, newest first.

    Staff are named only when `named`; background work and refused tries are left out, since nothing was shown.
    """
    rows = LogRow.objects.filter(seen__person_id=person_id, result="done", staff_id__isnull=False)
    groups: dict[tuple[date, str, str, str], list[str]] = {}
    for at, organisation, role, name, kind in rows.order_by("-id").values_list(
        "at", "organisation", "role", "staff_name", "kind"
    ):
        day = at.astimezone(HELSINKI).date()
        groups.setdefault((day, organisation, role, name if named else ""), []).append(kind)
    return tuple(
        DayOfLooks(
            day=day,
            organisation=organisation,
            role=role,
            staff_name=name,
            kinds=tuple(sorted(set(kinds))),
            times=len(kinds),
        )
        for (day, organisation, role, name), kinds in groups.items()
    )
