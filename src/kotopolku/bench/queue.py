"""The line of advice under load: tickets taken, called by advisers and watched from the wait page, through the server.

`kotopolku bench queue --tickets 50 --advisers 20 --watchers 200 --seconds 60 --json`: tickets a minute, each adviser
calls, polls every 3 s and ends the number; each watcher asks every 15 s with its ETag. What the load itself and the
server with its database connections took of a processor is told apart. `double_calls` must be 0.
"""

import argparse
import http.client
import json
import math
import os
import random
import re
import resource
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any
from urllib.parse import urlencode, urlsplit

import psycopg

from kotopolku.bench.town.copying import copy
from kotopolku.bench.town.founding import found
from kotopolku.bench.town.people import AREA, OFFICERS, ON, SEED

NEEDS_DATABASE = NEEDS_SERVER = True
OFFICE = "office"
IN_HAND = re.compile(rb"line-mine.*?/desk/line/([0-9a-f-]{36})/", re.S)
Serve = Callable[[Mapping[str, str]], AbstractContextManager[str]]


@dataclass(slots=True)
class Load:
    """What the threads of the load share: where, until when, and what they measured."""

    address: str
    until: float
    calls: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    taken: int = 0
    errors: int = 0


def run(argv: list[str], *, urls: Mapping[str, str], serve: Serve) -> int:
    """Found the area, run the load, print the figures and, with --json, repeat them as the last line."""
    parser = argparse.ArgumentParser(prog="kotopolku bench queue", description=__doc__)
    parser.add_argument("--tickets", type=int, default=50, help="tickets a minute (default 50)")
    parser.add_argument("--advisers", type=int, default=20, help="advisers at work (default 20)")
    parser.add_argument("--watchers", type=int, default=200, help="watchers of the wait page (default 200)")
    parser.add_argument("--seconds", type=int, default=60, help="how long (default 60)")
    parser.add_argument("--json", action="store_true", help="print the figures as the last line")
    options = parser.parse_args(argv)
    environment = {
        "DATABASE_URL": urls["kotopolku_app"], "KOTOPOLKU_DEMO": "1", "KOTOPOLKU_TODAY": ON.isoformat(),
        "DJANGO_SETTINGS_MODULE": "kotopolku.settings",
    }  # fmt: skip
    with psycopg.connect(urls["postgres"]) as plain:
        found(plain)
        hours = [{"access": "walk_in", "days": ["tue"], "opens": "00:00", "closes": "23:59"}]
        names = {"fi": "Neuvonta"}
        facts = {"id": OFFICE, "kind": "office", "municipality": "m1", "name": names, "opening": hours}
        copy(plain, "place", ("area_id", "code", "position", "facts"), [(AREA, OFFICE, 0, json.dumps(facts))])
    os.environ |= environment
    cookies = _signed_in(min(options.advisers, OFFICERS))
    own, served = _cpu(resource.RUSAGE_SELF), _cpu(resource.RUSAGE_CHILDREN)
    with serve(os.environ | environment) as address:
        load = Load(address=address, until=perf_counter() + options.seconds)
        _run_all(load, cookies, options)
    with psycopg.connect(urls["postgres"]) as plain:
        doubles = plain.execute(
            "SELECT coalesce(sum(calls - 1), 0) FROM line_ticket WHERE calls > 1"
        ).fetchone()
    figures: dict[str, Any] = {
        "tickets_per_minute": round(load.taken * 60 / options.seconds, 1),
        "calls": len(load.calls),
        "call_p95_ms": _p95(load.calls),
        "wait_page_p95_ms": _p95(load.waits),
        "wait_page_asked": len(load.waits),
        "errors": load.errors,
        "double_calls": int(doubles[0]) if doubles else 0,
        "load_cpu_share": round((_cpu(resource.RUSAGE_SELF) - own) / options.seconds, 2),
        "server_cpu_share": round((_cpu(resource.RUSAGE_CHILDREN) - served) / options.seconds, 2),
    }
    for name, figure in figures.items():
        print(f"{name.replace('_', ' '):<24} {figure:>10}")
    if options.json:
        print(json.dumps({"name": "queue", "figures": figures}))
    return 0


def _run_all(load: Load, cookies: list[str], options: argparse.Namespace) -> None:
    each = 15
    groups = [range(n, min(n + each, options.watchers)) for n in range(0, options.watchers, each)]
    threads = [threading.Thread(target=_take, args=(load, options.tickets))]
    threads += [threading.Thread(target=_advise, args=(load, cookie)) for cookie in cookies]
    threads += [threading.Thread(target=_watch, args=(load, len(group))) for group in groups]
    for one in threads:
        one.start()
    for one in threads:
        one.join()


def _take(load: Load, a_minute: int) -> None:
    """Take places as kiosks do, evenly over the time; straight by the action, since a kiosk has no limit of tries."""
    from django.db import connection

    from kotopolku.audit.acting import acting_as
    from kotopolku.audit.actor import ANYBODY
    from kotopolku.line.actions import take_place
    from kotopolku.line.entries import TicketEntry

    dice = random.Random(SEED)
    try:
        while perf_counter() < load.until:
            with acting_as(ANYBODY, on=ON):
                entry = TicketEntry(
                    office=OFFICE, channel="kiosk", language=dice.choice(("fi", "ar", "uk", "so"))
                )
                take_place(area_id=AREA, entry=entry)
            load.taken += 1
            time.sleep(60 / a_minute)
    finally:
        connection.close()


def _advise(load: Load, cookie: str) -> None:
    browser = _Browser(load, cookie)
    while perf_counter() < load.until:
        took, _status, _page, _tag = browser.ask("/desk/line/next/", {})
        _status, page = browser.ask("/desk/line/now/")[1:3]
        mine = IN_HAND.search(page)
        if mine:
            load.calls.append(took)
            browser.ask(f"/desk/line/{mine[1].decode()}/", {"act": "no_show"})
        time.sleep(3)


def _watch(load: Load, number: int) -> None:
    browser, tags = _Browser(load, ""), [""] * number
    while perf_counter() < load.until:
        for one in range(number):
            took, _status, _page, tag = browser.ask("/fi/line/now/", tag=tags[one])
            tags[one] = tag or tags[one]
            load.waits.append(took)
            time.sleep(15 / number)


class _Browser:
    """One kept-alive connection; what is neither an answer nor "nothing new" counts as an error."""

    def __init__(self, load: Load, cookie: str) -> None:
        parts = urlsplit(load.address)
        self._load = load
        self._connection = http.client.HTTPConnection(str(parts.hostname), parts.port, timeout=60)
        self._cookies = f"{cookie}; csrftoken={'a' * 32}"

    def ask(
        self, address: str, sent: dict[str, str] | None = None, *, tag: str = ""
    ) -> tuple[float, int, bytes, str]:
        """Return the milliseconds until the whole answer was here, its status, page and ETag."""
        headers, body = {"Cookie": self._cookies}, None
        if tag:
            headers["If-None-Match"] = tag
        if sent is not None:
            body = urlencode({**sent, "csrfmiddlewaretoken": "a" * 32})
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        begun = perf_counter()
        self._connection.request("GET" if sent is None else "POST", address, body, headers)
        answer = self._connection.getresponse()
        page = answer.read()
        took = (perf_counter() - begun) * 1000
        if answer.status not in {200, 302, 304} or "/sign-in/" in answer.headers.get("Location", ""):
            self._load.errors += 1
        return took, answer.status, page, answer.headers.get("ETag") or ""


def _signed_in(number: int) -> list[str]:
    """Return the session cookies of so many advisers."""
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from kotopolku.accounts.models import Staff
    from kotopolku.accounts.sign_in_sessions import begin

    cookies = []
    for staff in Staff.objects.order_by("pk")[:number]:
        session = SessionStore()
        session[SESSION_KEY] = str(staff.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = staff.get_session_auth_hash()
        begin(session, way="password", now=time.time())
        session.save()
        cookies.append(f"{settings.SESSION_COOKIE_NAME}={session.session_key}")
    return cookies


def _cpu(who: int) -> float:
    used = resource.getrusage(who)
    return used.ru_utime + used.ru_stime


def _p95(times: list[float]) -> float:
    ordered = sorted(times)
    return round(ordered[math.ceil(len(ordered) * 0.95) - 1], 1) if ordered else 0.0
