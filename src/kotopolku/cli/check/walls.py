"""Every table's wall, as the database itself says: a given one, else a small one made and migrated for the question."""

import os

import psycopg

from kotopolku.audit.catalogue import Catalogue, faults, listing, read
from kotopolku.cli.throwaway import DATABASE, migrated


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
    with migrated() as server:
        return _at(server.url(role="kotopolku_app", database=DATABASE))


def _at(url: str) -> Catalogue:
    with psycopg.connect(url) as connection, connection.cursor() as cursor:
        return read(cursor)
