"""The embedded server starts for everybody, is shared, stops cleanly, and refuses what it cannot read."""

import dataclasses
import os
import pwd
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from kotopolku.cli.postgres import PostgresProblem, cluster, find, processes, server, start
from kotopolku.cli.postgres.privilege import Launch

pytestmark = pytest.mark.slow  # each starts servers of its own
AS_NOBODY = ("setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups", "--")
SELECT_ONE = """
import os, sys
from pathlib import Path
from kotopolku.cli.postgres import start
with start(Path(sys.argv[1]), durable=False) as running, running.connect() as connection:
    print(os.geteuid(), connection.execute("SELECT 1").fetchone()[0], running.shared)
"""


def test_a_started_server_has_both_roles_and_leaves_nothing_behind_when_stopped(tmp_path: Path) -> None:
    # given a server with a database
    with start(tmp_path, durable=False) as running:
        assert running.ensure_database("kotopolku")
        assert not running.ensure_database("kotopolku")
        with running.connect(database="kotopolku") as superuser:
            roles = superuser.execute(
                "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole FROM pg_roles "
                "WHERE rolname LIKE 'kotopolku%' ORDER BY 1"
            ).fetchall()
            owner = superuser.execute(
                "SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = 'kotopolku'"
            )
            # then neither role is special, and the owner owns the database
            assert roles == [("kotopolku_app", False, False, False), ("kotopolku_owner", False, False, False)]
            assert owner.fetchone() == ("kotopolku_owner",)
        assert oct(running.socket.stat().st_mode)[-3:] == "700"
        socket, data = running.socket, running.data
    # then no process, no socket, no pid file
    assert processes.servers_in(data) == []
    assert not socket.exists()
    assert processes.postmaster(data) is None


def test_the_server_listens_on_no_network(tmp_path: Path) -> None:
    with start(tmp_path, durable=False) as running, running.connect() as superuser:
        assert superuser.execute("SHOW listen_addresses").fetchone() == ("",)


def test_a_second_start_in_another_process_shares_the_running_server(tmp_path: Path) -> None:
    with start(tmp_path, durable=False) as running:
        told = python(SELECT_ONE, str(tmp_path))
        # then the other process used it, and did not stop it
        assert told.split()[1:] == ["1", "True"]
        with running.connect() as superuser:
            assert superuser.execute("SELECT 1").fetchone() == (1,)


@pytest.mark.parametrize("found", ["14", "17", "99"])
def test_a_folder_of_another_major_version_is_refused_with_what_to_do(tmp_path: Path, found: str) -> None:
    # given a data folder another version has made, with something in it
    data = cluster.data_folder(tmp_path)
    data.mkdir()
    (data / "PG_VERSION").write_text(f"{found}\n", encoding="ascii")
    # when it is started with the programs we have
    binaries = find() if str(find().major) != found else dataclasses.replace(find(), major=18)
    with pytest.raises(PostgresProblem) as refusal:
        start(tmp_path, binaries=binaries)
    # then the sentence names both versions, the folder and the way out, and nothing was touched
    for word in (found, str(binaries.major), str(data), "pg_dumpall", "restore", "KOTOPOLKU_POSTGRES_BIN"):
        assert word in str(refusal.value)
    assert [path.name for path in data.iterdir()] == ["PG_VERSION"]


def test_the_refused_folder_is_not_left_locked(tmp_path: Path) -> None:
    data = cluster.data_folder(tmp_path)
    data.mkdir()
    (data / "PG_VERSION").write_text("9\n", encoding="ascii")
    with pytest.raises(PostgresProblem):
        start(tmp_path)
    shutil.rmtree(data)
    with start(tmp_path, durable=False) as running:
        assert not running.shared


@pytest.mark.skipif(os.geteuid() != 0, reason="an ordinary user is what we are already, in every other test")
def test_it_starts_as_an_ordinary_user(tmp_path: Path) -> None:
    # given a user namespace in which we are user 1000 and nobody is root
    told = python(
        SELECT_ONE, str(tmp_path), before=("unshare", "-U", "--map-user=1000", "--map-group=1000", "--")
    )
    assert told.split() == ["1000", "1", "False"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become nobody")
def test_it_starts_as_nobody_where_user_namespaces_are_forbidden(monkeypatch: pytest.MonkeyPatch) -> None:
    # given the other way of giving up root's rights, and a folder that nobody can reach
    if subprocess.run([*AS_NOBODY, "test", "-x", find().program("postgres")], check=False).returncode:
        pytest.skip("nobody cannot reach the PostgreSQL programs of this environment")
    nobody = pwd.getpwnam("nobody")
    how = Launch(prefix=AS_NOBODY, owner=(nobody.pw_uid, nobody.pw_gid))
    monkeypatch.setattr(cluster, "launch", lambda: how)
    monkeypatch.setattr(server, "launch", lambda: how)
    folder = Path("/tmp") / f"kp-nobody-{os.getpid()}"
    try:
        with start(folder, durable=False) as running, running.connect() as superuser:
            assert superuser.execute("SELECT 1").fetchone() == (1,)
            assert running.data.stat().st_uid == nobody.pw_uid
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def test_a_setting_that_points_nowhere_is_refused_by_name(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("KOTOPOLKU_POSTGRES_BIN", str(tmp_path))
    with pytest.raises(PostgresProblem, match="KOTOPOLKU_POSTGRES_BIN"):
        find()


def test_the_setting_wins_over_the_wheel(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    # given programs of our own that call themselves version 16
    for name in ("initdb", "postgres"):
        (tmp_path / name).write_text("#!/bin/sh\necho 'postgres (PostgreSQL) 16.4'\n", encoding="ascii")
        (tmp_path / name).chmod(0o755)
    monkeypatch.setenv("KOTOPOLKU_POSTGRES_BIN", str(tmp_path))
    assert (find().folder, find().major) == (tmp_path, 16)


def python(code: str, *arguments: str, before: tuple[str, ...] = ()) -> str:
    done = subprocess.run(
        [*before, sys.executable, "-c", code, *arguments],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout
