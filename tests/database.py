"""The tests' PostgreSQL: one embedded cluster a run, copied from a migrated one that is kept between runs.

Concurrent runs never meet: each copies the kept data folder to a temporary folder of its own, under a lock, and
starts its own server on it without fsync. The kept folder is named by a digest of everything that shapes the
tables, so an edited migration makes a new one.
"""

import fcntl
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

from kotopolku.cli.postgres import Server, find, start

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "kotopolku"
KEPT = ROOT / ".cache" / "test-database"
TEMPLATE = "kotopolku_template"
KEEP_NEWEST = 3
IMPORTED = re.compile(r"^(?:from|import) (kotopolku[\w.]*)", re.MULTILINE)


def run_server() -> Server:
    """Start this run's own server, whose database `TEMPLATE` is migrated; `discard` ends it."""
    folder = Path(tempfile.mkdtemp(prefix="kp-test-"))
    try:
        with _locked():
            shutil.copytree(_kept_cluster(), folder, dirs_exist_ok=True)
        return start(folder, durable=False)
    except BaseException:
        shutil.rmtree(folder, ignore_errors=True)
        raise


def discard(server: Server) -> None:
    """Stop a server of `run_server` and delete its data."""
    server.stop()
    shutil.rmtree(server.folder, ignore_errors=True)


@contextmanager
def copied_database(server: Server, name: str, *, template: str = TEMPLATE) -> Iterator[None]:
    """Have a fresh database `name` for as long as the block runs.

    What is kept for the whole run is copied without this: it goes with the server, and to drop them one by one, each
    with a checkpoint, takes a minute.
    """
    server.copy_database(name, template=template)
    try:
        yield
    finally:
        server.drop_database(name)


@contextmanager
def pointed_at(server: Server, name: str, *, role: str = "kotopolku_app") -> Iterator[None]:
    """Let Django's default connection, in every thread, be the application role (or another) in the database `name`."""
    from django.db import connections

    # A connection object of its own: the former one may be inside a test's transaction, and comes back to it.
    connection = connections["default"]
    settings: dict[str, Any] = connection.settings_dict
    former = dict(settings)
    del connections["default"]
    parts = urlsplit(server.url(role=role, database=name))
    settings.update(
        NAME=name,
        USER=parts.username,
        PASSWORD="",
        HOST=parse_qs(parts.query)["host"][0],
        PORT="",
        OPTIONS={},
    )
    try:
        yield
    finally:
        connections["default"].close()
        settings.update(former)
        connections["default"] = connection


@contextmanager
def rolled_back(server: Server, name: str) -> Iterator[None]:
    """Be in the database `name` in a transaction that is undone, with deferred constraints checked, as a test is."""
    from django.db import connections, transaction

    with pointed_at(server, name):
        undone = transaction.atomic()
        undone._from_testcase = True  # so that `durable=True` may be used inside, as in Django's own TestCase
        with undone:
            yield
            if not connections["default"].needs_rollback:
                connections["default"].check_constraints()
            transaction.set_rollback(True)


def shape() -> str:
    """Return the digest of all that shapes the tables: migrations, what they import, SQL files, packages, launcher."""
    files = {
        *SOURCE.glob("*/migrations/*.py"),
        *SOURCE.rglob("*.sql"),
        *(SOURCE / "cli" / "postgres").glob("*.py"),
    }
    files |= {ROOT / "requirements.lock", SOURCE / "settings.py"}
    waiting = list(SOURCE.glob("*/migrations/*.py"))
    while waiting:
        for name in IMPORTED.findall(waiting.pop().read_text(encoding="utf-8")):
            module = ROOT.joinpath("src", *name.split(".")).with_suffix(".py")
            if module.exists() and module not in files:
                files.add(module)
                waiting.append(module)
    digest = hashlib.sha256(str(find().major).encode())
    for file in sorted(files):
        digest.update(str(file.relative_to(ROOT)).encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()[:20]


@contextmanager
def _locked() -> Iterator[None]:
    KEPT.mkdir(parents=True, exist_ok=True)
    with (KEPT / "lock").open("ab") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _kept_cluster() -> Path:
    kept = KEPT / shape()
    if not (kept / "data" / "PG_VERSION").exists():
        unfinished = KEPT / "unfinished"
        shutil.rmtree(unfinished, ignore_errors=True)
        _build(unfinished)
        unfinished.rename(kept)
    os.utime(kept)
    others = sorted((p for p in KEPT.iterdir() if p.is_dir()), key=lambda p: p.stat().st_mtime, reverse=True)
    for old in others[KEEP_NEWEST:]:
        shutil.rmtree(old, ignore_errors=True)
    return kept


def _build(folder: Path) -> None:
    with start(folder, durable=False) as server:
        server.ensure_database(TEMPLATE)
        environment = os.environ | {
            "DATABASE_URL": server.url(role="kotopolku_app", database=TEMPLATE),
            "DATABASE_OWNER_URL": server.url(role="kotopolku_owner", database=TEMPLATE),
        }
        done = subprocess.run(
            [sys.executable, "-m", "kotopolku.cli.main", "migrate", "--verbosity", "0"],
            cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip
    if done.returncode != 0:
        raise RuntimeError(f"The migrations failed:\n{done.stdout}{done.stderr}")
