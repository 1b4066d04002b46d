"""Kiosks and wall screens (laitteet): paired with an area by six digits, under no person's session.

The device has a cookie of its own; the database keeps its digest. The six digits come from the cookie, so that the
screen can show them again without their being kept anywhere. What a device may see is what its pages show: it acts as
the public, in its area.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models.functions import Now
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext_lazy as lazy

from kotopolku.accounts.models import Device
from kotopolku.audit.acting import current_actor
from kotopolku.audit.action import action
from kotopolku.audit.actor import ROOMS, Actor, Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.languages.texts import Texts

PAIRING = timedelta(minutes=15)
MOST_WAITING = 50  # devices that wait to be paired; more come from no office
TOKEN_BYTES = 32


class TooManyWait(Exception):
    """So many devices wait to be paired that somebody is playing; the oldest leave after a quarter of an hour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DeviceView:
    """A paired device."""

    id: UUID
    kind: str
    name: str
    area_id: str
    area: Texts
    paired_by: str
    paired_at: datetime

    @property
    def actor(self) -> Actor:
        """Return who acts when the device asks for a page."""
        return Actor(role=Role.PUBLIC, name=self.name, area_id=self.area_id, purpose=self.kind)


def _digest(what: str, value: str) -> str:
    return salted_hmac(f"device {what}", value, algorithm="sha256").hexdigest()


def code_of(token: str) -> str:
    """Return the six digits a device shows until it is paired."""
    return f"{int(_digest('code of token', token), 16) % 1_000_000:06d}"


@action(Role.PUBLIC, *ROOMS)
def ask_for_pairing(*, kind: str) -> str:
    """Put a device in the queue of those that wait to be paired and return its token; raises TooManyWait."""
    waiting = Device.objects.filter(paired_at__isnull=True)
    waiting.filter(asked_at__lt=Now() - PAIRING).delete()
    if waiting.count() >= MOST_WAITING:
        raise TooManyWait
    token = secrets.token_urlsafe(TOKEN_BYTES)
    Device.objects.create(
        kind=kind, token_digest=_digest("token", token), code_digest=_digest("code", code_of(token))
    )
    return token


@action(Role.ADMINISTRATOR, Role.COORDINATOR)
def pair_device(*, code: str, name: str) -> None:
    """Pair the device that shows these six digits with the acting administrator's area; raises Invalid for others."""
    actor = current_actor()
    found = Device.objects.filter(
        paired_at__isnull=True,
        code_digest=_digest("code", "".join(code.split())),
        asked_at__gte=Now() - PAIRING,
    )
    if len(found[:2]) != 1:
        raise Invalid(
            field="code",
            message=lazy(
                "No device shows this code now. Check it, or start the pairing on the device again."
            ),
        )
    found.update(area_id=actor.area_id, name=name, paired_by=actor.name, paired_at=Now(), code_digest=None)


@action(Role.ADMINISTRATOR, Role.COORDINATOR)
def revoke_device(*, device_id: UUID) -> None:
    """End a pairing: the device shows nothing more; raises NotFound for another area's."""
    found = Device.objects.filter(pk=device_id, area_id=current_actor().area_id, revoked_at__isnull=True)
    if not found.update(revoked_at=Now()):
        raise NotFound


def is_waiting(token: str) -> bool:
    """True while the device of this token can be paired."""
    return Device.objects.filter(
        token_digest=_digest("token", token), paired_at__isnull=True, asked_at__gte=Now() - PAIRING
    ).exists()


def device_of(token: str) -> DeviceView | None:
    """Return the paired device of this token; None when it is not paired (any more)."""
    found = Device.objects.filter(
        token_digest=_digest("token", token), paired_at__isnull=False, revoked_at__isnull=True
    )
    return next((_view(one) for one in found.select_related("area")), None)


def devices_of_area() -> tuple[DeviceView, ...]:
    """Return the devices paired with the acting administrator's area, by name."""
    found = Device.objects.filter(
        area_id=current_actor().area_id, paired_at__isnull=False, revoked_at__isnull=True
    )
    return tuple(_view(one) for one in found.select_related("area").order_by("name", "pk"))


def _view(one: Device) -> DeviceView:
    assert one.area is not None
    assert one.paired_at is not None
    return DeviceView(
        id=one.pk,
        kind=one.kind,
        name=one.name,
        area_id=one.area.pk,
        area=one.area.names,
        paired_by=one.paired_by,
        paired_at=one.paired_at,
    )
