"""The panel "Luovutukset ja tehtävät" of the case page."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kotopolku.accounts.queries import AreaView
from kotopolku.cases.views import CaseView
from kotopolku.handovers import codes
from kotopolku.handovers.case_queries import move_of, owed_tasks, placement_of
from kotopolku.handovers.queries import packets_of_case, responsibility_of
from kotopolku.handovers.views import MoveView, OwedTask, PacketRow, PlacementView, ResponsibilityView
from kotopolku.people.views import PersonCard
from kotopolku.web.parts.badges import clock_badge
from kotopolku.web.parts.dates import day_short
from kotopolku.web.parts.packet import words
from kotopolku.web.parts.packet.lines import to_whom
from kotopolku.web.parts.shapes import ClockBadge, ClockKind


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketLine:
    """A packet in the panel; `late` is the words of its tag."""

    id: UUID
    title: str
    more: str
    late: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TaskLine:
    """What is owed to a measure; a day of our own is dashed."""

    title: str
    badge: ClockBadge | None
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """What the panel shows. `call` is true while the client must still be told by a person who answers now."""

    packets: tuple[PacketLine, ...]
    responsibility: tuple[str, ...]
    call: bool
    tasks: tuple[TaskLine, ...]
    move: str
    placement: str


def handover_panel(found: CaseView, person: PersonCard, *, area: AreaView, on: date) -> Panel:
    """Return the panel of a case."""
    periods = [(one.first_day, one.last_day) for one in person.periods if one.kind == "jobseeker"]
    rows = responsibility_of(found.id, person_id=found.person_id, periods=periods, on=on)
    placement = placement_of(found.id) if found.opened_because == "placement" else None
    move = move_of(found.id)
    return Panel(
        packets=tuple(_line(row, on) for row in packets_of_case(found.id)),
        responsibility=tuple(responsibility_lines(rows, area=area)),
        call=any(row.id is not None and row.told_on is None and not row.letter_under_way for row in rows),
        tasks=tuple(_task(one, on) for one in owed_tasks(found.id)),
        move=move_line(move, hidden=person.row.non_disclosure) if move else "",
        placement=_placement(placement) if placement else "",
    )


def _line(row: PacketRow, on: date) -> PacketLine:
    state = words.word(words.STATES, row.state)
    when = row.answered_on or row.sent_on
    more = f"{to_whom(row)}: {state}, {day_short(when)}"
    if row.state == codes.SENT:
        more = _("%(receiver)s: sent %(sent)s, answer by %(due)s") % {
            "receiver": to_whom(row),
            "sent": day_short(row.sent_on),
            "due": day_short(row.due_on),
        }
    return PacketLine(
        id=row.id, title=row.title, more=more, late=_("ask for the answer") if row.unanswered(on) else ""
    )


def responsibility_lines(rows: Sequence[ResponsibilityView], *, area: AreaView) -> list[str]:
    """Return lines such as "Vastuu: Turku 1.12. alkaen (3 §), ei kuitattu". No home municipality is named."""
    return [
        _("Responsible: %(who)s from %(day)s (3 §), %(state)s")
        % {
            "who": _authority(row.authority, area),
            "day": day_short(row.from_day),
            "state": _("acknowledged %(day)s") % {"day": day_short(row.acknowledged_on)}
            if row.acknowledged_on
            else _("not acknowledged"),
        }
        for row in rows
    ]


def _authority(code: str, area: AreaView) -> str:
    if code == "employment_authority" and area.employment_authority is not None:
        return area.employment_authority.pick(get_language() or "fi").text
    return words.word(words.AUTHORITIES, code)


def _task(one: OwedTask, on: date) -> TaskLine:
    kind = ClockKind.TARGET if one.own else ClockKind.LAW
    badge = clock_badge(kind=kind, due_on=one.due_on, on=on) if one.due_on else None
    return TaskLine(title=one.title, badge=badge, own=one.own)


def move_line(move: MoveView, *, hidden: bool) -> str:
    """Return the state of a move; of a client under a non-disclosure order it names no municipality."""
    said = {
        "to": _("a municipality that is hidden") if hidden else move.to,
        "day": day_short(move.registered_on),
    }
    if not move.consent:
        return _("Moves to %(to)s on %(day)s. Nothing is passed on.") % said
    if move.state == "waiting":
        return _("Moves to %(to)s on %(day)s. The work goes on there from that day.") % said
    return _("Moved to %(to)s on %(day)s.") % said


def _placement(row: PlacementView) -> str:
    if row.answer == "declined":
        return _("The municipality does not take the client.")
    if row.arrived_on is not None:
        return _("Arrived %(day)s. Still to do in the first week: %(n)s") % {
            "day": day_short(row.arrived_on),
            "n": len(row.undone),
        }
    if row.expected_on is not None:
        return _("Expected on %(day)s.") % {"day": day_short(row.expected_on)}
    return _("The proposal waits for the municipality's answer.")
