"""Tosiseikkojen historia: what was recorded before, and a stamp of what is recorded now."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any
from uuid import UUID

from kotopolku.people import cards
from kotopolku.people.access import person_for, same_people
from kotopolku.people.bases import Provenance
from kotopolku.people.models import Fact, Period, ResidenceStatus
from kotopolku.people.views import FactView, PeriodView, PersonCard, StatusView


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """Rows that are history, those replaced last first."""

    statuses: tuple[StatusView, ...]
    periods: tuple[PeriodView, ...]
    facts: tuple[FactView, ...]


def former_facts(person_id: UUID) -> Former:
    """Return what was recorded of the person before, of every registration linked as the same. Raises NotFound."""
    same = same_people(person_for(person_id))
    gone = {"person__in": same, "superseded_on__isnull": False}
    order = ("-superseded_on", "-pk")
    return Former(
        statuses=tuple(
            replace(cards.status_view(row), **_end(row))
            for row in ResidenceStatus.objects.filter(**gone).order_by(*order)
        ),
        periods=tuple(
            replace(cards.period_view(row), **_end(row))
            for row in Period.objects.filter(**gone).order_by(*order)
        ),
        facts=tuple(
            replace(cards.fact_view(row), **_end(row)) for row in Fact.objects.filter(**gone).order_by(*order)
        ),
    )


def _end(row: Provenance) -> dict[str, Any]:
    return {
        "superseded_on": row.superseded_on,
        "superseded_by": row.superseded_by,
        "void_reason": row.void_reason,
    }


def facts_stamp(card: PersonCard) -> str:
    """Return a stamp of everything on the card that the law reads; the same facts give the same one."""
    return _stamp(
        (
            card.version,
            [one.id for one in card.statuses],
            [one.id for one in card.periods],
            [(one.key, str(one.value), one.since, one.provenance) for one in card.facts],
            [(one.use, one.language) for one in card.languages],
            card.citizenships,
            card.own_order,
        )
    )


def history_stamp(history: Iterable[FactView]) -> str:
    """Return a stamp of one fact and all it was before."""
    return _stamp(
        [(one.key, str(one.value), one.since, one.superseded_on, one.provenance) for one in history]
    )


def _stamp(of: object) -> str:
    return sha256(repr(of).encode()).hexdigest()[:16]
