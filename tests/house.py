"""What every test but those of the law stands on: Django set up for tests, a database of our own, no flush.

Tests run as the application role in a database copied from a migrated template (tests/database.py). A test with
`db` (or the mark `django_db`) is rolled back; one that needs real commits or several connections takes
`own_database`. Nothing is ever flushed: append-only tables refuse TRUNCATE.
"""

import os
import re
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

os.environ["KOTOPOLKU_TESTING"] = "1"
os.environ["DJANGO_SETTINGS_MODULE"] = "kotopolku.settings"
# Playwright's synchronous interface keeps an event loop running, beside which Django would refuse the database.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
for name in ("KOTOPOLKU_DEMO", "KOTOPOLKU_DATABASE_ROLE", "DATABASE_OWNER_URL", "DATABASE_URL_FILE"):
    os.environ.pop(name, None)
# No test may reach a database by accident: the real address is known only inside the fixtures.
os.environ["DATABASE_URL"] = "postgresql://kotopolku_app@/none?host=/nonexistent"

import django  # noqa: E402

from tests import database, settled  # noqa: E402

django.setup()

from kotopolku.audit.actor import Actor  # noqa: E402
from kotopolku.cli.postgres import Server  # noqa: E402

pytest_plugins = ["tests.cast", "tests.browser"]
FORBIDDEN = {"transactional_db", "live_server", "django_db_reset_sequences", "django_db_serialized_rollback"}
DATABASES = {"db", "area_settled", "cast_database", "raisio_loaded"}
WHOLE_STORIES = re.compile(
    r"kotopolku/(?:web/(?:desk|office|partner|screens|sign_in)|handovers|letters|appointments|bench|network|papers|decisions)/"
    r"|cases/tests/test_(?:overrides|after_closing|who_sees)|clocks/tests/test_(?:what_if|linking)"
    r"|programme/tests/test_(?:queries|actions|load)|cli/tests/test_programme"  # each loads a whole programme
)
RUN_SERVER = pytest.StashKey[Server]()


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Let the workers of pytest-xdist share the server of the run."""
    server = _run_server(node.config)
    node.workerinput["kotopolku_server"] = (str(server.folder), str(server.socket))


def pytest_unconfigure(config: pytest.Config) -> None:
    server = config.stash.get(RUN_SERVER, None)
    if server is not None:
        database.discard(server)


@pytest.hookimpl(tryfirst=True)  # before pytest chooses by marks
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Refuse what would flush tables, before anything runs; what is slow by its kind is marked so.

    That is what wants a database of its own, the pages of the workers' rooms, and what happens to a client who has a
    plan already (hand-overs, letters, appointments): each needs clients with a whole story. The quick tier holds the
    rules below them, and the table of routes.
    """
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if "own_database" in asked or (DATABASES & asked and WHOLE_STORIES.search(item.nodeid)):
            item.add_marker(pytest.mark.slow)
        mark = item.get_closest_marker("django_db")
        asked = FORBIDDEN & set(getattr(item, "fixturenames", ()))
        if asked or (mark and (mark.args or {"transaction", "reset_sequences"} & set(mark.kwargs))):
            raise pytest.UsageError(
                f"{item.nodeid} asks for {', '.join(sorted(asked)) or 'real transactions'}, which empties tables "
                "afterwards; append-only tables refuse that. Take the fixture `own_database` instead."
            )


@pytest.fixture(scope="session")
def database_server(request: pytest.FixtureRequest) -> Server:
    """The PostgreSQL server of this run, with the migrated database `tests.database.TEMPLATE`."""
    given = getattr(request.config, "workerinput", {}).get("kotopolku_server")
    if given:
        return Server(folder=Path(given[0]), socket=Path(given[1]), process=None, lock=None)
    return _run_server(request.config)


@pytest.fixture(scope="session")
def django_db_setup(
    request: pytest.FixtureRequest,
    django_test_environment: None,
    django_db_blocker: Any,
    database_server: Server,
) -> Iterator[None]:
    """One database a worker, in which every test is rolled back."""
    name = f"test_{_worker(request)}"
    database_server.copy_database(name, template=database.TEMPLATE)
    with django_db_blocker.unblock(), database.pointed_at(database_server, name):
        yield


@pytest.fixture(scope="session")
def _raisio_database(
    request: pytest.FixtureRequest, database_server: Server, django_db_setup: None, django_db_blocker: Any
) -> Iterator[str]:
    name = f"raisio_{_worker(request)}"
    database_server.copy_database(name, template=database.TEMPLATE)
    with django_db_blocker.unblock():
        with database.pointed_at(database_server, name):
            settled.load_raisio()
        yield name


@pytest.fixture
def raisio_loaded(_raisio_database: str, database_server: Server, django_db_blocker: Any) -> Iterator[str]:
    """Instead of `db`: a database that holds the Raisio programme already, rolled back to just that; the area's id.

    Loading it costs a third of a second; here once a worker.
    """
    with django_db_blocker.unblock(), database.rolled_back(database_server, _raisio_database):
        yield "raisio"


@pytest.fixture(scope="session")
def _cast_databases(
    request: pytest.FixtureRequest, database_server: Server, django_db_setup: None, django_db_blocker: Any
) -> Callable[[frozenset[str]], tuple[str, dict[str, Actor]]]:
    """A function that returns the database in which just these of the cast are, and them; each made once a worker."""
    from tests.cast import CAST, settle_area

    made: dict[frozenset[str], tuple[str, dict[str, Actor]]] = {}

    def kept(names: frozenset[str]) -> tuple[str, dict[str, Actor]]:
        if names not in made:
            base = kept(frozenset())[0] if names else database.TEMPLATE
            database_name = f"area_{_worker(request)}_{len(made)}"
            database_server.copy_database(database_name, template=base)
            with django_db_blocker.unblock(), database.pointed_at(database_server, database_name):
                if not names:
                    settle_area()
                actors = {name: make() for name, make in CAST.items() if name in names}
            made[names] = database_name, actors
        return made[names]

    return kept


@pytest.fixture
def area_settled(
    request: pytest.FixtureRequest, _cast_databases: Any, database_server: Server, django_db_blocker: Any
) -> Iterator[dict[str, Actor]]:
    """Instead of `db`: a database that holds the cast's area and those of the cast whom the test names already.

    Most tests need them, and founding and signing up ask the database a hundred times; here once a worker for each
    set of the cast. The database is rolled back to just that.
    """
    from tests.cast import CAST

    name, actors = _cast_databases(frozenset(CAST.keys() & set(request.fixturenames)))
    with django_db_blocker.unblock(), database.rolled_back(database_server, name):
        yield actors


@pytest.fixture
def own_database(database_server: Server, django_db_setup: None, django_db_blocker: Any) -> Iterator[str]:
    """A database for this test alone, where commits are real and threads may meet; its name is the value."""
    name = f"own_{uuid.uuid4().hex[:12]}"
    with (
        django_db_blocker.unblock(),
        database.copied_database(database_server, name),
        database.pointed_at(database_server, name),
    ):
        yield name


def _worker(request: pytest.FixtureRequest) -> str:
    """Return the name of the worker, also in a run without pytest-xdist."""
    return str(getattr(request.config, "workerinput", {}).get("workerid", "alone"))


def _run_server(config: pytest.Config) -> Server:
    server = config.stash.get(RUN_SERVER, None)
    if server is None:
        server = config.stash[RUN_SERVER] = database.run_server()
    return server
