"""What the timeline tells since a day: contacts that came to nothing, tasks that were asked about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kotopolku.cases.models import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One event: its code, the service it is about if any, and the words of whoever wrote it."""

    on: date
    code: str
    title: str
    text: str


def told_since(case_id: UUID, codes: Iterable[str], *, since: date | None) -> tuple[Told, ...]:
    """Return the events of a case with one of these codes, the oldest first; not the voided. The page logs the look."""
    events = Event.objects.filter(case_id=case_id, code__in=list(codes), voided_by__isnull=True)
    if since is not None:
        events = events.filter(on__gte=since)
    return tuple(
        Told(on=row.on, code=row.code, title=str(row.params.get("title", "")), text=row.text)
        for row in events.order_by("on", "pk")
    )
