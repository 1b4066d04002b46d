"""What stands around a command that needs the database: the addresses, the role, Django ready, a clean end."""

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path

from kotopolku.cli.postgres import PostgresProblem, database_urls
from kotopolku.cli.postgres.choice import Urls

ROLE_SETTING = "KOTOPOLKU_DATABASE_ROLE"


@contextlib.contextmanager
def database(role: str, *, folder: Path | None = None) -> Iterator[Urls]:
    """Run what is inside on the chosen database as `app` or `owner`, with Django set up.

    Raises PostgresProblem when the owner is asked for and only `DATABASE_URL` is known.
    """
    with database_urls(folder) as urls:
        export(urls, role=role)
        django_ready()
        try:
            yield urls
        finally:
            close_connections()


def export(urls: Urls, *, role: str) -> None:
    """Put the addresses and the role where the settings read them; the children inherit them too."""
    if role == "owner" and not urls.owner:
        raise PostgresProblem(
            "Migrations run as the owner role: give DATABASE_OWNER_URL beside DATABASE_URL "
            "(docs/operations/database.md)."
        )
    os.environ["DATABASE_URL"] = urls.app
    if urls.owner:
        os.environ["DATABASE_OWNER_URL"] = urls.owner
    os.environ[ROLE_SETTING] = role


def django_ready() -> None:
    """Set Django up with the program's settings; a second call does nothing."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "kotopolku.settings")
    import django

    django.setup()


def close_connections() -> None:
    """Close every connection and pool, so that the embedded server can stop without cutting anybody off."""
    from django.db import connections

    for connection in connections.all(initialized_only=True):
        connection.close()
        if hasattr(connection, "close_pool"):
            connection.close_pool()
