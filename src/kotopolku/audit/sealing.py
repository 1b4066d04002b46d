"""Seal the log (lokin sinetöinti) and prove that nothing in it has been altered since.

Each day that is over gets one digest over its rows and the seal before it. Whoever alters, removes or slips in a row
would have to make every later seal anew; a copy of the last digest kept outside the database shows even that.
"""

from dataclasses import dataclass
from datetime import date

from django.db import connection

from kotopolku.audit.models import LogSeal


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """The first day whose seal does not match: what was sealed and what is there now; 0 rows wrong = the text is."""

    day: date
    what: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What a check of the seals found: days and rows under them, the last digest, and the first fault."""

    days: int
    rows: int
    last_day: date | None
    digest: str
    fault: Fault | None


def seal() -> int:
    """Seal every day that is over; return how many were sealed. A second run on the same day seals none."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT seal_log()")
        return int(cursor.fetchone()[0])


def verify(*, first: date | None = None, last: date | None = None) -> Verified:
    """Compute every seal of the days again, the whole log unless told otherwise; it reads all rows, as the owner."""
    former, before = "", None
    days = rows = 0
    for one in LogSeal.objects.order_by("day"):
        wanted = (first is None or one.day >= first) and (last is None or one.day <= last)
        if wanted:
            days, rows = days + 1, rows + one.rows
            what = _wrong(one, former=former, before=before)
            if what:
                return _verified(
                    days, rows, former=former, before=before, fault=Fault(day=one.day, what=what)
                )
        former, before = one.digest, one.day
        if last is not None and one.day >= last:
            break
    return _verified(days, rows, former=former, before=before, fault=_slipped_in(first=first, last=last))


def _verified(days: int, rows: int, *, former: str, before: date | None, fault: Fault | None) -> Verified:
    return Verified(days=days, rows=rows, last_day=before, digest=former, fault=fault)


def _wrong(one: LogSeal, *, former: str, before: date | None) -> str:
    if before is not None and (one.day - before).days != 1:
        return f"{(one.day - before).days - 1} seals before it are missing"
    with connection.cursor() as cursor:
        cursor.execute("SELECT digest, rows FROM log_digest(%s::int8multirange, %s)", [one.ids, former])
        digest, rows = cursor.fetchone()
    if rows != one.rows:
        return f"{one.rows} rows were sealed, {rows} are there"
    return "" if digest == one.digest else "a row, or a person it showed, is not what was sealed"


def _slipped_in(*, first: date | None, last: date | None) -> Fault | None:
    """Find the earliest day that has a row under no seal although the day is sealed and long over."""
    with connection.cursor() as cursor:
        cursor.execute(
            """
            SELECT (l.at AT TIME ZONE 'Europe/Helsinki')::date AS day, count(*) FROM log l
            WHERE l.at < (SELECT end_of_day(max(day) - 4) FROM log_seal)
                AND NOT l.id <@ (SELECT range_agg(ids::int8multirange) FROM log_seal)
                AND (l.at AT TIME ZONE 'Europe/Helsinki')::date BETWEEN
                    coalesce(%s, '-infinity'::date) AND coalesce(%s, 'infinity'::date)
            GROUP BY day ORDER BY day LIMIT 1
            """,
            [first, last],
        )
        row = cursor.fetchone()
    return Fault(day=row[0], what=f"{row[1]} rows stand under no seal") if row else None
