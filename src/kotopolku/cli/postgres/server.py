"""The embedded server while it runs: a child in the foreground, reached by a socket only we may open."""

import contextlib
import fcntl
import os
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Self
from urllib.parse import quote

import psycopg

from kotopolku.cli.postgres import cluster, processes
from kotopolku.cli.postgres.binaries import Binaries, PostgresProblem, find
from kotopolku.cli.postgres.privilege import death_signal, launch

STARTS_WITHIN = 60.0
STOPS_WITHIN = 30.0
SOCKET_PATH_LIMIT = 107
SOCKET_NAME = ".s.PGSQL.5432"
NOT_DURABLE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


def start(folder: Path, *, durable: bool = True, binaries: Binaries | None = None) -> "Server":
    """Start the server of `folder`, making the cluster first when there is none.

    When a living process of ours already runs it, that server is shared: `stop` then leaves it running. With
    `durable=False` (tests only) a crash of the machine may lose data. Raises PostgresProblem.
    """
    found = binaries or find()
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    lock = _lock(folder)
    if lock is None:
        return _join(folder)
    try:
        cluster.ensure(folder, found)
        processes.clear_leftovers(cluster.data_folder(folder))
        return _launch(folder, durable=durable, binaries=found, lock=lock)
    except BaseException:
        lock.close()
        raise


class Server:
    """A running server; `process` and `lock` are None when it is another process's and only shared."""

    def __init__(
        self, *, folder: Path, socket: Path, process: "subprocess.Popen[bytes] | None", lock: IO[bytes] | None
    ) -> None:
        self.folder, self.socket = folder, socket
        self._process, self._lock = process, lock

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    @property
    def data(self) -> Path:
        return cluster.data_folder(self.folder)

    @property
    def shared(self) -> bool:
        """True when another living process of ours started the server, and will stop it."""
        return self._process is None

    def url(self, *, role: str, database: str) -> str:
        return f"postgresql://{role}@/{quote(database)}?host={quote(str(self.socket), safe='/')}"

    def connect(self, *, role: str = cluster.SUPERUSER, database: str = "postgres") -> psycopg.Connection:
        """Open a connection of its own, each statement its own transaction."""
        return psycopg.connect(host=str(self.socket), user=role, dbname=database, autocommit=True)

    def ensure_database(self, name: str) -> bool:
        """Make the roles and the database `name` where they are missing; say whether the database is new."""
        with self.connect() as superuser:
            cluster.prepare_roles(superuser)
            if cluster.has_database(superuser, name):
                return False
            cluster.create_database(superuser, name)
        with self.connect(database=name) as superuser:
            cluster.prepare_database(superuser)
        return True

    def copy_database(self, name: str, *, template: str) -> None:
        """Make `name` as a copy of `template`, which nobody may be connected to."""
        with self.connect() as superuser:
            cluster.create_database(superuser, name, template=template)
        with self.connect(database=name) as superuser:
            cluster.prepare_database(
                superuser
            )  # a copy inherits the tables, not the rights on the database itself

    def drop_database(self, name: str) -> None:
        with self.connect() as superuser:
            cluster.drop_database(superuser, name)

    def stop(self) -> None:
        """End the server: open transactions are rolled back, what was committed is on disk. A second call is idle."""
        process, self._process = self._process, None
        if process is None:
            return
        try:
            if process.poll() is None:
                process.send_signal(signal.SIGINT)
                _wait_or_kill(process, self.data)
        finally:
            shutil.rmtree(self.socket, ignore_errors=True)
            if self._lock is not None:
                self._lock.close()


@contextlib.contextmanager
def _socket_folder() -> Iterator[Path]:
    # The path of a Unix socket may not be longer than 107 bytes, so it never lies in the data folder.
    made = Path(tempfile.mkdtemp(prefix="kp-"))
    if len(os.fsencode(made / SOCKET_NAME)) > SOCKET_PATH_LIMIT:
        made.rmdir()
        made = Path(tempfile.mkdtemp(prefix="kp-", dir="/tmp"))
    try:
        yield made
    except BaseException:
        shutil.rmtree(made, ignore_errors=True)
        raise


def _lock(folder: Path) -> IO[bytes] | None:
    lock = (folder / "lock").open("ab")
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        return None
    return lock


def _launch(folder: Path, *, durable: bool, binaries: Binaries, lock: IO[bytes]) -> Server:
    data, how = cluster.data_folder(folder), launch()
    with _socket_folder() as socket:
        how.hand_over(data, socket)
        settings = [
            "listen_addresses=", f"unix_socket_directories={socket}", "unix_socket_permissions=0700",
            "shared_buffers=64MB", "max_connections=60", "timezone=UTC", "log_timezone=UTC",
            *(() if durable else NOT_DURABLE),
        ]  # fmt: skip
        command = [*how.prefix, *death_signal(), binaries.program("postgres"), "-D", str(data)]
        for setting in settings:
            command += ["-c", setting]
        with (folder / "server.log").open("wb") as log:
            # A session of its own: Ctrl-C in the terminal reaches us, and we stop the server last.
            process = subprocess.Popen(
                command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
        server = Server(folder=folder, socket=socket, process=process, lock=lock)
        try:
            _wait_until_ready(server, process)
        except BaseException:
            server.stop()
            raise
        return server


def _join(folder: Path) -> Server:
    """Share the server that another process of ours is running, or just starting."""
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        socket = _socket_of(cluster.data_folder(folder))
        if socket is not None:
            server = Server(folder=folder, socket=socket, process=None, lock=None)
            with contextlib.suppress(psycopg.OperationalError), server.connect():
                return server
        time.sleep(0.1)
    raise PostgresProblem(
        f"Another process holds {folder} but its server does not answer. Look for a running demo, stop it, try again."
    )


def _socket_of(data: Path) -> Path | None:
    # Line 5 of postmaster.pid is the socket's folder, by PostgreSQL's own documentation of that file.
    try:
        lines = (data / "postmaster.pid").read_text(encoding="utf-8").splitlines()
    except OSError:
        return None
    return Path(lines[4]) if len(lines) > 4 and lines[4] else None


def _wait_until_ready(server: Server, process: "subprocess.Popen[bytes]") -> None:
    until = time.monotonic() + STARTS_WITHIN
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        with contextlib.suppress(psycopg.OperationalError), server.connect():
            return
        time.sleep(0.02)
    log = (server.folder / "server.log").read_text(encoding="utf-8", errors="replace")
    raise PostgresProblem(
        f"The database server in {server.folder} did not start. Its log ends:\n"
        + "\n".join(log.splitlines()[-8:])
    )


def _wait_or_kill(process: "subprocess.Popen[bytes]", data: Path) -> None:
    try:
        process.wait(timeout=STOPS_WITHIN)
    except subprocess.TimeoutExpired:
        # Committed rows are in the log on disk: the next start recovers them.
        process.kill()
        process.wait()
        processes.clear_leftovers(data)
