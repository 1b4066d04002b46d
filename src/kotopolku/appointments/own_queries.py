"""Oma aika: what the page of one's own time shows, while it is open; nothing of what was told about oneself."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from kotopolku.appointments import codes
from kotopolku.appointments.entries import Wanted
from kotopolku.appointments.free import as_area
from kotopolku.appointments.hours import moment_now
from kotopolku.appointments.models import Appointment
from kotopolku.audit.acting import acting
from kotopolku.audit.clock import database_now
from kotopolku.audit.digests import digest_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTime:
    """One's own booked time."""

    id: UUID
    wanted: Wanted
    starts_at: datetime
    ends_at: datetime
    interpreted: bool
    cancelled: bool
    can_change: bool


def own_time(area_id: str, secret: str) -> OwnTime | None:
    """Return the time that an open page shows; None for a page that has ended or that we have not given."""
    with as_area(area_id):
        row = Appointment.objects.filter(
            area_id=area_id, own__secret=digest_of(secret), own__open_until__gt=database_now()
        ).first()
        if row is None:
            return None
        return OwnTime(
            id=row.pk,
            wanted=Wanted(kind=row.kind, language=row.language, place=row.place),
            starts_at=row.starts_at,
            ends_at=row.ends_at,
            interpreted=row.interpreted,
            cancelled=row.state == codes.CANCELLED,
            can_change=row.state == codes.BOOKED and row.starts_at > moment_now(acting().on),
        )
