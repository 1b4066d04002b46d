"""`DATABASE_URL` wins over the embedded server, and half an answer is refused."""

from pathlib import Path

import pytest

from kotopolku.cli.postgres import PostgresProblem, choice, database_urls


@pytest.fixture(autouse=True)
def nothing_given(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_URL_FILE", "DATABASE_OWNER_URL_FILE"):
        monkeypatch.delenv(name, raising=False)


def test_database_url_wins_and_no_server_is_started(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://kotopolku_app@db.example/kotopolku")
    monkeypatch.setenv("DATABASE_OWNER_URL", "postgresql://kotopolku_owner@db.example/kotopolku")
    monkeypatch.setattr(choice, "start", lambda _: pytest.fail("the embedded server was started"))
    with database_urls(tmp_path / "data") as urls:
        assert urls.app == "postgresql://kotopolku_app@db.example/kotopolku"
        assert urls.owner == "postgresql://kotopolku_owner@db.example/kotopolku"
        assert urls.server is None
    assert not (tmp_path / "data").exists()


def test_the_addresses_may_stand_in_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "url").write_text(
        "postgresql://kotopolku_app:secret@db.example/kotopolku\n", encoding="utf-8"
    )
    monkeypatch.setenv("DATABASE_URL_FILE", str(tmp_path / "url"))
    with database_urls(tmp_path / "data") as urls:
        assert urls.app == "postgresql://kotopolku_app:secret@db.example/kotopolku"


def test_an_owner_without_an_application_address_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("DATABASE_OWNER_URL", "postgresql://kotopolku_owner@db.example/kotopolku")
    with pytest.raises(PostgresProblem, match="DATABASE_URL is not"), database_urls(tmp_path):
        pass


@pytest.mark.slow
def test_without_them_the_embedded_server_answers_for_as_long_as_the_block_runs(tmp_path: Path) -> None:
    with database_urls(tmp_path) as urls:
        assert urls.server is not None
        assert urls.app == urls.server.url(role="kotopolku_app", database="kotopolku")
        assert urls.owner == urls.server.url(role="kotopolku_owner", database="kotopolku")
        socket = urls.server.socket
        assert socket.exists()
    assert not socket.exists()
