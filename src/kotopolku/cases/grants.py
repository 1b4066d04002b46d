"""Who outside the own unit sees a case (luovutukset): by which grant, which part, from when until when."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q

from kotopolku.audit.acting import acting
from kotopolku.cases.access import case_for
from kotopolku.cases.models import CaseGrant
from kotopolku.languages.texts import Texts
from kotopolku.people.access import hides_place, person_for


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantView:
    """One grant; `organisation` is None where its name would tell the municipality of a protected client."""

    id: int
    organisation: Texts | None
    scope: str
    first_day: date
    last_day: date | None
    rows_until: date | None
    reason: str
    granted_by: str
    ended_by: str
    is_over: bool


def grants_of(case_id: UUID) -> tuple[GrantView, ...]:
    """Return every grant of the case, those in force and to come first. Raises NotFound behind a wall."""
    case, on = case_for(case_id), acting().on
    hidden = hides_place(person_for(case.person_id))
    over = ~Q(ended_by_name="") | Q(last_day__lt=on)
    rows = CaseGrant.objects.filter(case=case).select_related("organisation").annotate(over=over)
    return tuple(
        GrantView(
            id=row.pk,
            organisation=None
            if hidden and row.organisation.kind == "municipality"
            else row.organisation.names,
            scope=row.scope,
            first_day=row.first_day,
            last_day=row.last_day,
            rows_until=row.rows_until,
            reason=row.reason,
            granted_by=row.granted_by_name,
            ended_by=row.ended_by_name,
            is_over=row.over,
        )
        for row in rows.order_by("over", "-first_day", "-pk")
    )
