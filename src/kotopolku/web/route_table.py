"""Who gets which answer at which address: a row for every route, a column for every role.

A row names what each role is answered: GET, then POST with nothing in it. Roles whose duties do not open the room of
the address are answered as if it did not exist; nobody signed in is shown the sign-in page at every staff address,
whether the thing exists or not. `kotopolku check routes` prints the table whole and fails for a route without a row.
The rows stand in `kotopolku.web.route_rows`, a file for each room.
"""

from collections.abc import Iterator

from django.urls import URLPattern, URLResolver, get_resolver

from kotopolku.web.route_rows import desk, office, outside_rooms, partners
from kotopolku.web.route_rows.rows import COLUMNS, NOT_THERE, SIGN_IN, Row

__all__ = ["COLUMNS", "NOT_THERE", "SIGN_IN", "TABLE", "Row", "faults", "lines", "routes"]

# Pages for anybody, with tests of their own in every language; `parts` exists in a demo only.
ANYBODY = frozenset({"front", "public", "parts"})
TABLE: tuple[Row, ...] = (*outside_rooms.ROWS, *desk.ROWS, *office.ROWS, *partners.ROWS)


def routes(
    patterns: list[URLPattern | URLResolver] | None = None, *, space: str = "", before: str = ""
) -> Iterator[tuple[str, str]]:
    """Walk the program's map of addresses: (name with its namespace, address as written in the map)."""
    for one in get_resolver().url_patterns if patterns is None else patterns:
        written = before + str(one.pattern)
        if isinstance(one, URLResolver):
            inner = ":".join(filter(None, (space, one.namespace)))
            yield from routes(one.url_patterns, space=inner, before=written)
        else:
            yield ":".join(filter(None, (space, one.name or written))), f"/{written}"


def faults() -> list[str]:
    """Return one line a route without a row, a row without a route, and a row that stands twice."""
    walked = {name for name, _address in routes() if name.partition(":")[0] not in ANYBODY}
    named = [row.name for row in TABLE]
    return [
        *(f"{name} has no row in the table of routes" for name in sorted(walked - set(named))),
        *(f"{name} stands in the table of routes but has no address" for name in sorted(set(named) - walked)),
        *(f"{name} stands twice" for name in sorted({name for name in named if named.count(name) > 1})),
    ]


def lines() -> list[str]:
    """Return the table as text: address, then what each role is answered (GET/POST)."""
    where = dict(routes())
    head = ["address", *(role.value for role in COLUMNS)]
    body = [
        [where.get(row.name, row.name), *("/".join(map(str, row.answers[role])) for role in COLUMNS)]
        for row in TABLE
    ]
    widths = [max(len(line[at]) for line in (head, *body)) for at in range(len(head))]
    return ["  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
            for line in (head, *body)]  # fmt: skip
