"""Read the log: who has looked at a person (katselut)."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

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
