"""Who outside the own unit sees a case (luovutukset): by which grant, which part, from when until when."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from kotopolku.audit import log
from kotopolku.audit.acting import acting
from kotopolku.audit.errors import NotFound
from kotopolku.cases.access import case_for
from kotopolku.cases.models import Assessment, CaseGrant
from kotopolku.cases.scopes import SCOPES, scopes_of
from kotopolku.languages.texts import Texts
from kotopolku.people.access import hides_place, person_for
from kotopolku.people.queries import rows_by_id


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


@dataclass(frozen=True, slots=True, kw_only=True)
class GrantedCase:
    """A case opened to the acting duty's organisation, by the grant that opens most of it.

    `last_day` None: until it is ended. `rows_until`: the last day whose rows a former unit reads.
    """

    case_id: UUID
    person_id: UUID
    name: str
    non_disclosure: bool
    scope: str
    officer: str
    opened_by: str
    reason: str
    last_day: date | None
    rows_until: date | None
    assessment_id: UUID | None


def granted_to_us() -> tuple[GrantedCase, ...]:
    """Return the cases open to the acting duty's organisation today, what ends first first; one log row."""
    rows = _granted()
    if rows:
        log.listed(subject="case_grant", persons=[row.person_id for row in rows])
    return rows


def granted_case(case_id: UUID) -> GrantedCase:
    """Return the case as it is open to the acting duty's organisation; the look is logged. Raises NotFound."""
    case = case_for(case_id)
    found = next((row for row in _granted(case_id=case.pk)), None)
    if found is None:
        raise NotFound(f"case {case_id}")
    return found


def is_granted(case_id: UUID) -> bool:
    """Whether the case is open to the acting duty's organisation today; names nobody, so it is not logged."""
    return _running().filter(case_id=case_id).exists()


def _running() -> QuerySet[CaseGrant]:
    """Return the grants to the acting duty's organisation, for its role, that run today."""
    on, actor = acting().on, acting().actor
    running = Q(last_day__isnull=True) | Q(last_day__gte=on)
    return CaseGrant.objects.filter(
        running,
        organisation_id=actor.organisation_id or 0,
        scope__in=scopes_of(actor.role),
        first_day__lte=on,
        ended_by_name="",
    )


def _granted(**only: UUID) -> tuple[GrantedCase, ...]:
    grants = _running().filter(**only).select_related("case__officer")
    found: dict[UUID, CaseGrant] = {}
    for row in grants.order_by(F("last_day").asc(nulls_last=True), "pk"):
        held = found.get(row.case_id)
        if held is None or SCOPES.index(row.scope) <= SCOPES.index(held.scope):
            found[row.case_id] = row
    people = rows_by_id(row.case.person_id for row in found.values())
    newest = dict(
        Assessment.objects.filter(case_id__in=list(found))
        .order_by("started_on", "pk")
        .values_list("case_id", "pk")
    )
    return tuple(
        GrantedCase(
            case_id=row.case_id,
            person_id=row.case.person_id,
            name=people[row.case.person_id].name,
            non_disclosure=people[row.case.person_id].non_disclosure,
            scope=row.scope,
            officer=row.case.officer.name if row.case.officer else "",
            opened_by=row.granted_by_name,
            reason=row.reason,
            last_day=row.last_day,
            rows_until=row.rows_until,
            assessment_id=newest.get(row.case_id),
        )
        for row in found.values()
        if row.case.person_id in people
    )
