"""A data folder of the embedded server: how it is made, whose it is, what lives in it."""

import subprocess
from pathlib import Path
from typing import LiteralString

import psycopg
from psycopg import sql

from kotopolku.cli.postgres.binaries import Binaries, PostgresProblem
from kotopolku.cli.postgres.privilege import launch

SUPERUSER, OWNER, APP = "postgres", "kotopolku_owner", "kotopolku_app"
HERE = Path(__file__).resolve().parent
BUILTIN_LOCALE_SINCE = 17


def data_folder(folder: Path) -> Path:
    """Return PostgreSQL's own data folder inside the cluster's folder (its log and lock lie beside it)."""
    return folder / "data"


def ensure(folder: Path, binaries: Binaries) -> bool:
    """Make the cluster when it is not there, and say whether it was made now.

    Raises PostgresProblem when the folder belongs to another major version: its files cannot be read.
    """
    data = data_folder(folder)
    marker = data / "PG_VERSION"
    if marker.exists():
        _refuse_other_version(data, found=marker.read_text(encoding="ascii").strip(), binaries=binaries)
        return False
    folder.mkdir(parents=True, exist_ok=True)
    data.mkdir(mode=0o700, exist_ok=True)
    how = launch()
    how.hand_over(data)
    made = subprocess.run(
        [*how.prefix, binaries.program("initdb"), "-D", str(data), "-U", SUPERUSER, "-E", "UTF8",
         "--auth-local=trust", "--auth-host=reject", "--no-instructions", *_locale(binaries)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    if made.returncode != 0:
        raise PostgresProblem(f"initdb could not make {data}: {made.stderr.strip() or made.stdout.strip()}")
    return True


def prepare_roles(superuser: psycopg.Connection) -> None:
    """Make the owner and the application role; running it again changes nothing."""
    superuser.execute(_file("roles.sql"))


def create_database(superuser: psycopg.Connection, name: str, *, template: str | None = None) -> None:
    """Make the database `name`, owned by the owner role, as a copy of `template` when one is given."""
    command = sql.SQL("CREATE DATABASE {} OWNER {} ").format(sql.Identifier(name), sql.Identifier(OWNER))
    if template:
        # The WAL way costs less than copying files and a checkpoint for databases as small as ours.
        command += sql.SQL("TEMPLATE {} STRATEGY wal_log").format(sql.Identifier(template))
    superuser.execute(command)


def prepare_database(superuser: psycopg.Connection) -> None:
    """Give out the rights inside the database that the connection is in."""
    superuser.execute(_file("database.sql"))


def drop_database(superuser: psycopg.Connection, name: str) -> None:
    superuser.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def has_database(superuser: psycopg.Connection, name: str) -> bool:
    return superuser.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name]).fetchone() is not None


def _file(name: str) -> LiteralString:
    text: LiteralString = (HERE / name).read_text(encoding="utf-8")
    return text


def _locale(binaries: Binaries) -> tuple[str, ...]:
    # The wheel carries no ICU. The built-in provider sorts by code point on every machine alike; versions 15
    # and 16 do not have it, and take the C library's.
    if binaries.major >= BUILTIN_LOCALE_SINCE:
        return ("--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8")
    return ("--locale-provider=libc", "--locale=C.UTF-8")


def _refuse_other_version(data: Path, *, found: str, binaries: Binaries) -> None:
    if found == str(binaries.major):
        return
    raise PostgresProblem(
        f"The data folder {data} was made by PostgreSQL {found}, and the programs in {binaries.folder} are "
        f"PostgreSQL {binaries.major}, which cannot read it. Start version {found} on it (set KOTOPOLKU_POSTGRES_BIN "
        f"to its programs), save the data with pg_dumpall of version {found}, move the folder away, start again with "
        f"version {binaries.major} and restore with psql. If the data need not be kept, delete the folder."
    )
