"""The demo refuses what it must not touch, and says what to do instead. Its whole course: tests/test_demo.py."""

import contextlib
import json
import socket
from pathlib import Path

import pytest

from kotopolku.cli import demo
from kotopolku.cli.demo import data, state
from kotopolku.cli.postgres import PostgresProblem, start


@pytest.fixture(autouse=True)
def no_database_given(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_URL_FILE", "DATABASE_OWNER_URL_FILE"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("KOTOPOLKU_DATA", str(tmp_path))


def test_a_database_with_a_real_area_is_refused(
    raisio_loaded: str, capsys: pytest.CaptureFixture[str]
) -> None:
    # given an area that is not marked as a demo
    assert data.main() == 1
    assert capsys.readouterr().err.startswith("K010:")


def test_a_port_that_is_taken_is_told_with_one_that_is_free(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        assert demo.run(["--port", str(other.getsockname()[1])]) == 1
    assert "dev.py demo --port" in capsys.readouterr().err


@pytest.mark.slow
def test_a_second_demo_on_the_same_folder_is_refused(tmp_path: Path) -> None:
    with (
        start(tmp_path, durable=False),
        contextlib.ExitStack() as stack,
        pytest.raises(PostgresProblem, match="already running"),
    ):
        demo.start_all(stack, folder=tmp_path, port=1)


@pytest.mark.slow
def test_beginning_anew_is_refused_while_a_demo_runs_and_the_data_stay(tmp_path: Path) -> None:
    with start(tmp_path, durable=False) as running:
        with pytest.raises(PostgresProblem, match="stop it before"):
            demo.run(["--port", "0", "--fresh"])
        assert (running.data / "PG_VERSION").exists()


def test_beginning_anew_never_touches_a_database_that_was_given(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://kotopolku_app@db.example/kotopolku")
    with pytest.raises(PostgresProblem, match="unset DATABASE_URL"):
        demo.run(["--port", "0", "--fresh"])


def test_tables_made_by_migrations_that_were_rewritten_are_told(tmp_path: Path) -> None:
    # given a complete demo
    assert not state.complete(tmp_path)
    state.remember(tmp_path)
    assert state.complete(tmp_path)
    assert state.rewritten(tmp_path) == []
    # when one migration has been rewritten since, one removed, and a new one added
    then = json.loads((tmp_path / state.NAME).read_text(encoding="utf-8"))
    then["people/migrations/0001_initial.py"] = "another"
    then["people/migrations/0009_gone.py"] = "gone"
    del then["audit/migrations/0001_initial.py"]
    (tmp_path / state.NAME).write_text(json.dumps(then), encoding="utf-8")
    # then the first two stand in the way and the new one does not
    assert state.rewritten(tmp_path) == [
        "people/migrations/0001_initial.py",
        "people/migrations/0009_gone.py",
    ]
