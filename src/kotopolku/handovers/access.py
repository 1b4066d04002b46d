"""The only doors to packets and what hangs on cases here: NotFound behind a wall, and the look is logged."""

from uuid import UUID

from kotopolku.audit import log
from kotopolku.audit.doors import behind_door
from kotopolku.cases.access import case_for
from kotopolku.cases.models import Case
from kotopolku.handovers.models import Packet, Placement, Responsibility


def packet_for(packet_id: UUID, *, to: str = "read") -> Packet:
    """Return the packet; to="change" locks its row. Raises NotFound, and logs the refusal, behind a wall.

    Its receiver reads it without seeing the case; the look is logged on the client all the same.
    """
    rows = Packet.objects.select_related("organisation", "controller")
    packet = behind_door(rows, packet_id, subject="packet", to=to)
    if to == "read":
        log.looked(subject="packet", subject_id=str(packet.pk), person=packet.client)
    return packet


def sent_packet(packet_id: UUID) -> tuple[Packet, Case]:
    """Return a packet of one's own register to change, with its open case. Raises NotFound, Closed."""
    packet = packet_for(packet_id, to="change")
    return packet, case_for(packet.case_id, to="change", must_be_open=True)


def responsibility_for(responsibility_id: int) -> tuple[Responsibility, Case]:
    """Return a move of responsibility to change, with its open case. Raises NotFound, Closed."""
    row = behind_door(Responsibility.objects.all(), responsibility_id, subject="responsibility", to="change")
    return row, case_for(row.case_id, to="change", must_be_open=True)


def placement_for(placement_id: int) -> tuple[Placement, Case]:
    """Return a placement to change, with its open case. Raises NotFound, Closed."""
    row = behind_door(Placement.objects.all(), placement_id, subject="placement", to="change")
    return row, case_for(row.case_id, to="change", must_be_open=True)
