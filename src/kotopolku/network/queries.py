"""Verkosto sivuille: the members of a case's network, and the former ones, with what may be told today."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from kotopolku.audit.acting import acting
from kotopolku.audit.prepared import Prepared
from kotopolku.cases.access import case_for
from kotopolku.network import codes
from kotopolku.network.access import hidden_in, member_for
from kotopolku.network.entries import MemberEntry
from kotopolku.network.models import NetworkMember

_MEMBERS = Prepared(
    lambda case: NetworkMember.objects.filter(case_id=case, ended_on__isnull=True).order_by("pk")
)
_FORMER = Prepared(
    lambda case: NetworkMember.objects.filter(case_id=case, ended_on__isnull=False).order_by(
        "-ended_on", "pk"
    )
)


class Telling(StrEnum):
    """Whether something may be told to a member on the day."""

    NOTHING = "nothing"
    ALLOWED = "allowed"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberView:
    """One member. `hidden`: places and contact details are left out, since the client is protected.

    `authority_over`: what let a guardian, representative or support person act has ended. `by_law`: what is told
    rests on the law, not on a consent.
    """

    id: int
    entry: MemberEntry
    hidden: bool
    telling: Telling
    authority_over: bool
    added_on: date
    added_by: str
    ended_on: date | None
    ended_by: str
    end_reason: str

    @property
    def by_law(self) -> bool:
        return self.entry.consent_how == codes.BY_LAW

    @property
    def is_authorised(self) -> bool:
        """Whether this is somebody who acts for the client."""
        return self.entry.role in codes.AUTHORISED


def network_of(case_id: UUID, *, hidden: bool | None = None, former: bool = False) -> tuple[MemberView, ...]:
    """Return the members of a case's network, those who act for the client first, or the former ones, newest first.

    `hidden` is for a page that knows already whether places are hidden (access.hidden_in). Raises NotFound. A case that
    this piece of work has opened already is not read and logged a second time.
    """
    if hidden is None or ("case", str(case_id)) not in acting().seen:
        case = case_for(case_id)
        hidden = hidden_in(case) if hidden is None else hidden
    rows = (_FORMER if former else _MEMBERS)(case=case_id)
    found = [_view(row, hidden=hidden) for row in rows]
    return tuple(found if former else sorted(found, key=lambda one: (not one.is_authorised, one.id)))


def member_of(member_id: int) -> tuple[UUID, MemberView]:
    """Return the case's id and the member; the look is logged. Raises NotFound."""
    row = member_for(member_id)
    return row.case_id, _view(row, hidden=hidden_in(row.case))


def _view(row: NetworkMember, *, hidden: bool) -> MemberView:
    on = acting().on
    return MemberView(
        id=row.pk,
        entry=MemberEntry(
            role=row.role,
            name=row.name,
            organisation="" if hidden else row.organisation,
            reach="" if hidden else row.reach,
            phone="" if hidden else row.phone,
            email="" if hidden else row.email,
            tells=tuple(row.tells),
            tells_more=row.tells_more,
            tells_until=row.tells_until,
            consent_how=row.consent_how,
            consent_on=row.consent_on,
            authority="" if hidden else row.authority,
            authority_from=row.authority_from,
            authority_until=row.authority_until,
        ),
        hidden=hidden,
        telling=_telling(row, on=on),
        authority_over=row.authority_until is not None and row.authority_until < on,
        added_on=row.added_on,
        added_by=row.added_by_name,
        ended_on=row.ended_on,
        ended_by=row.ended_by_name,
        end_reason=row.end_reason,
    )


def _telling(row: NetworkMember, *, on: date) -> Telling:
    if not row.tells and not row.tells_more:
        return Telling.NOTHING
    return Telling.EXPIRED if row.tells_until is not None and row.tells_until < on else Telling.ALLOWED
