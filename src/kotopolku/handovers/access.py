"""The only doors to packets and what hangs on cases here: NotFound behind a wall, and the look is logged."""

from uuid import UUID

from kotopolku.audit import log
from kotopolku.audit.errors import NotFound
from kotopolku.cases.access import case_for
from kotopolku.cases.models import Case
from kotopolku.handovers.models import Packet, Placement, Responsibility


def packet_for(packet_id: UUID, *, to: str = "read") -> Packet:
    """Return the packet; to="change" locks its row. Raises NotFound, and logs the refusal, behind a wall.

    Its receiver reads it without seeing the case; the look is logged on the client all the same.
    """
    rows = Packet.objects.select_related("organisation", "controller")
    if to == "change":
        rows = rows.select_for_update(of=("self",))
    packet = rows.filter(pk=packet_id).first()
    if packet is None:
        log.refuse(kind="look" if to == "read" else "change", subject="packet", subject_id=str(packet_id))
        raise NotFound(f"packet {packet_id}")
    if to == "read":
        log.looked(subject="packet", subject_id=str(packet.pk), person=packet.client)
    return packet


def sent_packet(packet_id: UUID) -> tuple[Packet, Case]:
    """Return a packet of one's own register to change, with its open case. Raises NotFound, Closed."""
    packet = packet_for(packet_id, to="change")
    return packet, case_for(packet.case_id, to="change", must_be_open=True)


def responsibility_for(responsibility_id: int) -> tuple[Responsibility, Case]:
    """Return a move of responsibility to change, with its open case. Raises NotFound, Closed."""
    row = Responsibility.objects.select_for_update().filter(pk=responsibility_id).first()
    if row is None:
        raise _hidden("responsibility", responsibility_id)
    return row, case_for(row.case_id, to="change", must_be_open=True)


def placement_for(placement_id: int) -> tuple[Placement, Case]:
    """Return a placement to change, with its open case. Raises NotFound, Closed."""
    row = Placement.objects.select_for_update().filter(pk=placement_id).first()
    if row is None:
        raise _hidden("placement", placement_id)
    return row, case_for(row.case_id, to="change", must_be_open=True)


def _hidden(subject: str, subject_id: int) -> NotFound:
    log.refuse(kind="change", subject=subject, subject_id=str(subject_id))
    return NotFound(f"{subject} {subject_id}")
