"""The line as the desk draws it: a column beside the log, the same on the page and in what polling brings."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings as django_settings
from django.utils.translation import gettext as _

from kotopolku.advice.queries import advice_settings
from kotopolku.advice.settings import AdviceSettings
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.line.codes import CHANNEL_OF
from kotopolku.line.queries import DeskLine, TicketView, desk_line, wish
from kotopolku.services.entries import Place
from kotopolku.services.queries import places
from kotopolku.web.desk.line import words
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import clock_time, duration
from kotopolku.web.parts.requests import PageRequest

CHOSEN = "line_place"  # of the session: at which office and in which room one works


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One ticket as a row: who waits since when, for what, in which language, and the own target."""

    id: UUID
    number: str
    language: str
    mine: bool
    what: str
    icon: str
    icon_says: str
    wait: str
    target: str
    late: bool
    priority: str
    for_me: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Station:
    """At which office and in which room the adviser works, of which offices."""

    office: str
    room: str
    offices: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """Return the office's name."""
        return dict(self.offices).get(self.office, "")


def station(request: PageRequest, known: tuple[Place, ...] | None = None) -> Station:
    """Return where the signed-in adviser works: as chosen in this session, else the first office."""
    offices = tuple(
        (one.id, one.name.get("fi", one.id)) for one in (places(request.area.id) if known is None else known)
    )
    chosen: Mapping[str, str] = request.session.get(CHOSEN, {})
    office = chosen.get("office", "")
    if office not in dict(offices):
        office = offices[0][0] if offices else ""
    return Station(office=office, room=chosen.get("room", ""), offices=offices)


def column(request: PageRequest, where: Station, rules: AdviceSettings | None = None) -> dict[str, Any]:
    """Return what `desk/line/column.html` draws."""
    found = desk_line(office=where.office)
    settings = rules or advice_settings(request.area.id)
    mine = found.mine(request.actor.staff_id)
    asked = wish(mine.id) if mine and mine.is_afar else None
    waiting = [row_of(one, settings, now=found.now) for one in found.waiting]
    return {
        "station": where,
        "waiting": waiting,
        "waiting_count": len(waiting),
        "wait_now": duration(found.board.minutes) if found.board.minutes else "",
        "mine": mine,
        "mine_row": row_of(mine, settings, now=found.now) if mine else None,
        "mine_wish": asked,
        "left_in_box": [codes.word(words.LEFT_IN_BOX, one) for one in asked.left_in_box] if asked else [],
        "video": bool(django_settings.VIDEO),
        "undelivered": [row_of(one, settings, now=found.now) for one in found.undelivered],
        "others": _others(found, request.actor.staff_id),
        "shut": found.board.shut,
        "shut_says": shut_says(found) if found.board.shut else "",
    }


def row_of(one: TicketView, rules: AdviceSettings, *, now: datetime) -> Row:
    """Return a ticket as a row of the line."""
    topics = [topic.name.pick("fi").text for code in one.topics if (topic := rules.topic(code))]
    minutes = max(0, int((now - one.taken_at).total_seconds() // 60))
    days = minutes // (24 * 60)
    due = one.due_at.astimezone(HELSINKI)
    day = "" if due.date() == now.astimezone(HELSINKI).date() else f"{due.day}.{due.month}. "
    return Row(
        id=one.id,
        number=number_of(one),
        language=language_name(one.language) or _("language not told"),
        mine=one.mine,
        what=", ".join(topics) or (codes.word(words.CHANNELS, one.channel) if one.is_afar else _("not told")),
        icon=words.CHANNEL_ICONS[one.channel],
        icon_says=codes.word(words.CHANNELS, one.channel),
        wait=_("%(days)s days") % {"days": days} if days else duration(minutes),
        target=day + clock_time(due.time()),
        late=now > one.due_at,
        priority=codes.word(words.PRIORITIES, one.priority) if one.priority else "",
        for_me=one.for_me,
    )


def number_of(one: TicketView) -> str:
    """Return the number as it is called; what came from afar has a letter before it."""
    return f"P{one.number}" if one.is_afar else str(one.number)


def begun(mine: TicketView | None, *, place: str) -> dict[str, object] | None:
    """Return what the log's form begins with for the number in hand; None without one."""
    if mine is None:
        return None
    return {
        "place": mine.office or place,
        "channel": CHANNEL_OF.get(mine.channel, "walk_in"),
        "language": mine.language,
        "interpreter": "own_language" if mine.mine else None,
        "topics": list(mine.topics),
    }


def shut_says(found: DeskLine) -> str:
    """Return until when and why the office is closed."""
    shut = found.board.shut
    assert shut is not None
    return _("Closed until %(time)s: %(reason)s") % {
        "time": clock_time(shut.ends_at.astimezone(HELSINKI).time()),
        "reason": codes.word(words.REASONS, shut.reason),
    }


def _others(found: DeskLine, staff_id: int | None) -> list[str]:
    return [f"{number_of(one)} {one.staff_name}" for one in found.in_hand if one.staff_id != staff_id]
