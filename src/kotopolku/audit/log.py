"""Write the log. If it cannot be written, nothing is shown: callers let the error through."""

from collections.abc import Iterable
from functools import partial
from uuid import UUID

from kotopolku.audit.acting import acting, afterwards
from kotopolku.audit.models import LogRow, LogSeen

MOST_SHOWN = 100


def write(
    *,
    kind: str,
    subject: str = "",
    subject_id: str = "",
    action: str = "",
    persons: Iterable[UUID] = (),
    shown: Iterable[str] = (),
    count: int = 0,
    result: str = "done",
) -> int:
    """Add one row for the running piece of work and return its id; at most 100 ids are kept (kind: LogRow.Kind)."""
    now = acting()
    actor = now.actor
    row = LogRow.objects.create(
        staff_id=actor.staff_id,
        staff_name=actor.name,
        role=actor.role,
        duty_id=actor.duty_id,
        organisation_id=actor.organisation_id,
        organisation=actor.organisation,
        area_id=actor.area_id,
        purpose=actor.purpose,
        kind=kind,
        route=now.route,
        action=action,
        subject=subject,
        subject_id=subject_id,
        shown=list(shown)[:MOST_SHOWN],
        count=count,
        result=result,
    )
    people = list(dict.fromkeys(persons))[:MOST_SHOWN]
    if people:
        LogSeen.objects.bulk_create([LogSeen(row=row, person_id=person) for person in people])
    return row.pk


def looked(*, subject: str, subject_id: str, person: UUID) -> None:
    """Log that one thing about one person was shown; once for the running piece of work, however often it asks."""
    seen = acting().seen
    if (subject, subject_id) in seen:
        return
    seen.add((subject, subject_id))
    write(kind="look", subject=subject, subject_id=subject_id, persons=[person], count=1)


def listed(*, subject: str, persons: Iterable[UUID], kind: str = "list") -> None:
    """Log a list or search as one row with the ids it showed; the words of a search are not kept."""
    people = list(persons)
    write(kind=kind, subject=subject, persons=people, shown=[str(p) for p in people], count=len(people))


def refuse(*, kind: str, subject: str, subject_id: str) -> None:
    """Note a refused look or act; it is written after this work's transaction, which may be rolled back."""
    afterwards(partial(_write_refusal, kind=kind, subject=subject, subject_id=subject_id))


def _write_refusal(*, kind: str, subject: str, subject_id: str) -> None:
    write(kind=kind, subject=subject, subject_id=subject_id, result="refused")
