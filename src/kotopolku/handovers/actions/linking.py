"""Linkki yhteen luovutukseen: for a worker whose organisation it was not sent to; signed in, dated, revocable."""

import secrets
from datetime import date
from uuid import UUID

from django.db import connection
from django.utils.translation import gettext_lazy as _

from kotopolku.audit import log
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.digests import digest_of
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.handovers.access import sent_packet
from kotopolku.handovers.actions.answering import RECEIVERS
from kotopolku.handovers.models import PacketLink
from kotopolku.law.calendar import add_days

LONGEST_DAYS = 30


@action(Role.OFFICER, Role.COORDINATOR)
def make_link(*, packet_id: UUID, who_for: str, expires_on: date, email: str = "") -> str:
    """Make a link to one packet and return its secret part, which is shown once and kept as a digest only.

    The first signed-in worker who opens it has it; nobody else then. With `email` it is for the named person at that
    address, who needs no duty here but must prove to be the one (`holding.py`). Raises Invalid, Closed, NotFound.
    """
    packet, _case = sent_packet(packet_id)
    on = acting().on
    if not who_for.strip():
        raise Invalid(field="who_for", message=_("Write whom the link is for."))
    if not on <= expires_on <= add_days(on, LONGEST_DAYS):
        raise Invalid(field="expires_on", message=_("Give a day from today to thirty days from now."))
    if email.strip() and _is_guarded(packet.pk):
        raise Invalid(
            field="email",
            message=_(
                "Only workers whose duty says so may know about this client. Tell the receiver by telephone or in a "
                "meeting, and record the answer here."
            ),
        )
    secret = secrets.token_urlsafe(32)
    PacketLink.objects.create(
        controller_id=packet.controller_id,
        packet=packet,
        digest=digest_of(secret),
        email=email.strip(),
        who_for=who_for.strip(),
        expires_on=expires_on,
        made_on=on,
        made_by_name=acting().actor.name,
    )
    return secret


@action(Role.OFFICER, Role.COORDINATOR)
def revoke_links(*, packet_id: UUID) -> int:
    """End every link to the packet at once; return how many there were. Raises Closed, NotFound."""
    packet, _case = sent_packet(packet_id)
    return PacketLink.objects.filter(packet=packet, revoked_on__isnull=True).update(
        revoked_on=acting().on, revoked_by_name=acting().actor.name
    )


@action(*RECEIVERS)
def open_link(*, secret: str) -> UUID:
    """Bind the link to the acting worker and return the packet's id. Raises NotFound for any other link."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT open_packet_link(%s)", [digest_of(secret)])
        row = cursor.fetchone()
    if row is None or row[0] is None:
        log.refuse(kind="look", subject="packet_link", subject_id="")
        raise NotFound("packet_link")
    found: UUID = row[0]
    return found


def _is_guarded(packet_id: UUID) -> bool:
    """Whether the client is one about whom only some may know; the database alone keeps that column."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT guard <> '' FROM packet WHERE id = %s", [packet_id])
        return bool(cursor.fetchone()[0])
