"""Tulkkauksen kustannukset: orders, minutes and euros of a year by what the time was for, by municipality, by payer.

Protected people are in no municipality's row (`people.places`): their interpreting is a row of its own.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db.models import BooleanField, Case, Count, ExpressionWrapper, F, Q, QuerySet, Sum, Value, When
from django.db.models.functions import Coalesce

from kotopolku.appointments import codes
from kotopolku.appointments.models import InterpreterOrder
from kotopolku.audit.acting import acting
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.people.queries import masked

DELIVERED = (codes.DONE, codes.LATE)
REMOTE = (codes.VIDEO, codes.PHONE)


@dataclass(frozen=True, slots=True, kw_only=True)
class CostRow:
    """What a group of orders came to. `key`: a kind, a payer ("" = not known) or a municipality (None: hidden).

    `unpriced` counts the times that were interpreted and whose cost nobody has entered: `cost` lacks them.
    """

    key: str | int | None
    orders: int
    delivered: int
    remote: int
    absent: int
    cancelled_late: int
    minutes: int
    cost: Decimal
    unpriced: int
    poor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class YearOfInterpreting:
    """A year's interpreting, three times divided, and as a whole."""

    whole: CostRow
    kinds: tuple[CostRow, ...]
    municipalities: tuple[CostRow, ...]
    fundings: tuple[CostRow, ...]


def interpreting_of(year: int) -> YearOfInterpreting:
    """Return the orders of the area for times that begin in the year, as far as the duty sees them."""
    now = acting()
    begin, end = (
        datetime.combine(date(one, 1, 1), datetime.min.time(), tzinfo=HELSINKI) for one in (year, year + 1)
    )
    found = InterpreterOrder.objects.filter(
        appointment__area_id=now.actor.area_id, starts_at__gte=begin, starts_at__lt=end
    ).annotate(
        is_hidden=ExpressionWrapper(
            Q(appointment__case__isnull=False) & masked(now.on, prefix="appointment__case__person__"),
            output_field=BooleanField(),
        ),
    )
    placed = found.annotate(
        town=Case(When(is_hidden=True, then=Value(None)), default=F("controller_id")),
    )
    kinds = {one.key: one for one in _rows(found, "topic")}
    payers = {one.key: one for one in _rows(found, "funding")}
    towns = sorted(_rows(placed, "town"), key=lambda one: (one.key is None, one.key))
    return YearOfInterpreting(
        whole=_whole(found),
        kinds=tuple(kinds[one] for one in codes.KINDS if one in kinds),
        municipalities=tuple(towns),
        fundings=tuple(payers[one] for one in (*codes.FUNDINGS, "") if one in payers),
    )


_FIGURES = {
    "orders": Count("pk"),
    "delivered": Count("pk", filter=Q(state__in=DELIVERED)),
    "remote": Count("pk", filter=Q(state__in=DELIVERED, appointment__mode__in=REMOTE)),
    "absent": Count("pk", filter=Q(state=codes.ABSENT)),
    "late": Count("pk", filter=Q(cancelled_late=True)),
    "spent": Coalesce(Sum("minutes"), 0),
    "euros": Coalesce(Sum("cost"), Decimal(0)),
    "unpriced": Count("pk", filter=Q(state__in=DELIVERED, cost__isnull=True)),
    "poor": Count("pk", filter=Q(quality=codes.POOR)),
}


def _rows(found: QuerySet[InterpreterOrder], key: str) -> tuple[CostRow, ...]:
    grouped = found.order_by().values(key).annotate(**_FIGURES)
    return tuple(_row(one[key], one) for one in grouped)


def _whole(found: QuerySet[InterpreterOrder]) -> CostRow:
    return _row("", found.aggregate(**_FIGURES))


def _row(key: str | int | None, one: dict[str, object]) -> CostRow:
    return CostRow(
        key=key,
        cancelled_late=one["late"],  # type: ignore[arg-type]
        minutes=one["spent"],  # type: ignore[arg-type]
        cost=one["euros"],  # type: ignore[arg-type]
        **{name: one[name] for name in ("orders", "delivered", "remote", "absent", "unpriced", "poor")},  # type: ignore[arg-type]
    )
