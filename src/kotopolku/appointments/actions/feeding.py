"""Kalenterisyötteen osoite: make one's own or a room's, which ends the older one, and end it."""

import secrets

from django.db.models import Q

from kotopolku.appointments.access import feeds_of, room_for
from kotopolku.appointments.models import CalendarFeed
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import DESK, Role
from kotopolku.audit.digests import digest_of


@action(*DESK)
def make_own_feed() -> str:
    """Make the address of one's own calendar and return its secret part, shown once and kept as a digest only."""
    return _made(staff_id=acting().actor.staff_id)


@action(*DESK)
def end_own_feed() -> None:
    """End the address of one's own calendar at once; what has ended stays ended."""
    _end(Q(staff_id=acting().actor.staff_id))


@action(Role.OFFICER, Role.COORDINATOR)
def make_room_feed(*, room_id: int) -> str:
    """Make the address of a room's calendar and return its secret part. Raises NotFound."""
    return _made(room_id=room_for(room_id, to="change").pk)


@action(Role.OFFICER, Role.COORDINATOR)
def end_room_feed(*, room_id: int) -> None:
    """End the address of a room's calendar at once. Raises NotFound."""
    _end(Q(room_id=room_for(room_id, to="change").pk))


def _made(**whose: int | None) -> str:
    now = acting()
    _end(Q(**whose))
    secret = secrets.token_urlsafe(32)
    CalendarFeed.objects.create(
        area_id=now.actor.area_id or "",
        digest=digest_of(secret),
        made_on=now.on,
        made_by_name=now.actor.name,
        **whose,
    )
    return secret


def _end(whose: Q) -> None:
    feeds_of(acting().actor.area_id or "").filter(whose).update(ended_on=acting().on)
