"""Browser tests: the real server on a database of its own, Chromium, axe, and a picture of what failed.

    @pytest.mark.browser
    def test_something(page, site):
        page.goto("/fi/")                       # addresses are relative to the site

`site.records()` lets a test make its own people by actions, committed in the site's database; nothing is rolled
back there, so every test makes what it needs and looks only at that. `sign_in(page, staff_id)` steps in without
typing a password.

A machine may be slow: a click waits for the whole page it leads to, scripts and all, and so do keys; what is expected
may take its time. Ask by `expect(…)`, which waits; a plain `assert` on the page does not.
"""

import os
import re
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import BrowserContext, Locator, Page, expect

from kotopolku.cli import children, chromium
from kotopolku.cli.postgres import Server
from tests import database
from tests.settled import TODAY, settle

RESULTS = database.ROOT / "test-results"
STANDARD = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
FAILED = pytest.StashKey[bool]()
PATIENCE = 20_000  # milliseconds
OVER_THE_SIDE = "document.documentElement.scrollWidth - document.documentElement.clientWidth"

expect.set_options(timeout=PATIENCE)


def _wait_for_the_page_after(name: str) -> None:
    """Let a deed of a locator end when the page it led to is there whole: keys are heard once scripts have run."""
    plain = getattr(Locator, name)

    def patient(self: Locator, *args: Any, **options: Any) -> None:
        plain(self, *args, **options)
        self.page.wait_for_load_state()

    setattr(Locator, name, patient)


for _deed in ("click", "press"):
    _wait_for_the_page_after(_deed)


def too_wide(page: Page) -> int:
    """Return by how many pixels the page runs over the side of its window."""
    page.wait_for_load_state()
    return int(page.evaluate(OVER_THE_SIDE))


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A running program: its address, its staff, and the way into its database."""

    address: str
    name: str
    server: Server
    staff: dict[str, int]  # user name -> id, of `tests.settled`

    def records(self) -> AbstractContextManager[None]:
        """Let Django's connection in this process be the site's database, with real commits."""
        return database.pointed_at(self.server, self.name)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    report = yield
    if report.when == "call":
        item.stash[FAILED] = report.failed
    return report


@pytest.fixture(scope="session")
def delete_output_dir() -> None:
    """Leave `test-results` alone: pytest-playwright would empty it under the feet of a run beside this one."""


@pytest.fixture(scope="session")
def site(
    database_server: Server, django_db_setup: None, django_db_blocker: Any, worker_id: str
) -> Iterator[Site]:
    """The program on a database of this worker's own, with the Raisio programme and no people."""
    name = f"site_{worker_id}"
    with ExitStack() as stack:
        logs = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="kp-site-")))
        database_server.copy_database(name, template=database.TEMPLATE)
        port = children.free_port()
        with django_db_blocker.unblock(), database.pointed_at(database_server, name):
            staff = settle()
        made = Site(address=f"http://localhost:{port}", name=name, server=database_server, staff=staff)
        environment = os.environ | {
            "DATABASE_URL": database_server.url(role="kotopolku_app", database=name),
            "KOTOPOLKU_DEMO": "1",
            "KOTOPOLKU_TODAY": TODAY.isoformat(),
        }
        web = children.web_server(host="127.0.0.1", port=port, environment=environment, log=logs / "web.log")
        stack.callback(web.stop)
        children.wait_for_page(f"{made.address}/", web)
        yield made


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, Any]:
    path = chromium.find()
    if path is None:
        raise pytest.UsageError("No Chromium: `python3 dev.py test` installs one, `--quick` does without.")
    return {"executable_path": path, "args": list(chromium.FLAGS)}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any], site: Site) -> dict[str, Any]:
    """Every page belongs to the site; dates and language are those of a Finnish office."""
    return browser_context_args | {
        "base_url": site.address,
        "locale": "fi-FI",
        "timezone_id": "Europe/Helsinki",
        "viewport": {"width": 1280, "height": 900},
    }


@pytest.fixture
def page(page: Page, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page whose picture is kept in `test-results` when the test fails; a fault of a script fails the test."""
    faults: list[str] = []
    for deed in ("press", "type"):
        setattr(page.keyboard, deed, _once_loaded(page, getattr(page.keyboard, deed)))
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.on(
        "console", lambda line: faults.append(line.text) if "Content Security Policy" in line.text else None
    )
    yield page
    if request.node.stash.get(FAILED, False):
        RESULTS.mkdir(exist_ok=True)
        page.screenshot(
            path=RESULTS / (re.sub(r"[^\w.-]+", "-", request.node.nodeid) + ".png"), full_page=True
        )
    assert faults == []


def _once_loaded(page: Page, deed: Callable[..., None]) -> Callable[..., None]:
    def patient(*args: Any, **options: Any) -> None:
        page.wait_for_load_state()
        deed(*args, **options)

    return patient


@pytest.fixture
def sign_in(site: Site, django_db_blocker: Any) -> Callable[[Page, int], None]:
    """A function that gives the page's browser a session of the staff member, as signing in would."""
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from kotopolku.accounts.models import Staff
    from kotopolku.accounts.sign_in_sessions import begin

    def enter(page: Page, staff_id: int) -> None:
        with django_db_blocker.unblock(), site.records():
            session = SessionStore()
            session[SESSION_KEY] = str(staff_id)
            session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
            session[HASH_SESSION_KEY] = Staff.objects.get(pk=staff_id).get_session_auth_hash()
            begin(session, way="password", now=time.time())
            session.save()
        page.context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": str(session.session_key), "url": site.address}]
        )

    return enter


@pytest.fixture
def axe_faults() -> Callable[[Page], list[str]]:
    """A function that returns what axe finds on the page against WCAG 2.2 A and AA, one line a fault; [] is clean."""
    from axe_playwright_python.sync_playwright import Axe

    def look(page: Page) -> list[str]:
        page.wait_for_load_state()
        found = (
            Axe().run(page, options={"runOnly": {"type": "tag", "values": STANDARD}}).response["violations"]
        )
        return [f"{one['id']}: {one['help']}: {node['html'][:160]}" for one in found for node in one["nodes"]]

    return look


@pytest.fixture
def without_scripts(browser: Any, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """A browser context in which no script runs: every task must work there too."""
    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    yield context
    context.close()
