"""Acknowledged means committed: nothing that was answered is lost when the server is killed in the middle of work."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import psycopg
import pytest

from kotopolku.cli.postgres import processes, start

pytestmark = pytest.mark.slow  # each starts servers of its own
FEW = 5
HOLD = """
import sys, time
from pathlib import Path
from kotopolku.cli.postgres import start
running = start(Path(sys.argv[1]))
print("up", flush=True)
time.sleep(300)
"""


@pytest.mark.parametrize("seconds", [0.3, pytest.param(2.0, marks=pytest.mark.deep)])
def test_kill_9_in_the_middle_of_commits_loses_no_acknowledged_row(tmp_path: Path, seconds: float) -> None:
    # given a durable server (fsync on), and four clients that commit rows and note those that were acknowledged
    running = start(tmp_path)
    with running.connect() as superuser:
        assert superuser.execute("SHOW fsync").fetchone() == ("on",)
        superuser.execute("CREATE TABLE kept (client int, number int)")
    acknowledged: list[list[int]] = [[] for _ in range(4)]
    clients = [threading.Thread(target=commit, args=(running, n, acknowledged[n])) for n in range(4)]
    for client in clients:
        client.start()
    patience = time.monotonic() + 60
    while min(map(len, acknowledged)) <= FEW and time.monotonic() < patience:
        time.sleep(0.02)
    time.sleep(seconds)

    # when every process of it is killed at once
    for pid in processes.servers_in(running.data):
        os.kill(pid, signal.SIGKILL)
    for client in clients:
        client.join(timeout=30)
    running.stop()

    # then after a new start every acknowledged row is there, and at most the one in flight of each client besides
    with start(tmp_path) as again, again.connect() as superuser:
        for number, rows in enumerate(acknowledged):
            assert len(rows) > FEW
            found = {
                row[0] for row in superuser.execute("SELECT number FROM kept WHERE client = %s", [number])
            }
            assert set(rows) <= found
            assert len(found) <= len(rows) + 1


def test_a_folder_whose_launcher_was_killed_starts_again(tmp_path: Path) -> None:
    # given a server whose launcher is killed without a word
    launcher = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert launcher.stdout is not None
    assert launcher.stdout.readline() == "up\n"
    with start(tmp_path) as shared:
        assert shared.shared
    launcher.kill()
    launcher.wait()
    # then the folder is ours at once, whether the old server is gone already or not
    with start(tmp_path) as running, running.connect() as superuser:
        assert not running.shared
        assert superuser.execute("SELECT 1").fetchone() == (1,)


def test_a_pid_file_that_names_a_stranger_is_set_aside_and_the_stranger_lives(tmp_path: Path) -> None:
    # given a stopped cluster whose pid file names a process that is not PostgreSQL (the number was used again)
    start(tmp_path, durable=False).stop()
    stranger = subprocess.Popen(["sleep", "60"])
    data = tmp_path / "data"
    (data / "postmaster.pid").write_text(f"{stranger.pid}\n{data}\n0\n5432\n/nowhere\n", encoding="utf-8")
    try:
        with start(tmp_path, durable=False) as running, running.connect() as superuser:
            assert superuser.execute("SELECT 1").fetchone() == (1,)
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def commit(server: object, client: int, acknowledged: list[int]) -> None:
    number = 0
    try:
        with server.connect() as connection:  # type: ignore[attr-defined]
            while True:
                connection.execute("INSERT INTO kept VALUES (%s, %s)", [client, number])
                acknowledged.append(number)
                number += 1
    except psycopg.OperationalError:
        return
