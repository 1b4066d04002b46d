"""The line as plain values: an adviser's view of it, what anybody may see, closures, and a month in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, DateTimeField, ExpressionWrapper, Q
from django.db.models.functions import Now

from kotopolku.audit.acting import acting
from kotopolku.audit.clock import database_now
from kotopolku.letters.codes import GIVEN_UP
from kotopolku.line import board, codes
from kotopolku.line.access import ticket_for, undelivered_wishes, waiting_at, wish_of
from kotopolku.line.actions.calling import in_order
from kotopolku.line.board import Board
from kotopolku.line.entries import WishEntry
from kotopolku.line.models import Closure, LineCounter, Screen, Ticket
from kotopolku.line.speaking import speaking

_NOW = ExpressionWrapper(Now(), output_field=DateTimeField())


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketView:
    """A ticket as the desk sees it; `mine` tells that the acting adviser counsels in its language."""

    id: UUID
    number: int
    office: str
    channel: str
    language: str
    topics: tuple[str, ...]
    way: str
    state: str
    priority: str
    taken_at: datetime
    due_at: datetime
    room: str
    staff_id: int | None
    staff_name: str
    mine: bool
    for_me: bool

    @property
    def is_afar(self) -> bool:
        """True for what came by telephone, e-mail or the public page."""
        return self.office == codes.AFAR


@dataclass(frozen=True, slots=True, kw_only=True)
class WishView(WishEntry):
    """A wish as who answers it sees it; `answer_state` is the state of the letter that went out, "" without one."""

    meeting: str = ""
    answer_state: str = ""
    answer_error: str = ""
    undelivered_seen: bool = False

    @property
    def is_undelivered(self) -> bool:
        """True when an answer did not arrive and nobody has said yet that they saw it."""
        return self.answer_state == GIVEN_UP and not self.undelivered_seen


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskLine:
    """What an adviser at an office sees: what waits, in order, and what is in whose hands."""

    now: datetime
    waiting: tuple[TicketView, ...]
    in_hand: tuple[TicketView, ...]
    undelivered: tuple[TicketView, ...]  # answers that did not arrive
    board: Board

    def mine(self, staff_id: int | None) -> TicketView | None:
        """Return the ticket the adviser has."""
        return next((one for one in self.in_hand if one.staff_id == staff_id), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosureView:
    """A closure that has not ended."""

    id: int
    office: str
    starts_at: datetime
    ends_at: datetime
    reason: str


def desk_line(*, office: str) -> DeskLine:
    """Return the line of the acting adviser's area as it stands at an office."""
    actor = acting().actor
    assert actor.area_id is not None
    mine = speaking(actor.area_id, on=acting().on).of(actor.staff_id)
    rows = in_order(waiting_at(actor.area_id, office))
    busy = Ticket.objects.filter(area_id=actor.area_id, state__in=codes.IN_HAND).order_by("called_at")
    lost = Ticket.objects.filter(area_id=actor.area_id, pk__in=undelivered_wishes().values("pk"))
    shown = public_board(actor.area_id, office)
    return DeskLine(
        now=shown.now,
        waiting=tuple(_view(row, mine, actor.staff_id) for row in rows),
        in_hand=tuple(_view(row, mine, actor.staff_id) for row in busy),
        undelivered=tuple(_view(row, mine, actor.staff_id) for row in lost.order_by("ended_at")),
        board=shown,
    )


def ticket_view(ticket_id: UUID) -> TicketView:
    """Return one ticket of the acting duty's area. Raises NotFound."""
    actor = acting().actor
    mine = speaking(actor.area_id or "", on=acting().on).of(actor.staff_id)
    return _view(ticket_for(ticket_id), mine, actor.staff_id)


def wish(ticket_id: UUID) -> WishView | None:
    """Return how whoever holds the ticket wishes to be reached; None where nothing was told or a wall stands."""
    row = wish_of(ticket_id)
    if row is None:
        return None
    return WishView(
        name=row.name,
        phone=row.phone,
        email=row.email,
        text=row.text,
        left_in_box=tuple(row.left_in_box),
        meeting=row.meeting,
        answer_state=row.letter.state if row.letter else "",
        answer_error=row.letter.last_error if row.letter else "",
        undelivered_seen=row.undelivered_seen,
    )


def spoken_today(area_id: str, *, on: date, office: str = codes.AFAR) -> tuple[str, ...]:
    """Return the languages in which one is advised on the day at an office, or anywhere in the area."""
    return speaking(area_id, on=on).languages_at(office)


def public_board(area_id: str, office: str) -> Board:
    """Return what anybody may see of an office's line: one read of one small row."""
    row = LineCounter.objects.filter(area_id=area_id, office=office).annotate(now=_NOW).first()
    return _board(row) if row else empty_board(office)


def public_boards(area_id: str) -> dict[str, Board]:
    """Return what anybody may see of every office's line, by office: one read."""
    rows = LineCounter.objects.filter(area_id=area_id).annotate(now=_NOW)
    return {row.office: _board(row) for row in rows}


def _board(row: Any) -> Board:
    fresh = row.day == acting().on
    return board.read(row.shown, office=row.office, version=row.version, now=row.now, fresh=fresh)


def empty_board(office: str) -> Board:
    """Return the board of an office whose first number nobody has taken yet."""
    return board.read({}, office=office, version=0, now=database_now(), fresh=False)


def versions(area_id: str, office: str) -> str:
    """Return what changes whenever the line of an office, or what comes from afar, changes, and every minute."""
    rows = LineCounter.objects.filter(area_id=area_id, office__in=(office, codes.AFAR))
    found = rows.annotate(now=_NOW)
    known: Mapping[str, tuple[int, datetime]] = {row.office: (row.version, row.now) for row in found}
    minute = next((int(now.timestamp() // 60) for _version, now in known.values()), 0)
    numbers = [str(known[one][0]) if one in known else "0" for one in (office, codes.AFAR)]
    return "-".join([*numbers, str(minute)])


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnTicket:
    """A ticket as its holder sees it: the number, where it stands, and nothing of anybody else."""

    id: UUID
    number: int
    office: str
    state: str
    room: str
    due_at: datetime


def own_ticket(ticket_id: UUID, *, area_id: str) -> OwnTicket | None:
    """Return a ticket by its own address, which only its holder knows; None when there is none."""
    row = Ticket.objects.filter(pk=ticket_id, area_id=area_id).first()
    if row is None:
        return None
    return OwnTicket(
        id=row.pk,
        number=row.number,
        office=row.office,
        state=row.state,
        room=row.room,
        due_at=row.due_at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class LineMonth:
    """A month of the line in numbers; nobody's identity is needed. Shares are counts of `ended` or of `called`."""

    taken: int
    ended: int
    wait_median: int | None  # minutes at the door from taking to the call
    wait_p90: int | None
    abandoned: int  # left or did not come
    called: int
    own_language: int
    language_told: int
    served: int
    first_time: int  # served without having been moved
    priorities: tuple[tuple[str, int], ...]


def line_month(*, first: date) -> LineMonth:
    """Return the numbers of the line in the month that begins on `first`."""
    after = (first + timedelta(days=32)).replace(day=1)
    rows = Ticket.objects.filter(area_id=acting().actor.area_id, day__gte=first, day__lt=after)
    found = rows.aggregate(
        taken=Count("id"),
        ended=Count("id", filter=Q(state__in=codes.ENDED)),
        abandoned=Count("id", filter=Q(state__in=(codes.LEFT, codes.NO_SHOW))),
        called=Count("id", filter=Q(called_at__isnull=False)),
        in_own=Count("id", filter=Q(own_language=True)),
        language_told=Count("id", filter=Q(own_language__isnull=False)),
        served=Count("id", filter=Q(state=codes.SERVED)),
        first_time=Count("id", filter=Q(state=codes.SERVED, moves=0)),
    )
    door = rows.filter(channel__in=codes.AT_DOOR, called_at__isnull=False)
    waits = sorted(
        int((called - taken).total_seconds() // 60)
        for called, taken in door.values_list("called_at", "taken_at")
        if called is not None
    )
    first_reasons = rows.exclude(priority="").values_list("priority").annotate(n=Count("id")).order_by("-n")
    return LineMonth(
        wait_median=waits[len(waits) // 2] if waits else None,
        wait_p90=waits[len(waits) * 9 // 10] if waits else None,
        priorities=tuple((code, n) for code, n in first_reasons),
        own_language=found.pop("in_own"),
        **found,
    )


def closures(area_id: str) -> tuple[ClosureView, ...]:
    """Return the closures of the area that have not ended."""
    rows = Closure.objects.filter(area_id=area_id, ends_at__gt=Now()).order_by("starts_at")
    return tuple(
        ClosureView(
            id=row.pk, office=row.office, starts_at=row.starts_at, ends_at=row.ends_at, reason=row.reason
        )
        for row in rows
    )


def shut_between(area_id: str, first: datetime, last: datetime) -> tuple[tuple[str, datetime, datetime], ...]:
    """Return office ("": every one), beginning and end of the closures between two instants; asked by SHUT_WHEN."""
    rows = Closure.objects.filter(area_id=area_id, starts_at__lt=last, ends_at__gt=first)
    return tuple(rows.order_by("starts_at").values_list("office", "starts_at", "ends_at"))


def office_of_screen(device_id: UUID) -> str:
    """Return the office where a kiosk or a wall screen stands; "" before anybody has said so."""
    row = Screen.objects.filter(device=device_id).first()
    return row.office if row else ""


def _view(row: Ticket, mine: frozenset[str], staff_id: int | None) -> TicketView:
    return TicketView(
        id=row.pk,
        number=row.number,
        office=row.office,
        channel=row.channel,
        language=row.language,
        topics=tuple(row.topics),
        way=row.way,
        state=row.state,
        priority=row.priority,
        taken_at=row.taken_at,
        due_at=row.due_at,
        room=row.room,
        staff_id=row.staff_id,
        staff_name=row.staff_name,
        mine=bool(row.language) and row.language in mine,
        for_me=row.for_staff is not None and row.for_staff == staff_id,
    )
