"""The command line finds its commands, suggests what was meant, and keeps light commands light."""

import subprocess
import sys

import pytest

from kotopolku.cli.main import COMMANDS, main


@pytest.mark.slow
def test_every_command_of_the_table_has_a_module_that_can_run() -> None:
    # in a process of its own, so that this one's imports help none of them
    code = (
        "import importlib; from kotopolku.cli.environment import django_ready; "
        "from kotopolku.cli.main import COMMANDS; "
        "django_ready(); print([n for n, c in COMMANDS.items() if not callable(importlib.import_module(c.module).run)])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert (done.stdout, done.returncode) == ("[]\n", 0), done.stderr


def test_a_command_mistyped_is_answered_with_the_nearest_one(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["migrat"]) == 2
    assert (
        capsys.readouterr().err
        == "kotopolku: there is no command `migrat`; did you mean `kotopolku migrate`?\n"
    )


def test_a_command_like_no_other_is_answered_with_the_way_to_the_list(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["qqqq"]) == 2
    assert "--help" in capsys.readouterr().err


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0
    shown = capsys.readouterr().out
    assert [name for name in COMMANDS if f"  {name} " not in shown] == []


@pytest.mark.parametrize(
    ("name", "argv", "role"),
    [
        ("programme", ["check", "x"], ""),
        ("programme", ["load", "x"], "app"),
        ("programme", ["load", "--help"], ""),
        ("migrate", [], "owner"),
        ("manage", ["makemigrations"], ""),
        ("manage", ["shell"], "app"),
        ("law", ["ask", "x"], ""),
    ],
)
def test_a_command_gets_a_database_only_when_it_needs_one(name: str, argv: list[str], role: str) -> None:
    assert COMMANDS[name].role_for(argv) == role


def test_django_can_be_the_owner_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KOTOPOLKU_DATABASE_ROLE", "owner")
    assert COMMANDS["manage"].role_for(["dbshell"]) == "owner"


def test_the_law_answers_without_django_or_a_database() -> None:
    code = (
        "import sys; from kotopolku.cli.main import main; code = main(['law', 'list']); "
        "assert not {'django', 'psycopg'} & set(sys.modules), 'heavy'; sys.exit(code)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr


def test_a_half_given_database_is_refused_in_one_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setenv("DATABASE_OWNER_URL", "postgresql://kotopolku_owner@db.example/kotopolku")
    assert main(["migrate"]) == 1
    assert capsys.readouterr().err.startswith("kotopolku migrate: DATABASE_OWNER_URL is set")


def test_migrating_without_the_owners_address_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://kotopolku_app@db.example/kotopolku")
    monkeypatch.delenv("DATABASE_OWNER_URL", raising=False)
    assert main(["migrate"]) == 1
    assert "DATABASE_OWNER_URL" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("environment", "number"),
    [
        ({"KOTOPOLKU_SECRET_KEY": "short"}, "K004"),
        ({"KOTOPOLKU_SECRET_KEY": "x" * 50, "KOTOPOLKU_DEMO": "1"}, "K005"),
        ({"KOTOPOLKU_SECRET_KEY": "x" * 50, "KOTOPOLKU_TESTING": "1"}, "K006"),
    ],
)
def test_the_server_refuses_settings_that_are_not_for_production(
    environment: dict[str, str],
    number: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("KOTOPOLKU_SECRET_KEY", "KOTOPOLKU_SECRET_KEY_FILE", "KOTOPOLKU_DEMO", "KOTOPOLKU_TESTING"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert main(["serve"]) == 1
    assert f"kotopolku serve: {number}" in capsys.readouterr().err
