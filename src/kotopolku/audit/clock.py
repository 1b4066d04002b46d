"""The time by the database's own clock, for what must be told apart within a day: letters, tickets, files."""

from datetime import datetime

from django.db import connection


def database_now() -> datetime:
    """Return the transaction's time. Rows are added by people who may not read them back, so no default tells it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT now()")
        found: datetime = cursor.fetchone()[0]
    return found
