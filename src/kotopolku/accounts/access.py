"""The only doors to duties: who may act as what today."""

from datetime import date

from django.db.models import prefetch_related_objects

from kotopolku.accounts.models import Area, Duty
from kotopolku.accounts.organisation_queries import later
from kotopolku.accounts.periods import in_force
from kotopolku.audit.actor import Actor, Group, Role
from kotopolku.audit.prepared import Prepared

_DUTIES = Prepared(
    lambda staff, on: (
        Duty.objects.filter(in_force(on), staff_id=staff)
        .select_related("staff", "organisation__successor", "area")
        .order_by("-valid_from", "-pk")
    )
)


def _actor(duty: Duty, *, on: date) -> Actor:
    return Actor(
        role=Role(duty.role),
        name=duty.staff.name if duty.staff else "system",
        staff_id=duty.staff_id,
        duty_id=duty.pk,
        area_id=duty.area_id,
        area=duty.area.names,
        organisation_id=duty.organisation_id,
        organisation=later(duty.organisation, on=on).names.pick("fi").text,
        controllers=tuple(row.municipality_id for row in duty.municipalities.all()),
        groups=frozenset(Group(group) for group in duty.groups),
        purpose=duty.purpose,
        is_official=duty.is_official,
    )


def actors_of(staff_id: int, *, on: date) -> tuple[Actor, ...]:
    """Return the actors of every duty the staff member holds on the day, the newest first."""
    found = _DUTIES(staff=staff_id, on=on)
    prefetch_related_objects(found, "municipalities")
    return tuple(_actor(duty, on=on) for duty in found)


def actor_for(staff_id: int, *, on: date, duty_id: int | None = None) -> Actor | None:
    """Return the actor of the staff member's duty on the day: the one asked for, else the newest; None if none."""
    held = (one for one in actors_of(staff_id, on=on) if duty_id is None or one.duty_id == duty_id)
    return next(held, None)


def system_actor(area_id: str, *, on: date) -> Actor:
    """Return the area's background actor on the day; raises Duty.DoesNotExist before the area is set up."""
    duties = Duty.objects.filter(in_force(on), area_id=area_id, role=Role.SYSTEM, staff__isnull=True)
    return _actor(
        duties.select_related("staff", "organisation__successor", "area")
        .prefetch_related("municipalities")
        .get(),
        on=on,
    )


def area_of(host: str) -> Area:
    """Return the area served at a host name: the only one there is (areas by host name come with a second area)."""
    return Area.objects.select_related("host", "employment_authority", "county").order_by("pk")[:1].get()
