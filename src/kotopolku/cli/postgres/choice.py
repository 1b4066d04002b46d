"""Which database a command uses: `DATABASE_URL` wins; else the embedded server of a data folder of ours."""

import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from kotopolku.cli.postgres.binaries import PostgresProblem
from kotopolku.cli.postgres.server import Server, start

DATABASE = "kotopolku"
FOLDER_SETTING = "KOTOPOLKU_DATA"


@dataclass(frozen=True)
class Urls:
    """Where the two roles connect; `server` is the embedded one, or None when the environment named another."""

    app: str
    owner: str | None
    server: Server | None


@contextlib.contextmanager
def database_urls(folder: Path | None = None) -> Iterator[Urls]:
    """Give the addresses of the database, starting the embedded server for as long as it is needed.

    `DATABASE_URL` (application role) and `DATABASE_OWNER_URL` (migrations), each also as `…_FILE`, win over
    everything; the embedded server's folder is `folder`, else `KOTOPOLKU_DATA`, else `.data/demo`. Raises
    PostgresProblem when only the owner's address is given.
    """
    app, owner = _given("DATABASE_URL"), _given("DATABASE_OWNER_URL")
    if app:
        yield Urls(app=app, owner=owner, server=None)
        return
    if owner:
        raise PostgresProblem(
            "DATABASE_OWNER_URL is set but DATABASE_URL is not: give both, or neither for the embedded server."
        )
    chosen = folder or Path(os.environ.get(FOLDER_SETTING) or ".data/demo")
    with start(chosen) as server:
        server.ensure_database(DATABASE)
        yield Urls(
            app=server.url(role="kotopolku_app", database=DATABASE),
            owner=server.url(role="kotopolku_owner", database=DATABASE),
            server=server,
        )


def _given(name: str) -> str | None:
    # A copy of the settings' own reading, because the settings cannot be imported before this has run.
    path = os.environ.get(f"{name}_FILE")
    if path:
        return Path(path).read_text(encoding="utf-8").strip()
    return os.environ.get(name) or None
