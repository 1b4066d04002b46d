"""The tests' own database: copies that never meet, made anew when the tables change, and never flushed."""

import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests import database


@pytest.mark.slow
def test_two_runs_at_once_have_servers_and_data_of_their_own() -> None:
    # given two runs
    one, other = database.run_server(), database.run_server()
    try:
        # when one of them changes the template itself
        with one.connect(database=database.TEMPLATE) as connection:
            connection.execute("CREATE TABLE mine (id int)")
        # then the other does not see it
        with other.connect(database=database.TEMPLATE) as connection:
            assert connection.execute("SELECT to_regclass('mine')").fetchone() == (None,)
    finally:
        database.discard(one)
        database.discard(other)
    assert not one.folder.exists()
    assert not other.folder.exists()


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small checkout: a migration that imports SQL kept beside the tables, and a module nothing imports."""
    files = {
        "src/kotopolku/people/migrations/0001_initial.py": "from kotopolku.people.sql import WALL\n",
        "src/kotopolku/people/sql.py": "from kotopolku.audit import walls\nWALL = 1\n",
        "src/kotopolku/people/queries.py": "",
        "src/kotopolku/settings.py": "",
        "requirements.lock": "",
    }
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(database, "ROOT", tmp_path)
    monkeypatch.setattr(database, "SOURCE", tmp_path / "src" / "kotopolku")
    return tmp_path


@pytest.mark.parametrize(
    ("changed", "anew"),
    [
        ("src/kotopolku/people/migrations/0001_initial.py", True),
        ("src/kotopolku/people/sql.py", True),
        ("src/kotopolku/people/queries.py", False),
        ("requirements.lock", True),
    ],
)
def test_the_kept_database_is_made_anew_when_what_shapes_it_changes(
    checkout: Path, changed: str, anew: bool
) -> None:
    before = database.shape()
    with (checkout / changed).open("a", encoding="utf-8") as file:
        file.write("# changed\n")
    assert (database.shape() != before) is anew


@pytest.mark.parametrize(
    ("fixtures", "mark"),
    [
        (["transactional_db"], None),
        (["live_server"], None),
        ([], pytest.mark.django_db(transaction=True).mark),
        ([], pytest.mark.django_db(reset_sequences=True).mark),
    ],
)
def test_a_test_that_would_empty_tables_is_refused_with_the_way_out(
    fixtures: list[str], mark: Any, pytestconfig: pytest.Config
) -> None:
    item = SimpleNamespace(nodeid="a.py::b", fixturenames=fixtures, get_closest_marker=lambda _: mark)
    with pytest.raises(pytest.UsageError, match=r"a\.py::b .* `own_database`"):
        house(pytestconfig).pytest_collection_modifyitems([item])


def test_an_ordinary_database_test_is_not_refused(pytestconfig: pytest.Config) -> None:
    mark = pytest.mark.django_db.mark
    item = SimpleNamespace(nodeid="a.py::b", fixturenames=["db"], get_closest_marker=lambda _: mark)
    house(pytestconfig).pytest_collection_modifyitems([item])


def house(config: pytest.Config) -> Any:
    """The hooks of every test, as the root conftest has loaded them."""
    return config.pluginmanager.get_plugin("tests.house")


@pytest.mark.parametrize("turn", [1, 2])
def test_the_loaded_programme_is_there_and_what_a_test_adds_is_not(turn: int, raisio_loaded: str) -> None:
    # given the programme, and no staff in either turn
    from kotopolku.accounts.models import Organisation, Staff

    assert Organisation.objects.filter(code="naantali").exists()
    assert Staff.objects.count() == 0
    # when one is added
    Staff.objects.create(username="aino", name="Aino")
    # then it is there until the test ends
    assert Staff.objects.count() == 1


@pytest.mark.slow
def test_the_laws_tests_load_no_django(tmp_path: Path) -> None:
    # given a run that ends by telling what it has imported
    (tmp_path / "telling.py").write_text(
        "import sys\ndef pytest_unconfigure(config):\n    print('LOADED', 'django' in sys.modules)\n",
        encoding="utf-8",
    )
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("DJANGO_", "PYTEST_"))
    }
    told = [
        subprocess.run(
            [sys.executable, "-m", "pytest", "-q", "-p", "telling", "--collect-only", chosen],
            cwd=database.ROOT,
            env=environment | {"PYTHONPATH": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        ).stdout.split()[-1]
        for chosen in (
            "src/kotopolku/law/tests/test_calendar.py",
            "src/kotopolku/languages/tests/test_texts.py",
        )
    ]
    # then the law's did without Django, and others did not
    assert told == ["False", "True"]
