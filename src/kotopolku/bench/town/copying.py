"""Rows into a table by COPY: what is not given is filled with what the column's type calls nothing."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

import psycopg

_NOTHING: dict[str, Any] = {
    "boolean": False, "text": "", "integer": 0, "bigint": 0, "jsonb": "{}", "ARRAY": "{}",
    "date": date(2026, 1, 1), "uuid": UUID(int=0), "timestamp with time zone": datetime(2026, 1, 1),  # noqa: DTZ001
    "character varying": "",
}  # fmt: skip


def copy(
    plain: psycopg.Connection, table: str, columns: Sequence[str], rows: Iterable[Sequence[Any]]
) -> None:
    """Copy the rows in; columns that came later and do not matter to a benchmark need no change of it."""
    known = plain.execute(
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = %s "
        "AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'",
        [table],
    ).fetchall()
    rest = {name: _NOTHING[kind] for name, kind in known if name not in columns}
    names = ", ".join(f'"{name}"' for name in (*columns, *rest))
    filled = tuple(rest.values())
    with plain.cursor().copy(f'COPY "{table}" ({names}) FROM STDIN'.encode()) as target:
        for row in rows:
            target.write_row((*row, *filled))
