"""Eteenpäin ohjaaminen: what a page hands to its action, and what was logged, as plain values."""

from dataclasses import dataclass
from datetime import date, time
from uuid import UUID

from django.db.models import Count

from kotopolku.advice import codes
from kotopolku.advice.models import OnwardGuidance
from kotopolku.audit.acting import acting


@dataclass(frozen=True, slots=True, kw_only=True)
class OnwardEntry:
    """One guidance: to a place ("place:ID") or another authority ("other:ID"), in one of three ways."""

    to: str
    way: str
    consent_how: str = ""
    at_once: bool = False
    day: date | None = None
    at: time | None = None
    take: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OnwardView:
    """A guidance as it stands in the log; `waits` while a hand-over has not been acknowledged."""

    id: int
    to: str
    way: str
    at_once: bool
    day: date | None
    at: time | None
    take: tuple[str, ...]
    acknowledged_on: date | None

    @property
    def waits(self) -> bool:
        """True for a hand-over whose receiver has not answered."""
        return self.way == codes.HANDED_OVER and self.acknowledged_on is None


def onward_of(visit_id: UUID) -> tuple[OnwardView, ...]:
    """Return where the visitor of a visit was guided to, the latest first."""
    rows = OnwardGuidance.objects.filter(area_id=acting().actor.area_id, visit_id=visit_id).order_by("-pk")
    return tuple(
        OnwardView(
            id=row.pk,
            to=row.to,
            way=row.way,
            at_once=row.at_once,
            day=row.day,
            at=row.at,
            take=tuple(row.take),
            acknowledged_on=row.acknowledged_on,
        )
        for row in rows
    )


def onward_month(*, first: date, after: date) -> tuple[tuple[str, int], ...]:
    """Return how often each way was used from the first day until before `after`, voided visits left out."""
    rows = OnwardGuidance.objects.filter(
        area_id=acting().actor.area_id, visit__on__gte=first, visit__on__lt=after, visit__void_reason=""
    )
    return tuple(rows.values_list("way").annotate(n=Count("id")).order_by("-n", "way"))
