"""Vastaanottajat: to whose eyes a packet comes, and how they hear of it. No message says whom it is about."""

from django.conf import settings
from django.db.models import QuerySet

from kotopolku.accounts.models import Duty, Staff
from kotopolku.accounts.periods import in_force
from kotopolku.audit.acting import acting
from kotopolku.handovers import codes
from kotopolku.handovers.models import Packet
from kotopolku.letters.actions import notify, send
from kotopolku.letters.entries import ToRole, ToStaff
from kotopolku.letters.recipients import role_address


def receivers_at(organisation_id: int, kind: str) -> QuerySet[Duty]:
    """Return the duties in force at an organisation that open a packet of the kind."""
    return Duty.objects.filter(
        in_force(acting().on),
        organisation_id=organisation_id,
        role__in=codes.RECEIVED_BY[kind],
        staff__is_active=True,
        area_id=acting().actor.area_id,
    )


def receiving_staff(packet: Packet) -> list[int]:
    """Return the workers to whom a packet shows: the one it is for, else everybody there whose duty opens it."""
    duties = receivers_at(packet.organisation_id or 0, packet.kind)
    if packet.staff_id is not None:
        duties = duties.filter(staff_id=packet.staff_id)
    return [one for one in duties.values_list("staff_id", flat=True) if one is not None]


def tell_receiver(packet: Packet, code: str) -> None:
    """Tell the receiver inside the program, and by e-mail: to the role's address, else to the workers' own.

    `code` is that of the notice and of the letter. Outside the program nobody is written to: the sender calls.
    """
    if packet.organisation_id is None:
        return
    staff = receiving_staff(packet)
    notify(staff=staff, code=code, route="partner:packet", thing=packet.pk, area_id=packet.area_id)
    if packet.staff_id is None and role_address(packet.organisation_id, packet.role, on=acting().on):
        to: list[ToRole | ToStaff] = [ToRole(organisation_id=packet.organisation_id, role=packet.role)]
    else:
        reached = Staff.objects.filter(pk__in=staff).exclude(email="").order_by("pk")
        to = [ToStaff(staff_id=one) for one in reached.values_list("pk", flat=True)]
    for one in to:
        send(
            to=one, template=code, params={"address": f"{settings.ADDRESS}/partner/"}, area_id=packet.area_id
        )
