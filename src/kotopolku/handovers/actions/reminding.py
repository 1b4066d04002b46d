"""Muistuttaminen: a packet that waits is brought to its receiver's mind once, before the day of the answer."""

from datetime import timedelta

from django.db.models import QuerySet

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.handovers import codes
from kotopolku.handovers.actions.receiving import tell_receiver
from kotopolku.handovers.models import Packet
from kotopolku.letters.actions import notify

BEFORE = timedelta(days=3)


@action(Role.SYSTEM)
def remind_packets() -> int:
    """Remind receivers of packets to be answered within three days, and senders of those unanswered; once each.

    Returns how many packets there were.
    """
    on = acting().on
    waiting = Packet.objects.filter(state=codes.SENT, reminded_on__isnull=True, due_on__lte=on + BEFORE)
    packets = list(waiting.order_by("pk"))
    for packet in packets:
        tell_receiver(packet, "packet_waits")
        packet.reminded_on = on
        packet.save(update_fields=["reminded_on"])
    _tell_senders(Packet.objects.filter(state=codes.SENT, chase_on=on, sent_by__isnull=False))
    return len(packets)


def _tell_senders(packets: QuerySet[Packet]) -> None:
    for packet in packets:
        if packet.sent_by is not None:
            notify(
                staff=[packet.sent_by],
                code="packet_unanswered",
                route="desk:packet",
                thing=packet.pk,
                area_id=packet.area_id,
            )
