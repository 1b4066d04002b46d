"""Ryhmäajat sivuille: who is in a group as far as the reader may see, and which groups have room."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Count

from kotopolku.appointments import codes
from kotopolku.appointments.free import as_area
from kotopolku.appointments.hours import moment_now
from kotopolku.appointments.models import Appointment, GroupMember
from kotopolku.audit import log
from kotopolku.audit.acting import acting, current_actor
from kotopolku.people.queries import rows_by_id
from kotopolku.people.views import PersonRow

MOST = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberView:
    """A client in a group's time; `to_call`: no message reaches them."""

    id: int
    case_id: UUID
    client: PersonRow
    to_call: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """A coming group's time that has room."""

    id: UUID
    name: str
    starts_at: datetime
    left: int


def members_of(appointment_id: UUID) -> tuple[MemberView, ...]:
    """Return who is in the group, by name, as far as the reader may see; the list is one row of the log."""
    rows = list(GroupMember.objects.filter(appointment=appointment_id).select_related("case"))
    people = rows_by_id({row.case.person_id for row in rows}) if rows else {}
    if people:
        log.listed(subject="group_member", persons=dict.fromkeys(people))
    views = [
        MemberView(id=row.pk, case_id=row.case_id, client=people[row.case.person_id], to_call=row.to_call)
        for row in rows
        if row.case.person_id in people
    ]
    return tuple(sorted(views, key=lambda one: one.client.name))


def places_taken(area_id: str, appointments: list[UUID]) -> dict[UUID, int]:
    """Return how many are in each group, those behind a wall too: a place taken is taken for everybody."""
    with as_area(area_id):
        counted = GroupMember.objects.filter(appointment__in=appointments).values("appointment")
        return {row["appointment"]: row["n"] for row in counted.annotate(n=Count("pk"))}


def groups_with_room() -> tuple[GroupView, ...]:
    """Return the coming groups that have room and how many fit in yet, the earliest first."""
    area_id = current_actor().area_id or ""
    coming = Appointment.objects.filter(
        area_id=area_id, capacity__isnull=False, state=codes.BOOKED, starts_at__gt=moment_now(acting().on)
    )
    rows = list(coming.order_by("starts_at")[:MOST])
    taken = places_taken(area_id, [row.pk for row in rows]) if rows else {}
    views = [
        GroupView(
            id=row.pk,
            name=row.name,
            starts_at=row.starts_at,
            left=(row.capacity or 0) - taken.get(row.pk, 0),
        )
        for row in rows
    ]
    return tuple(one for one in views if one.left > 0)
