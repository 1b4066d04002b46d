"""Notices and sent letters as plain values for pages; what waits as numbers for those who see no clients."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Q, QuerySet

from kotopolku.audit.log import listed
from kotopolku.letters.access import own_notices, unread
from kotopolku.letters.models import Letter, Notice
from kotopolku.letters.sending import mail_works, ways_out

PAGE_ROWS = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeRow:
    """One notice of the acting member of staff."""

    id: UUID
    code: str
    params: dict[str, str]
    route: str
    thing: str
    created_at: datetime
    is_read: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterRow:
    """One letter of the outbox; no address, since what it shows is whether and when the message left."""

    id: UUID
    way: str
    recipient: str
    recipient_name: str
    template: str
    language: str
    subject: str
    body: str
    state: str
    attempts: int
    last_error: str
    next_try_at: datetime
    created_at: datetime
    sent_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slice[T]:
    """Some rows, newest first, and the id to ask on from ("" at the end)."""

    rows: tuple[T, ...]
    after: str = ""


def unread_notices() -> int:
    """Return how many new notices the acting member of staff has."""
    return unread().count()


def notices(*, after: UUID | None = None) -> Slice[NoticeRow]:
    """Return one's own notices, newest first; `after` continues below that one."""
    rows = _page(own_notices(), after)
    return Slice(
        rows=tuple(
            NoticeRow(
                id=row.pk,
                code=row.code,
                params=row.params,
                route=row.route,
                thing=row.thing,
                created_at=row.created_at,
                is_read=row.read_at is not None,
            )
            for row in rows[:PAGE_ROWS]
        ),
        after=str(rows[PAGE_ROWS - 1].pk) if len(rows) > PAGE_ROWS else "",
    )


def letters(*, after: UUID | None = None) -> Slice[LetterRow]:
    """Return the outbox as far as the duty reaches, newest first; the look at it is logged."""
    rows = _page(Letter.objects.select_related("staff", "organisation"), after)
    shown = rows[:PAGE_ROWS]
    listed(subject="letter", persons=[row.person_id for row in shown if row.person_id is not None])
    return Slice(
        rows=tuple(_letter(row) for row in shown),
        after=str(rows[PAGE_ROWS - 1].pk) if len(rows) > PAGE_ROWS else "",
    )


def _page[M: (Letter, Notice)](rows: QuerySet[M], after: UUID | None) -> list[M]:
    last = rows.filter(pk=after).first() if after else None
    if last is not None:
        rows = rows.filter(Q(created_at__lt=last.created_at) | Q(created_at=last.created_at, pk__lt=last.pk))
    return list(rows.order_by("-created_at", "-pk")[: PAGE_ROWS + 1])


def _letter(row: Letter) -> LetterRow:
    name = row.staff.name if row.staff else ""
    if row.organisation:
        name = row.organisation.names.pick("fi").text
    return LetterRow(
        id=row.pk,
        way=row.way,
        recipient=row.recipient,
        recipient_name=name,
        template=row.template,
        language=row.language,
        subject=row.subject,
        body=row.body,
        state=row.state,
        attempts=row.attempts,
        last_error=row.last_error,
        next_try_at=row.next_try_at,
        created_at=row.created_at,
        sent_at=row.sent_at,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class MailState:
    """Whether letters can leave, and how many there are in each state, in the whole area."""

    works: bool
    is_demo: bool
    counts: dict[str, int]

    @property
    def waiting(self) -> int:
        """Return how many have not left yet."""
        return sum(self.counts.get(state, 0) for state in ("waiting", "sending", "failed"))


def mail_state() -> MailState:
    """Return numbers only: an administrator sees no clients, and must still see that mail stands still."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT state, n FROM letter_counts()")
        counts = dict(cursor.fetchall())
    return MailState(works=mail_works(), is_demo=settings.DEMO, counts=counts)


def areas_with_letters_due() -> tuple[str, ...]:
    """Return the areas in which a message is due now that can leave; none while no server or gateway is set."""
    ways = sorted(ways_out())
    if not ways:
        return ()
    with connection.cursor() as cursor:
        cursor.execute("SELECT letters_due(%s)", [ways])
        return tuple(sorted(row[0] for row in cursor.fetchall()))
