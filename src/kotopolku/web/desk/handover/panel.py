"""The panel "Luovutukset ja tehtävät" of the case page."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from kotopolku.handovers import codes
from kotopolku.handovers.queries import packets_of_case
from kotopolku.handovers.views import PacketRow
from kotopolku.web.parts.dates import day_short
from kotopolku.web.parts.packet import words


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketLine:
    """A packet in the panel; `late` is the words of its tag."""

    id: UUID
    title: str
    more: str
    late: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """What the panel shows."""

    packets: tuple[PacketLine, ...]


def handover_panel(case_id: UUID, *, on: date) -> Panel:
    """Return the panel of a case."""
    return Panel(packets=tuple(_line(row, on) for row in packets_of_case(case_id)))


def _line(row: PacketRow, on: date) -> PacketLine:
    state = words.word(words.STATES, row.state)
    when = row.answered_on or row.sent_on
    more = f"{row.receiver}: {state}, {day_short(when)}"
    if row.state == codes.SENT:
        more = _("%(receiver)s: sent %(sent)s, answer by %(due)s") % {
            "receiver": row.receiver,
            "sent": day_short(row.sent_on),
            "due": day_short(row.due_on),
        }
    return PacketLine(
        id=row.id, title=row.title, more=more, late=_("ask for the answer") if row.unanswered(on) else ""
    )
