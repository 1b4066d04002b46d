"""Every table's wall, as the database itself says: a given one, else a small one made and migrated for the question."""

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from kotopolku.audit.catalogue import Catalogue, faults, listing, read
from kotopolku.cli.postgres import start

DATABASE = "kotopolku"


def report() -> str:
    """Print every table with its policies and return the faults, one a line."""
    found = catalogue()
    print("\n".join(listing(found)), end="\n\n")
    return "\n".join(faults(found))


def catalogue(url: str | None = None) -> Catalogue:
    """Return what stands in the database at `url`, else at DATABASE_URL, else in a temporary one."""
    given = url or os.environ.get("DATABASE_URL")
    if given:
        return _at(given)
    with _migrated() as made:
        return _at(made)


def _at(url: str) -> Catalogue:
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        return read(cursor)


@contextmanager
def _migrated() -> Iterator[str]:
    with (
        tempfile.TemporaryDirectory(prefix="kp-walls-", ignore_cleanup_errors=True) as folder,
        start(Path(folder), durable=False) as server,
    ):
        server.ensure_database(DATABASE)
        app = server.url(role="kotopolku_app", database=DATABASE)
        environment = os.environ | {
            "DATABASE_URL": app,
            "DATABASE_OWNER_URL": server.url(role="kotopolku_owner", database=DATABASE),
        }
        subprocess.run(
            [sys.executable, "-m", "kotopolku.cli.main", "migrate", "--verbosity", "0"],
            env=environment, check=True,
        )  # fmt: skip
        yield app
