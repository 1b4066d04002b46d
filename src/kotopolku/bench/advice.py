"""The log of advice with very many visits: a day's list and a month's numbers, as the adviser's duty sees them.

`kotopolku bench advice --visits 1000000 --json`: two years of visits by COPY from a fixed seed; milliseconds, median
and the slowest of the rounds, under the walls.
"""

import argparse
import json
import os
import random
import statistics
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta
from time import perf_counter
from typing import Any
from uuid import UUID

import psycopg

from kotopolku.bench.town.copying import copy
from kotopolku.bench.town.founding import found
from kotopolku.bench.town.people import AREA, MUNICIPALITIES, ON, SEED

NEEDS_DATABASE = True
DAYS = 730
TOPICS = ("benefits", "housing", "letters", "work", "family", "health", "other")
LANGUAGES = ("ar", "uk", "ru", "so", "sq", "ckb", "fi", "en")
COLUMNS = (
    "id", "area_id", "on", "at", "staff_id", "staff_name", "place", "channel", "language", "interpreter", "lives",
    "municipality_id", "topics", "minutes", "outcome", "version",
)  # fmt: skip


def run(argv: list[str], *, urls: Mapping[str, str]) -> int:
    """Fill the log, measure, print the figures and, with --json, repeat them as the last line."""
    parser = argparse.ArgumentParser(prog="kotopolku bench advice", description=__doc__)
    parser.add_argument("--visits", type=int, default=1_000_000, help="how many visits (default 1,000,000)")
    parser.add_argument("--rounds", type=int, default=10, help="runs of each query (default 10)")
    parser.add_argument("--json", action="store_true", help="print the figures as the last line")
    options = parser.parse_args(argv)
    begun = perf_counter()
    with psycopg.connect(urls["postgres"]) as plain:
        found(plain)
        copy(plain, "advice_visit", COLUMNS, _visits(options.visits))
        plain.commit()
        plain.autocommit = True
        plain.execute("VACUUM ANALYZE advice_visit")
    figures: dict[str, Any] = {"visits": options.visits, "filled_seconds": round(perf_counter() - begun, 1)}
    os.environ |= {"DATABASE_URL": urls["kotopolku_app"], "DJANGO_SETTINGS_MODULE": "kotopolku.settings"}
    figures |= _measured(options.rounds)
    for name, figure in figures.items():
        print(f"{name.replace('_', ' '):<24} {figure:>12,}")
    if options.json:
        print(json.dumps({"name": "advice", "figures": figures}))
    return 0


def _measured(rounds: int) -> dict[str, float]:
    import django

    django.setup()
    from kotopolku.accounts.access import actor_for
    from kotopolku.advice import queries
    from kotopolku.audit.acting import acting_as

    actor = actor_for(1, on=ON)
    if actor is None:
        raise RuntimeError("the first officer has no duty")
    month = (ON.replace(day=1) - timedelta(days=1)).replace(day=1)
    asked: dict[str, Callable[[], object]] = {
        "day_view": lambda: queries.day_visits(on=ON - timedelta(days=1)),
        "topics": lambda: queries.common_topics(place="office", on=ON),
        "month": lambda: queries.month_numbers(first=month),
    }
    figures: dict[str, float] = {}
    for name, ask in asked.items():
        times = []
        for _round in range(rounds):
            with acting_as(actor, on=ON):
                begun = perf_counter()
                ask()
                times.append((perf_counter() - begun) * 1000)
        figures |= {
            f"{name}_ms": round(statistics.median(times), 1),
            f"{name}_slowest_ms": round(max(times), 1),
        }
    return figures


def _visits(number: int) -> Iterator[tuple[Any, ...]]:
    dice = random.Random(SEED)
    for one in range(number):
        day = ON - timedelta(days=1 + one % DAYS)
        lives = dice.choice(("member", "member", "other", "not_asked"))
        yield (
            UUID(int=dice.getrandbits(128), version=4), AREA, day,
            datetime(day.year, day.month, day.day, dice.randrange(7, 14), dice.randrange(60), tzinfo=UTC),
            1, "Virkailija 001", "office", dice.choice(("walk_in", "phone", "email")), dice.choice(LANGUAGES),
            dice.choice(("own_language", "remote", "not_needed")), lives,
            dice.randrange(1, MUNICIPALITIES + 1) if lives == "member" else None,
            dice.sample(TOPICS, dice.randrange(1, 4)), "up_to_15", dice.choice(("solved", "partly", "guided")), 1,
        )  # fmt: skip
