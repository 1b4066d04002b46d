"""Emergency openings for those who review them, and for the one who made them."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import F
from django.db.models.functions import Now

from kotopolku.audit import log
from kotopolku.audit.errors import NotFound
from kotopolku.cases.override_model import Override


@dataclass(frozen=True, slots=True, kw_only=True)
class OverrideView:
    """One emergency opening: who, why, until when, and what was decided; `justified` is None while nobody has."""

    id: UUID
    person: UUID
    staff_id: int
    staff_name: str
    organisation: str
    reason: str
    words: str
    opened_at: datetime
    until: datetime
    justified: bool | None
    decision: str
    decided_by_name: str
    days_open: int


def overrides_to_review(*, most: int = 100) -> tuple[OverrideView, ...]:
    """Return the openings of the acting coordinator's municipalities: those without a decision first, oldest first."""
    rows = Override.objects.annotate(now=Now()).order_by(F("decided_at").desc(nulls_first=True), "opened_at")
    return tuple(_view(row) for row in rows[:most])


def undecided_overrides() -> int:
    """Return how many wait for a decision."""
    return Override.objects.filter(decided_at__isnull=True).count()


def override_view(override_id: UUID) -> OverrideView:
    """Return one opening; raises NotFound, and logs the refusal, when it is not one's to review."""
    row = Override.objects.annotate(now=Now()).filter(pk=override_id).first()
    if row is None:
        log.refuse(kind="look", subject="override", subject_id=str(override_id))
        raise NotFound
    log.looked(subject="override", subject_id=str(row.pk), person=row.opens_person)
    return _view(row)


def _view(row: Override) -> OverrideView:
    now: datetime = row.now  # type: ignore[attr-defined]
    return OverrideView(
        id=row.pk,
        person=row.opens_person,
        staff_id=row.staff_id,
        staff_name=row.staff_name,
        organisation=row.organisation,
        reason=row.reason,
        words=row.words,
        opened_at=row.opened_at,
        until=row.until,
        justified=row.justified,
        decision=row.decision,
        decided_by_name=row.decided_by_name,
        days_open=(now - row.opened_at).days,
    )
