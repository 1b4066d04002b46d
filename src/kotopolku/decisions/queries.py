"""Päätökset sivuille: the decisions of a case, one decision, and until when rectification may be requested."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from kotopolku import law
from kotopolku.decisions.access import decision_for
from kotopolku.decisions.codes import AT_ONCE
from kotopolku.decisions.models import Decision
from kotopolku.law.facts import facts_from_mapping

KIND = "other_kotol_decision"


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionView:
    """A decision as it was made; `last_day` is the last day for a request, None before the delivery."""

    id: UUID
    case_id: UUID
    person_id: UUID
    kind: str
    number: str
    language: str
    requested_on: date
    decided_on: date
    decided_by: str
    reasons: str
    provisions: tuple[str, ...]
    authority: str
    address: str
    contact: str
    delivered_on: date | None
    delivery_way: str
    delivered_by: str
    last_day: date | None
    corrects: str
    corrected_by: UUID | None


def decisions_of(case_id: UUID) -> tuple[DecisionView, ...]:
    """Return a case's decisions, newest first. The look at the case is logged by whoever shows it."""
    rows = [
        *Decision.objects.filter(case=case_id)
        .select_related("case", "corrects")
        .order_by("-decided_on", "-pk")
    ]
    # A decision is corrected by another of the same case.
    later = {row.corrects_id: row.pk for row in rows if row.corrects_id is not None}
    return tuple(_view(row, corrected_by=later.get(row.pk)) for row in rows)


def decision_view(decision_id: UUID) -> DecisionView:
    """Return a decision; the look is logged. Raises NotFound."""
    row = decision_for(decision_id)
    later = Decision.objects.filter(corrects=row).values_list("pk", flat=True).first()
    return _view(row, corrected_by=later)


def rectification_last_day(*, way: str, delivered_on: date) -> date | None:
    """Return the last day for a request, as the law counts it from the way and day of delivery."""
    notice: dict[str, Any] = {"channel": way, "sent_on": delivered_on}
    if way in AT_ONCE:
        notice["received_on"] = delivered_on
    facts = facts_from_mapping({"decision": {"kind": KIND}, "notice": notice})
    found = law.answer("rectification_last_day", facts, delivered_on).value
    return found if isinstance(found, date) else None


def _view(row: Decision, *, corrected_by: UUID | None) -> DecisionView:
    return DecisionView(
        id=row.pk,
        case_id=row.case_id,
        person_id=row.case.person_id,
        kind=row.kind,
        number=row.number,
        language=row.language,
        requested_on=row.requested_on,
        decided_on=row.decided_on,
        decided_by=row.decided_by_name,
        reasons=row.reasons,
        provisions=tuple(row.provisions),
        authority=row.authority,
        address=row.address,
        contact=row.contact,
        delivered_on=row.delivered_on,
        delivery_way=row.delivery_way,
        delivered_by=row.delivered_by_name,
        last_day=rectification_last_day(way=row.delivery_way, delivered_on=row.delivered_on)
        if row.delivered_on
        else None,
        corrects=row.corrects.number if row.corrects is not None else "",
        corrected_by=corrected_by,
    )
