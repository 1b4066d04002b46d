"""`kotopolku shots`: pictures of the pages, to look at: five widths, Finnish and Arabic, light and dark.

Takes them from a running demo (`--address http://127.0.0.1:8000`), or starts one of its own. `--only case` takes the
pages whose name holds the word. Pictures go to `shots/`, which Git ignores.
"""

import argparse
import contextlib
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kotopolku.cli import chromium

WIDTHS = (1440, 1280, 768, 390, 320)
OUT = Path("shots")
TRIED = 15


@dataclass(frozen=True, slots=True)
class Shot:
    """A page: its name, its address, and links to follow from there (CSS selectors), since ids are made at random."""

    name: str
    address: str
    follow: tuple[str, ...] = ()
    languages: tuple[str, ...] = ("fi", "ar")
    role: str = ""  # "" = nobody signed in; else the name of the demo's one-click role


PUBLIC = (
    Shot("front", "/{language}/"),
    Shot("services", "/{language}/services/"),
    Shot("service", "/{language}/services/", follow=("main a[href*='/services/']",)),
    Shot("life", "/{language}/life/"),
    Shot("situation", "/{language}/life/arrived/"),
    Shot("looking-for-work", "/{language}/looking-for-work/"),
    Shot("for-authorities", "/{language}/for-authorities/"),
    Shot("contact-form", "/{language}/for-authorities/contact/"),
    Shot("request-assessment", "/{language}/request-assessment/"),
    Shot("programme", "/{language}/programme/"),
    Shot("law-section", "/{language}/law/681-2023/14/"),
    Shot("sign-in", "/sign-in/", languages=("fi",)),
)
CASE = ("main a[href^='/desk/people/']:not([href*='/new/'])",)  # a person's address leads to the case
DESK = tuple(
    Shot(name, address, follow, ("fi",), "Aino Kettunen")
    for name, address, follow in (
        ("desk-today", "/desk/", ()),
        ("desk-contacts", "/desk/contacts/", ()),
        ("desk-contact", "/desk/contacts/", ("main a[href^='/desk/contacts/']",)),
        ("desk-people", "/desk/people/", ()),
        ("desk-case", "/desk/people/", CASE),
        ("desk-facts", "/desk/people/", (*CASE, "main a[href*='/facts/']")),
        ("desk-assessment", "/desk/people/", (*CASE, "main a[href^='/desk/assessments/']")),
        ("desk-plan", "/desk/people/", (*CASE, "main a[href^='/desk/plans/']")),
    )
)
OFFICE = tuple(
    Shot(f"office-{name}", f"/office/{address}", (), ("fi",), role)
    for name, address, role in (
        ("front", "", "Paula Niemi"),
        ("staff", "staff/", "Paula Niemi"),
        ("staff-new", "staff/new/", "Paula Niemi"),
        ("review", "review/", "Paula Niemi"),
        ("substitute", "staff/substitute/", "Paula Niemi"),
        ("devices", "devices/", "Paula Niemi"),
        ("keys", "keys/", "Paula Niemi"),
        ("municipality", "", "Jani Välimäki"),
        ("contact-persons", "contact-persons/", "Jani Välimäki"),
        ("log", "log/", "Tiina Tarkka"),
    )
)
PARTNER = tuple(
    Shot(f"partner-{name}", "/partner/", (), ("fi",), role)
    for name, role in (("county", "Hanna Hoiva"), ("school", "Olli Opettaja"), ("employment", "Tapio Työ"))
)


def run(argv: list[str]) -> int:
    """Take the pictures; 1 when a page could not be reached."""
    parser = argparse.ArgumentParser(prog="kotopolku shots", description=__doc__)
    parser.add_argument("--address", help="of a running demo; default: one of its own")
    parser.add_argument("--only", default="", help="only pages whose name holds this word")
    parser.add_argument("--widths", type=int, nargs="+", default=list(WIDTHS), help="in pixels")
    options = parser.parse_args(argv)
    wanted = [shot for shot in (*PUBLIC, *DESK, *OFFICE, *PARTNER) if options.only in shot.name]
    OUT.mkdir(exist_ok=True)
    missing: list[str] = []
    with _address(options.address) as address, _browser() as browser:
        for shot in wanted:
            for language in shot.languages:
                for scheme in ("light", "dark"):
                    missing += _take(
                        browser, shot, address, language=language, scheme=scheme, widths=options.widths
                    )
    for line in missing:
        print(f"not taken: {line}")
    print(f"{len(list(OUT.glob('*.png')))} pictures in {OUT.resolve()}")
    return 1 if missing else 0


@contextlib.contextmanager
def _address(given: str | None) -> Iterator[str]:
    if given:
        yield given.rstrip("/")
        return
    from kotopolku.cli import children, demo
    from kotopolku.cli.postgres.choice import FOLDER_SETTING

    # Not the demo's own folder: somebody may be working in it.
    folder = Path(os.environ.get(FOLDER_SETTING) or ".data/demo").resolve().with_name("shots")
    port = children.free_port()
    with contextlib.ExitStack() as stack:
        demo.start_all(stack, folder=folder, port=port)
        yield f"http://{demo.HOST}:{port}"


@contextlib.contextmanager
def _browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    path = chromium.find_or_install()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(chromium.FLAGS))
        yield browser
        browser.close()


def _take(
    browser: Any, shot: Shot, address: str, *, language: str, scheme: str, widths: list[int]
) -> list[str]:
    context = browser.new_context(
        base_url=address, locale="fi-FI", color_scheme=scheme, timezone_id="Europe/Helsinki"
    )
    try:
        page = context.new_page()
        if shot.role and not _step_in(page, shot.role):
            return [f"{shot.name}: there is no one-click role to step in as"]
        page.goto(shot.address.format(language=language))
        if not _follow(page, shot.follow):
            return [f"{shot.name} ({language}): no way along {' → '.join(shot.follow)} from {shot.address}"]
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            page.screenshot(path=OUT / f"{shot.name}-{language}-{scheme}-{width}.png", full_page=True)
    finally:
        context.close()
    return []


def _follow(page: Any, selectors: tuple[str, ...]) -> bool:
    """Go along the links; where one leads to a page without the next, try the link after it (not all have a plan)."""
    if not selectors:
        return True
    links = page.locator(selectors[0]).evaluate_all("found => found.map(link => link.getAttribute('href'))")
    for link in links[:TRIED]:
        page.goto(link)
        if _follow(page, selectors[1:]):
            return True
    return False


def _step_in(page: Any, role: str) -> bool:
    page.goto("/sign-in/")
    forms = page.locator("main ul.rows form", has_text=role)
    if forms.count() == 0:
        return False
    forms.first.locator("button").click()
    return True
