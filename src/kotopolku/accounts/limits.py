"""How often somebody may try within a while (pyyntörajoitus): counted in the database, so that all processes agree.

Whose tries they are is kept as a keyed digest, never as an address. Windows are fixed: at the seam of two, twice as
many may pass, which is fine for what this is for, slowing guesses and floods down.
"""

from dataclasses import dataclass
from datetime import datetime

from django.db import connection
from django.utils.crypto import salted_hmac


@dataclass(frozen=True, slots=True, kw_only=True)
class Limit:
    """At most `most` tries in `seconds`."""

    most: int
    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TooMany:
    """From when on, and in how many seconds, the next try counts."""

    until: datetime
    seconds: int


def one_more(scope: str, who: str, *, limit: Limit) -> TooMany | None:
    """Count a try of `who` at `scope`; return when to try again when it is one too many, else None."""
    key = salted_hmac("kotopolku.limits", f"{scope}\0{who}", algorithm="sha256").hexdigest()[:40]
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO rate_count (key, window_start, count)
            VALUES (%(key)s, to_timestamp(floor(extract(epoch FROM now()) / %(length)s) * %(length)s), 1)
            ON CONFLICT (key, window_start) DO UPDATE SET count = rate_count.count + 1
            RETURNING count, window_start + make_interval(secs => %(length)s),
                extract(epoch FROM window_start - now()) + %(length)s
            """,
            {"key": key, "length": limit.seconds},
        )
        count, until, seconds = cursor.fetchone()
    return TooMany(until=until, seconds=max(1, int(seconds))) if count > limit.most else None


def forget_old() -> int:
    """Delete counts of windows that ended over a day ago; return how many."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM rate_count WHERE window_start < now() - interval '1 day'")
        return int(cursor.rowcount)
