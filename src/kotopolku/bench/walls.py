"""What row-level security costs on list, count, search and one file, beside the same queries without walls.

`kotopolku bench walls --cases 200000 --json`: people and cases of fifty municipalities by COPY from a fixed seed. Each
query runs as the application role under a duty, and as a role that bypasses the walls with the same answer asked for
in its WHERE. Milliseconds are medians of the query alone, over a socket.
"""

import argparse
import json
import random
import statistics
from collections.abc import Mapping
from datetime import date, timedelta
from time import perf_counter
from typing import Any
from uuid import UUID

import psycopg

NEEDS_DATABASE = True
MUNICIPALITIES, AREA = 50, "bench"
ON = date(2026, 11, 24)
SEED = 681_2023
NAMES = ("haddad", "ali", "virta", "salo", "nguyen", "ivanova", "tesfaye", "kaya", "popescu", "hassan")
GRANTED = 200

QUERIES: Mapping[str, str] = {
    "list": 'SELECT "case".id, number, opened_on, person.family_name FROM "case" JOIN person '
    'ON person.id = "case".person_id WHERE closed_on IS NULL {walls} ORDER BY opened_on DESC, "case".id LIMIT 26',
    "count": 'SELECT count(*) FROM "case" WHERE closed_on IS NULL {walls}',
    "search": "SELECT person.id, family_name FROM person WHERE merged_into_id IS NULL AND id IN ("
    "SELECT person_id FROM name_token WHERE kind = 'word' AND token >= 'had' AND token < 'hae') AND id IN ("
    "SELECT person_id FROM name_token WHERE kind = 'word' AND token >= 'x12' AND token < 'x13') {walls} "
    "ORDER BY sort_key, id LIMIT 21",
    "detail": 'SELECT "case".id, number, person.family_name, person.birth_date FROM "case" JOIN person '
    'ON person.id = "case".person_id WHERE "case".id = %(case)s {walls}',
    "timeline": 'SELECT "on", code, text FROM event WHERE case_id = %(case)s {walls} ORDER BY "on" DESC LIMIT 26',
}
TABLE = {"list": '"case"', "count": '"case"', "search": "person", "detail": '"case"', "timeline": "event"}


def run(argv: list[str], *, urls: Mapping[str, str]) -> int:
    """Fill the database, measure, print a table and, with --json, the figures as the last line."""
    parser = argparse.ArgumentParser(prog="kotopolku bench walls", description=__doc__)
    parser.add_argument("--cases", type=int, default=200_000, help="how many cases (default 200,000)")
    parser.add_argument("--rounds", type=int, default=60, help="runs of each query (default 60)")
    parser.add_argument("--json", action="store_true", help="print the figures as the last line")
    options = parser.parse_args(argv)
    begun = perf_counter()
    with psycopg.connect(urls["postgres"]) as plain, psycopg.connect(urls["kotopolku_app"]) as app:
        plain.prepare_threshold = app.prepare_threshold = None  # as Django asks
        case = _fill(plain, cases=options.cases)
        figures: dict[str, Any] = {
            "cases": options.cases,
            "filled_seconds": round(perf_counter() - begun, 1),
        }
        print(f"{'query':<10} {'duty':<18} {'walls ms':>9} {'without ms':>11} {'ratio':>6} {'rows':>7}")
        for duty, covers in ((1, 1), (2, 5), (3, 0)):
            for name in QUERIES:
                figures.update(
                    _measure(plain, app, name, duty=duty, covers=covers, case=case, options=options)
                )
    if options.json:
        print(json.dumps({"name": "walls", "figures": figures}))
    return 0


def _measure(
    plain: psycopg.Connection,
    app: psycopg.Connection,
    name: str,
    *,
    duty: int,
    covers: int,
    case: UUID,
    options: argparse.Namespace,
) -> dict[str, Any]:
    who = f"{covers} municipalities" if covers else f"{GRANTED} grants"
    key = f"{name}_{covers or 'granted'}"
    if not covers and name == "timeline":
        return {}  # the county is not shown the timeline
    walls = _walls(name, covers)
    given = {"case": case}
    with_walls, rows = _median(app, QUERIES[name].format(walls=""), given, duty=duty, rounds=options.rounds)
    without, same = _median(plain, QUERIES[name].format(walls=walls), given, duty=None, rounds=options.rounds)
    if rows != same:
        raise RuntimeError(f"{name}, {who}: {rows} with walls, {same} without; the two must answer alike")
    count = rows[0][0] if name == "count" else len(rows)
    print(f"{name:<10} {who:<18} {with_walls:>9.2f} {without:>11.2f} {with_walls / without:>6.2f} {count:>7}")
    return {f"{key}_ms": round(with_walls, 3), f"{key}_without_ms": round(without, 3)}


def _walls(name: str, covers: int) -> str:
    """Return the same answer as a condition in the query: own municipalities or granted cases, and known guards."""
    if covers:
        mine = f"controller_id = ANY (ARRAY[{', '.join(map(str, range(1, covers + 1)))}])"
    else:
        what = "c.person_id" if name == "search" else "c.id"
        mine = (
            f'id IN (SELECT {what} FROM "case" c JOIN case_grant g ON g.case_id = c.id '  # noqa: S608
            f"WHERE g.organisation_id = {MUNICIPALITIES + 1})"
        )
    return f"AND {TABLE[name]}.{mine} AND {TABLE[name]}.guard IN ('', 'minors')"


def _median(
    connection: psycopg.Connection, query: str, given: Mapping[str, Any], *, duty: int | None, rounds: int
) -> tuple[float, list[Any]]:
    times, rows = [], []
    for _round in range(rounds):
        with connection.transaction():
            if duty is not None:
                connection.execute(
                    "SELECT set_config('app.duty_id', %s, true), set_config('app.on', %s, true)",
                    [str(duty), ON.isoformat()],
                )
            begun = perf_counter()
            rows = connection.execute(query.encode(), given).fetchall()
            times.append((perf_counter() - begun) * 1000)
    return statistics.median(times), rows


def _fill(plain: psycopg.Connection, *, cases: int) -> UUID:
    """Copy people with cases in, evenly over the municipalities; return one case that every duty here sees."""
    dice = random.Random(SEED)
    with plain.transaction():
        # No triggers and no key checks while copying; the guard is given as the triggers would work it out.
        plain.execute("SET LOCAL session_replication_role = replica")
        _organisations(plain)
        people = [UUID(int=dice.getrandbits(128), version=4) for _ in range(cases)]
        files = [UUID(int=dice.getrandbits(128), version=4) for _ in range(cases)]
        controllers = [number % MUNICIPALITIES + 1 for number in range(cases)]
        guards = ["minors" if dice.random() < 0.05 else "" for _ in range(cases)]
        guards[0] = ""
        _people(plain, dice, people, controllers, guards)
        _cases(plain, dice=dice, people=people, files=files, controllers=controllers, guards=guards)
        with plain.cursor().copy(
            "COPY case_grant (controller_id, case_id, guard, organisation_id, scope, first_day, reason, "
            "granted_by_name, ended_by_name) FROM STDIN"
        ) as copy:
            for index in range(min(GRANTED, cases)):
                copy.write_row(
                    (
                        controllers[index],
                        files[index],
                        guards[index],
                        MUNICIPALITIES + 1,
                        "county_part",
                        ON,
                        "x",
                        "x",
                        "",
                    )
                )
    plain.autocommit = True
    plain.execute("VACUUM ANALYZE")
    plain.autocommit = False
    return files[0]


def _organisations(plain: psycopg.Connection) -> None:
    cursor = plain.cursor()
    for number in range(1, MUNICIPALITIES + 2):
        kind = "municipality" if number <= MUNICIPALITIES else "county"
        cursor.execute(
            "INSERT INTO organisation (id, code, kind, names) VALUES (%s, %s, %s, '{}')",
            [number, f"o{number}", kind],
        )
    cursor.execute(
        "INSERT INTO area (id, names, host_id, settings, is_demo) VALUES (%s, '{}', 1, '{}', false)", [AREA]
    )
    for duty, (role, at, covers) in enumerate(
        (("officer", 1, 1), ("officer", 1, 5), ("county_worker", MUNICIPALITIES + 1, 0)), start=1
    ):
        columns = _duty_columns(plain)
        values = {
            "id": duty, "staff_id": duty, "organisation_id": at, "area_id": AREA, "role": role,
            "groups": ["minors", "sensitive"], "purpose": "bench", "valid_from": date(2020, 1, 1),
            "valid_to": date(2030, 1, 1), "granted_by": "bench", "reason": "bench",
            "is_official": role == "officer",
        }  # fmt: skip
        # Columns that came later and do not matter here are filled with what their type calls nothing.
        values |= {name: empty for name, empty in columns.items() if name not in values}
        cursor.execute(
            f"INSERT INTO duty ({', '.join(values)}) VALUES ({', '.join(['%s'] * len(values))})".encode(),  # noqa: S608  names of columns from the catalogue
            list(values.values()),
        )
        for municipality in range(1, covers + 1):
            cursor.execute(
                "INSERT INTO duty_municipality (duty_id, municipality_id) VALUES (%s, %s)",
                [duty, municipality],
            )


def _duty_columns(plain: psycopg.Connection) -> dict[str, Any]:
    rows = plain.execute(
        "SELECT column_name, data_type FROM information_schema.columns WHERE table_name = 'duty' "
        "AND is_nullable = 'NO' AND column_default IS NULL AND is_identity = 'NO'"
    ).fetchall()
    return {name: {"boolean": False, "text": ""}.get(kind) for name, kind in rows}


def _people(
    plain: psycopg.Connection,
    dice: random.Random,
    people: list[UUID],
    controllers: list[int],
    guards: list[str],
) -> None:
    names = [(dice.choice(NAMES), f"x{dice.randrange(1000):03d}") for _ in people]
    with plain.cursor().copy(
        "COPY person (id, controller_id, area_id, given_names, family_name, name_own_script, called_by, sort_key, "
        "birth_date, non_disclosure, covers_household, covered, version, guard) FROM STDIN"
    ) as copy:
        for person, controller, guard, (family, given) in zip(
            people, controllers, guards, names, strict=True
        ):
            born = date(2014 if guard else 1985, 1 + dice.randrange(12), 1 + dice.randrange(28))
            sort_key = f"{family} {given}"
            copy.write_row(
                (
                    person,
                    controller,
                    AREA,
                    given,
                    family,
                    "",
                    "",
                    sort_key,
                    born,
                    False,
                    False,
                    False,
                    1,
                    guard,
                )
            )
    with plain.cursor().copy(
        "COPY name_token (controller_id, person_id, kind, token, guard) FROM STDIN"
    ) as copy:
        for person, controller, guard, words in zip(people, controllers, guards, names, strict=True):
            for word in words:
                copy.write_row((controller, person, "word", word, guard))


def _cases(
    plain: psycopg.Connection,
    *,
    dice: random.Random,
    people: list[UUID],
    files: list[UUID],
    controllers: list[int],
    guards: list[str],
) -> None:
    with plain.cursor().copy(
        'COPY "case" (id, controller_id, area_id, person_id, number, opened_on, opened_because, closed_reason, '
        "version, guard) FROM STDIN"
    ) as copy:
        for number, (case, controller, person, guard) in enumerate(
            zip(files, controllers, people, guards, strict=True)
        ):
            opened = ON - timedelta(days=dice.randrange(1500))
            copy.write_row(
                (case, controller, AREA, person, f"2026-{number:06d}", opened, "other", "", 1, guard)
            )
    with plain.cursor().copy(
        'COPY event (controller_id, case_id, "on", kind, code, params, text, provision, by_name, guard) FROM STDIN'
    ) as copy:
        for case, controller, guard in zip(files, controllers, guards, strict=True):
            for day in range(3):
                copy.write_row(
                    (controller, case, ON - timedelta(days=day), "note", "note", "{}", "", "", "x", guard)
                )
