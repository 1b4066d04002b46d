"""What row-level security costs on list, count, search and one file: the pages' own statements, with walls and without.

`kotopolku bench walls --cases 200000 --json`: the town of `bench pages` by COPY from a fixed seed. The statements of
each page are caught as it is asked for and sent again through bare psycopg: as the application role under the duty of
who asked, and as a role that bypasses the walls. The officer's duty covers the whole town and a county worker's pages
ask for granted cases by themselves, so both must answer with as many rows. Milliseconds of a page's statements, median.
"""

import argparse
import json
import os
import random
import statistics
from collections.abc import Iterator, Mapping
from datetime import date
from time import perf_counter
from typing import Any
from uuid import UUID

import psycopg

from kotopolku.bench.town.copying import copy
from kotopolku.bench.town.founding import found
from kotopolku.bench.town.people import AREA, FAMILY, MUNICIPALITIES, ON, SEED, SYLLABLES, clients, fill
from kotopolku.bench.town.visiting import Caught, Request, bare, signed_in, statements

NEEDS_DATABASE = True
COUNTY, COUNTY_STAFF, GRANTED = 900, 900, 200
#: What is measured: whose page, its address by the dice, and which of its statements (all, if not said).
MEASURES = ("list", "count", "search", "detail", "granted_list", "granted_detail")


def run(argv: list[str], *, urls: Mapping[str, str]) -> int:
    """Fill the database, measure, print a table and, with --json, the figures as the last line."""
    parser = argparse.ArgumentParser(prog="kotopolku bench walls", description=__doc__)
    parser.add_argument("--cases", type=int, default=200_000, help="how many cases (default 200,000)")
    parser.add_argument("--rounds", type=int, default=20, help="different requests of each kind (default 20)")
    parser.add_argument("--json", action="store_true", help="print the figures as the last line")
    options = parser.parse_args(argv)
    begun = perf_counter()
    with psycopg.connect(urls["postgres"]) as plain:
        plain.execute("SET session_replication_role = replica")  # no triggers and no key checks while copying
        found(plain)
        own, _some = fill(plain, cases=options.cases)
        granted = _county(plain, cases=options.cases)
        plain.commit()
        plain.autocommit = True
        plain.execute("VACUUM ANALYZE")
    figures: dict[str, Any] = {"cases": options.cases, "filled_seconds": round(perf_counter() - begun, 1)}
    os.environ |= {
        "DATABASE_URL": urls["kotopolku_app"], "KOTOPOLKU_DEMO": "1", "KOTOPOLKU_TODAY": ON.isoformat(),
        "DJANGO_SETTINGS_MODULE": "kotopolku.settings",
    }  # fmt: skip
    cookies = {"officer": signed_in(), "county": signed_in(COUNTY_STAFF)}
    print(f"{options.cases} cases, filled in {figures['filled_seconds']} s")
    print(f"{'page':<15} {'walls ms':>9} {'without ms':>11} {'ratio':>6} {'statements':>11}")
    with bare(urls["kotopolku_app"]) as app, bare(urls["postgres"]) as free:
        for name in MEASURES:
            cookie = cookies["county" if name.startswith("granted") else "officer"]
            asked = _requests(name, own, granted)
            figures |= _measure(name, asked, cookie, app=app, free=free, rounds=options.rounds)
    if options.json:
        print(json.dumps({"name": "walls", "figures": figures}))
    return 0


def _county(plain: psycopg.Connection, *, cases: int) -> list[UUID]:
    """Make a county, a worker of it, and grants of the town's first cases to it; return those cases."""
    name = '{"fi": {"text": "Hyvinvointialue", "status": "original"}}'
    copy(plain, "organisation", ("id", "code", "kind", "names"), [(COUNTY, "county", "county", name)])
    copy(
        plain, "staff", ("id", "username", "name", "password", "language", "single_keys", "is_active"),
        [(COUNTY_STAFF, "county", "Alueen työntekijä", "!", "fi", True, True)],
    )  # fmt: skip
    copy(
        plain, "duty",
        ("id", "staff_id", "organisation_id", "area_id", "role", "groups", "purpose", "valid_from", "valid_to",
         "granted_by", "reason"),
        [(COUNTY_STAFF, COUNTY_STAFF, COUNTY, AREA, "county_worker", "{minors,sensitive}", "bench",
          date(2020, 1, 1), date(2030, 1, 1), "bench", "bench")],
    )  # fmt: skip
    mine = [one for one, _number in zip(clients(cases), range(GRANTED), strict=False)]
    copy(
        plain, "case_grant",
        ("controller_id", "case_id", "organisation_id", "scope", "first_day", "last_day", "reason",
         "granted_by_name"),
        ((one.controller, one.case, COUNTY, "county_part", ON, date(2027, 1, 31), "bench", "bench") for one in mine),
    )  # fmt: skip
    return [one.case for one in mine]


def _requests(name: str, own: list[UUID], granted: list[UUID]) -> Iterator[Request]:
    """Return the requests of one kind, never quite the same twice, from a fixed seed."""
    dice = random.Random(f"{SEED} walls {name}")
    while True:
        match name:
            case "list":
                yield f"/desk/people/?state=open&municipality={dice.randrange(MUNICIPALITIES) + 1}", None
            case "count":
                yield "/desk/", None
            case "search":
                yield (
                    "/desk/people/find/",
                    {"q": f"{dice.choice(FAMILY)[:3]} {''.join(dice.choices(SYLLABLES, k=2))}"},
                )
            case "detail":
                yield f"/desk/cases/{dice.choice(own)}/", None
            case "granted_list":
                yield "/partner/", None
            case _:
                yield f"/partner/cases/{dice.choice(granted)}/", None


def _measure(
    name: str,
    asked: Iterator[Request],
    cookie: tuple[str, str],
    *,
    app: psycopg.Connection,
    free: psycopg.Connection,
    rounds: int,
) -> dict[str, float]:
    with_walls: list[float] = []
    without: list[float] = []
    timed: set[int] = set()
    for _round in range(rounds):
        page = statements(next(asked), cookie)
        timed = {at for at, (sql, _params) in enumerate(page) if name != "count" or "COUNT(" in sql.upper()}
        rows = []
        for connection, times in ((app, with_walls), (free, without)):
            _replay(connection, page, timed)  # once unmeasured, so that neither finds the other's pages warm
            took, answered = _replay(connection, page, timed)
            times.append(took)
            rows.append(answered)
        if rows[0] != rows[1]:
            raise RuntimeError(
                f"{name}: {rows[0]} rows with walls, {rows[1]} without; they must answer alike"
            )
    walls, free_of_them = statistics.median(with_walls), statistics.median(without)
    print(f"{name:<15} {walls:>9.2f} {free_of_them:>11.2f} {walls / free_of_them:>6.2f} {len(timed):>11}")
    return {f"{name}_ms": round(walls, 3), f"{name}_without_ms": round(free_of_them, 3)}


def _replay(connection: psycopg.Connection, page: Caught, timed: set[int]) -> tuple[float, list[int]]:
    """Send a page's statements and undo them; return the milliseconds of those timed, and the rows of each."""
    took, rows = 0.0, []
    with connection.cursor() as cursor:
        for at, (sql, params) in enumerate(page):
            begun = perf_counter()
            cursor.execute(sql.encode(), params)
            answer = cursor.fetchall() if cursor.description is not None else []
            if at in timed:
                took += perf_counter() - begun
                rows.append(len(answer))
    connection.rollback()
    return took * 1000, rows
