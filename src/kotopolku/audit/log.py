"""Write the log. If it cannot be written, nothing is shown: callers let the error through."""

import json
from collections.abc import Iterable
from functools import partial
from uuid import UUID

from django.db import connection

from kotopolku.audit.acting import acting, afterwards

MOST_SHOWN = 100
_COLUMNS = (
    "staff_id, staff_name, role, duty_id, organisation_id, organisation, area_id, purpose, kind, route, action, "
    "subject, subject_id, shown, count, result"
)
_WRITE = f"""
    WITH written AS (
        INSERT INTO log ({_COLUMNS}) VALUES ({", ".join(["%s"] * 16)}) RETURNING id
    ), seen AS (
        INSERT INTO log_seen (row_id, person_id) SELECT w.id, p FROM written w, unnest(%s::uuid[]) AS p
    )
    SELECT id FROM written
"""  # noqa: S608  made of the constants above


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
    people = list(dict.fromkeys(persons))[:MOST_SHOWN]
    with connection.cursor() as cursor:
        # One statement, and nothing of log_seen is read back: whom a row showed is for the auditor to read.
        cursor.execute(
            _WRITE,
            [
                actor.staff_id,
                actor.name,
                actor.role,
                actor.duty_id,
                actor.organisation_id,
                actor.organisation,
                actor.area_id,
                actor.purpose,
                kind,
                now.route,
                action,
                subject,
                subject_id,
                json.dumps(list(shown)[:MOST_SHOWN]),
                count,
                result,
                people,
            ],
        )
        return int(cursor.fetchone()[0])


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
