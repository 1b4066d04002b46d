"""What a packet's table shows: field, content, what it is needed for."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from kotopolku.handovers.views import AnswerView, PacketRow, PacketView
from kotopolku.web.parts.dates import day, day_short
from kotopolku.web.parts.packet import words


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One field as it is shown; a masked one has no text at all."""

    name: str
    text: str
    need: str
    masked: bool = False


def lines(packet: PacketView) -> list[Line]:
    """Return the fields that were sent, then those held back because of a non-disclosure order."""
    return [
        *(
            Line(
                name=words.word(words.ITEMS, one.item),
                text=one.text,
                need=words.word(words.NEEDS, one.need),
            )
            for one in packet.items
        ),
        *(Line(name=words.word(words.ITEMS, item), text="", need="", masked=True) for item in packet.masked),
    ]


def to_whom(row: PacketRow) -> str:
    """Return the receiver's name, or that it is hidden."""
    return row.receiver or _("a municipality that is hidden")


def waited(days: int) -> str:
    """Return how long a packet has waited: "11 pv", or that it came today."""
    return ngettext("%(n)s day", "%(n)s days", days) % {"n": days} if days else _("today")


def answer_lines(packet: PacketView) -> list[str]:
    """Return the answers as sentences, the first first."""
    return [_said(one) for one in packet.answers]


def _said(one: AnswerView) -> str:
    parts = [
        _("%(day)s %(who)s %(what)s (%(way)s).")
        % {
            "day": day_short(one.on),
            "who": one.who,
            "what": words.word(words.ANSWERS_OF_THEIRS, one.answer),
            "way": words.word(words.WAYS, one.way),
        },
        _("Time: %(time)s.") % {"time": one.time} if one.time else "",
        _("Begins %(day)s.") % {"day": day(one.starts_on)} if one.starts_on else "",
        one.reason,
        _("Recorded by %(name)s.") % {"name": one.recorded_by} if one.recorded_by else "",
    ]
    return " ".join(part for part in parts if part)
