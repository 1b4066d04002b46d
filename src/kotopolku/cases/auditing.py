"""What the auditor (lokin tarkastaja) asks that only the cases know; the auditor sees no client."""

from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import connection

from kotopolku.audit import log


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffFigures:
    """Of one worker in the last seven days: persons seen, the usual number a week, and what asks for a question."""

    staff_id: int
    staff_name: str
    persons: int
    usual: Decimal
    without_case: int
    at_night: int


def staff_figures() -> tuple[StaffFigures, ...]:
    """Return who saw most persons against their own average of eight weeks first; empty for all but an auditor."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT staff_id, staff_name, persons, usual, without_case, at_night FROM audited_staff()"
        )
        return tuple(
            StaffFigures(
                staff_id=row[0],
                staff_name=row[1],
                persons=row[2],
                usual=row[3],
                without_case=row[4],
                at_night=row[5],
            )
            for row in cursor.fetchall()
        )


def person_behind(case_number: str) -> UUID | None:
    """Return the id by which the log knows the person of a case, None where there is none; asking is logged."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT audited_person(%s)", [case_number.strip()])
        found: UUID | None = cursor.fetchone()[0]
    log.write(kind="search", subject="case_number", persons=[found] if found else [], count=int(bool(found)))
    return found
