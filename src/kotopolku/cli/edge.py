"""The one place of the command line where a clock is read; everything below takes the day or the instant."""

import os
from datetime import UTC, date, datetime

from kotopolku.audit.helsinki import HELSINKI


def now() -> datetime:
    """Return the instant, in UTC."""
    return datetime.now(UTC)  # noqa: TID251 - the edge


def today() -> date:
    """Return the day in Helsinki, or the day `KOTOPOLKU_TODAY` (YYYY-MM-DD) says in demo and tests."""
    fixed = os.environ.get("KOTOPOLKU_TODAY")
    if fixed and "1" in {os.environ.get("KOTOPOLKU_DEMO"), os.environ.get("KOTOPOLKU_TESTING")}:
        return date.fromisoformat(fixed)
    return now().astimezone(HELSINKI).date()
