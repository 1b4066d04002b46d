"""The town's area, municipalities and officers; the first officer is the one who is measured."""

from datetime import date

import psycopg

from kotopolku.bench.town.copying import copy
from kotopolku.bench.town.people import AREA, MUNICIPALITIES, OFFICERS


def _named(name: str) -> str:
    return f'{{"fi": {{"text": "{name}", "status": "original"}}}}'


def found(plain: psycopg.Connection) -> None:
    """Make organisations, the area with its own targets, the officers and their duties."""
    numbers = range(1, MUNICIPALITIES + 1)
    copy(
        plain, "organisation", ("id", "code", "kind", "names", "municipality_code"),
        ((n, f"m{n}", "municipality", _named(f"Kunta {n}"), f"{n:03d}") for n in numbers),
    )  # fmt: skip
    copy(
        plain, "area", ("id", "names", "host_id", "settings", "is_demo"),
        [(AREA, _named("Mitattava seutu"), 1,
          '{"assessment_start_days": 14, "plan_days": 30, "contact_handling_days": 3}', True)],
    )  # fmt: skip
    copy(
        plain, "area_membership", ("area_id", "municipality_id", "position"), ((AREA, n, n) for n in numbers)
    )
    officers = range(1, OFFICERS + 1)
    copy(
        plain, "staff", ("id", "username", "name", "password", "language", "single_keys", "is_active"),
        ((n, f"officer{n}", f"Virkailija {n:03d}", "!", "fi", True, True) for n in officers),
    )  # fmt: skip
    copy(
        plain, "duty",
        ("id", "staff_id", "organisation_id", "area_id", "role", "groups", "purpose", "valid_from", "granted_by",
         "reason", "is_official"),
        (
            (n, n, 1, AREA, "officer", "{minors,sensitive}", "bench", date(2020, 1, 1), "bench", "bench", True)
            for n in officers
        ),
    )  # fmt: skip
    copy(
        plain, "duty_municipality", ("duty_id", "municipality_id"),
        ((officer, n) for officer in officers for n in numbers),
    )  # fmt: skip
    for table in ("organisation", "staff", "duty"):
        plain.execute(f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), 1000)".encode())
