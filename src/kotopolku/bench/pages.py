"""What today, list, search, one file and registering take through the real server, beside the same SQL alone.

`kotopolku bench pages --cases 100000 --json`: one area by COPY from a fixed seed, the real server with one worker, an
officer signed in, walls and log on. `NAME_sql` is the SQL of that page, caught once and sent again through bare psycopg
by the same role under the same duty; `empty` is a signed-in page that shows no client. Milliseconds, median and 95 %.
"""

import argparse
import http.client
import json
import math
import os
import random
import statistics
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from time import perf_counter
from typing import Any
from urllib.parse import urlencode, urlsplit
from uuid import UUID

import psycopg

from kotopolku.bench.town.founding import found
from kotopolku.bench.town.people import FAMILY, ON, SEED, SYLLABLES, fill
from kotopolku.bench.town.visiting import Caught, Request, bare, signed_in, statements

NEEDS_DATABASE = NEEDS_SERVER = True
PAGES = ("empty", "today", "list", "search", "detail", "create")
Serve = Callable[[Mapping[str, str]], AbstractContextManager[str]]


def run(argv: list[str], *, urls: Mapping[str, str], serve: Serve) -> int:
    """Fill the database, measure, print a table and, with --json, the figures as the last line."""
    parser = argparse.ArgumentParser(prog="kotopolku bench pages", description=__doc__)
    parser.add_argument("--cases", type=int, default=100_000, help="how many cases (default 100,000)")
    parser.add_argument(
        "--rounds", type=int, default=60, help="how often each page is asked for (default 60)"
    )
    parser.add_argument("--json", action="store_true", help="print the figures as the last line")
    options = parser.parse_args(argv)
    environment = {
        "DATABASE_URL": urls["kotopolku_app"], "KOTOPOLKU_DEMO": "1", "KOTOPOLKU_TODAY": ON.isoformat(),
        "DJANGO_SETTINGS_MODULE": "kotopolku.settings",
    }  # fmt: skip
    begun = perf_counter()
    with psycopg.connect(urls["postgres"]) as plain:
        plain.execute("SET session_replication_role = replica")  # no triggers and no key checks while copying
        found(plain)
        own, some = fill(plain, cases=options.cases)
        plain.commit()
        plain.autocommit = True
        plain.execute("VACUUM ANALYZE")
    figures: dict[str, Any] = {"cases": options.cases, "filled_seconds": round(perf_counter() - begun, 1)}
    os.environ |= environment
    cookie = signed_in()
    with serve(os.environ | environment) as address:
        browser = _Browser(address, cookie)
        for name in PAGES:
            wanted = _requests(name, own, some)
            for _warm in range(3):
                browser.ask(next(wanted))
            figures |= _figures(name, [browser.ask(next(wanted)) for _round in range(options.rounds)])
    for name in PAGES:
        figures |= _figures(
            f"{name}_sql",
            _sql(urls["kotopolku_app"], _requests(name, own, some, run="sql"), cookie, options.rounds),
        )
    _print(figures)
    if options.json:
        print(json.dumps({"name": "pages", "figures": figures}))
    return 0


def _requests(name: str, own: list[UUID], some: list[UUID], *, run: str = "") -> Iterator[Request]:
    """Return the requests for one page, never quite the same twice; a fixed seed for each `run`."""
    dice = random.Random(f"{SEED} {name} {run}")
    number = 0
    while True:
        number += 1
        second = "".join(dice.choices(SYLLABLES, k=2))
        match name:
            case "empty":
                yield "/desk/settings/", None
            case "today":
                yield "/desk/", None
            case "list":
                after = {"after": str(dice.choice(some))} if number % 3 else {}
                yield f"/desk/people/?{urlencode({'state': 'open', **after})}", None
            case "search":
                yield "/desk/people/find/", {"q": f"{dice.choice(FAMILY)[:3]} {second}"}
            case "detail":
                yield f"/desk/cases/{dice.choice(own)}/", None
            case _:
                # Names like nobody's: the look for who is there already finds none.
                given, family = ("".join(dice.choices(SYLLABLES, k=6)).capitalize() for _name in range(2))
                place = str(number % 5 + 1)
                sent = {
                    "given_names": given,
                    "family_name": family,
                    "municipality": place,
                    "source": "person",
                }
                yield "/desk/people/new/", sent


class _Browser:
    """One kept-alive connection with the session's cookies, as a browser has."""

    def __init__(self, address: str, cookie: tuple[str, str]) -> None:
        parts = urlsplit(address)
        self._connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=60)
        self._token = "a" * 32
        self._cookies = f"{cookie[0]}={cookie[1]}; csrftoken={self._token}"

    def ask(self, request: Request) -> float:
        """Return the milliseconds until the whole answer is here; raises RuntimeError when it is an error."""
        address, sent = request
        headers = {"Cookie": self._cookies}
        body = None
        if sent is not None:
            body = urlencode({**sent, "csrfmiddlewaretoken": self._token})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        begun = perf_counter()
        self._connection.request("POST" if sent is not None else "GET", address, body, headers)
        answer = self._connection.getresponse()
        page = answer.read()
        took = (perf_counter() - begun) * 1000
        if answer.status not in {200, 302} or "/sign-in/" in answer.headers.get("Location", ""):
            raise RuntimeError(f"{address} answered {answer.status}: {page[:300]!r}")
        return took


def _sql(url: str, wanted: Iterator[Request], cookie: tuple[str, str], rounds: int) -> list[float]:
    """Return the milliseconds of the page's own statements through bare psycopg, each round with another request."""
    times = []
    with bare(url) as connection:
        for _round in range(max(1, min(rounds, 20))):
            caught = statements(next(wanted), cookie)
            times += [_replay(connection, caught) for _again in range(2)][1:]
    return times


def _replay(connection: psycopg.Connection, caught: Caught) -> float:
    begun = perf_counter()
    with connection.cursor() as cursor:
        for sql, params in caught:
            cursor.execute(sql.encode(), params)
            if cursor.description is not None:
                cursor.fetchall()
    took = (perf_counter() - begun) * 1000
    connection.rollback()
    return took


def _figures(name: str, times: list[float]) -> dict[str, float]:
    ordered = sorted(times)
    return {
        f"{name}_ms" if not name.endswith("_sql") else name: round(statistics.median(ordered), 2),
        f"{name}_p95": round(ordered[math.ceil(len(ordered) * 0.95) - 1], 2),
    }


def _print(figures: Mapping[str, Any]) -> None:
    print(f"{figures['cases']} cases, filled in {figures['filled_seconds']} s")
    print(f"{'page':<8} {'ms':>8} {'95 %':>8} {'sql ms':>8} {'aim ms':>8}")
    for name in PAGES:
        sql = figures[f"{name}_sql"]
        more = 8 if name in {"search", "create"} else 6
        aim = "" if name == "empty" else f"{figures['empty_ms'] + 2 * sql + more:>8.2f}"
        print(f"{name:<8} {figures[f'{name}_ms']:>8.2f} {figures[f'{name}_p95']:>8.2f} {sql:>8.2f} {aim}")
