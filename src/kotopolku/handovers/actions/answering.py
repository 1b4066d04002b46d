"""Vastaaminen: the receiver's own answer, or one recorded by the sender; and asking for one that does not come."""

from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid
from kotopolku.handovers import codes
from kotopolku.handovers.access import packet_for, sent_packet
from kotopolku.handovers.events import receiver_of, tell
from kotopolku.handovers.models import Packet, PacketAnswer, PacketChase
from kotopolku.letters.actions import notify

RECEIVERS = (Role.COUNTY_WORKER, Role.TEACHER, Role.PROVIDER_ADMINISTRATOR, Role.EMPLOYMENT_CONTACT)


@action(Role.PUBLIC, *RECEIVERS)
def answer_packet(
    *,
    packet_id: UUID,
    answer: str,
    reason: str = "",
    starts_on: date | None = None,
    time: str = "",
    way: str = "page",
) -> None:
    """Answer a packet in one's own room or by a link (way: page, link). Raises Invalid, NotFound.

    A visitor gets past `packet_for` only while holding a link to this packet.
    """
    packet = packet_for(packet_id)
    now = acting()
    _keep(
        packet,
        answer=answer,
        reason=reason,
        on=now.on,
        starts_on=starts_on,
        time=time,
        way=way,
        who=now.actor.name,
    )
    _tell_sender(packet)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def record_packet_answer(
    *,
    packet_id: UUID,
    answer: str,
    who: str,
    way: str,
    answered_on: date,
    reason: str = "",
    starts_on: date | None = None,
    time: str = "",
) -> None:
    """Record what the receiver answered by telephone, secure mail, letter or in a meeting.

    The same result in the case as when they answer here. Raises Invalid, Closed, NotFound.
    """
    packet, _case = sent_packet(packet_id)
    if way not in codes.WITHOUT_US:
        raise Invalid(field="way", message=_("Choose how the answer came."))
    if not who.strip():
        raise Invalid(field="who", message=_("Write who answered: a name or a task."))
    if not packet.sent_on <= answered_on <= acting().on:
        raise Invalid(field="answered_on", message=_("Give a day from the sending up to today."))
    _keep(
        packet,
        answer=answer,
        reason=reason,
        on=answered_on,
        starts_on=starts_on,
        time=time,
        way=way,
        who=who.strip(),
    )


def _keep(
    packet: Packet,
    *,
    answer: str,
    reason: str,
    on: date,
    starts_on: date | None,
    time: str,
    way: str,
    who: str,
) -> None:
    """Write the answer down; the database moves what it moves, whichever way it came. Raises Invalid."""
    _check(packet, answer, reason=reason, time=time, way=way)
    actor = acting().actor
    PacketAnswer.objects.create(
        controller_id=packet.controller_id,
        packet=packet,
        answer=answer,
        reason=reason.strip(),
        on=on,
        starts_on=starts_on,
        time=time,
        way=way,
        who=who,
        by=actor.staff_id,
        by_name=actor.name,
    )


def _check(packet: Packet, answer: str, *, reason: str, time: str, way: str) -> None:
    if answer not in codes.NEXT[packet.state]:
        raise Invalid(
            field="answer", message=_("Choose an answer. The packet may have been answered meanwhile.")
        )
    if answer == codes.ABSENT and (packet.kind != codes.COUNTY or way not in codes.WITHOUT_US):
        raise Invalid(field="answer", message=_("Choose an answer."))
    if answer == codes.DECLINED and not reason.strip():
        raise Invalid(field="reason", message=_("Write why not. The sender looks for another way with it."))
    if answer == codes.ASKED and not reason.strip():
        raise Invalid(field="reason", message=_("Write what you ask."))
    if time and time not in packet.offered:
        raise Invalid(field="time", message=_("Choose one of the times offered."))
    if answer == codes.ACCEPTED and packet.offered and packet.state == codes.SENT and not time:
        raise Invalid(field="time", message=_("Choose one of the times offered."))


def _tell_sender(packet: Packet) -> None:
    if packet.sent_by is not None:
        notify(
            staff=[packet.sent_by],
            code="packet_answered",
            route="desk:packet",
            thing=packet.pk,
            area_id=packet.area_id,
        )


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def chase_packet(*, packet_id: UUID, whom: str, again_on: date, note: str = "") -> None:
    """Note that a missing answer was asked for: of whom, and when to ask again. Responsibility stays where it is.

    Raises Invalid, Closed, NotFound.
    """
    packet, case = sent_packet(packet_id)
    on = acting().on
    if packet.state != codes.SENT:
        raise Invalid(field="whom", message=_("This packet has been answered already."))
    if not whom.strip():
        raise Invalid(field="whom", message=_("Write whom you asked."))
    if again_on <= on:
        raise Invalid(field="again_on", message=_("Give a day after today on which you ask again."))
    PacketChase.objects.create(
        controller_id=packet.controller_id,
        packet=packet,
        on=on,
        whom=whom.strip(),
        note=note.strip(),
        again_on=again_on,
        by=acting().actor.staff_id,
        by_name=acting().actor.name,
    )
    packet.chase_on = again_on
    packet.save(update_fields=["chase_on"])
    tell(case, "packet_chased", **receiver_of(packet), whom=whom.strip(), text=note.strip())
