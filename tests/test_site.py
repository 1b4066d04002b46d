"""The program as it really runs, in a browser: it answers, in two directions, and steps in without a password."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.browser import Site, too_wide

pytestmark = pytest.mark.browser


@pytest.mark.parametrize(("word", "direction"), [("fi", "ltr"), ("ar", "rtl"), ("prs", "rtl")])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_front_page_is_accessible_and_fits_in_both_directions(
    page: Page, axe_faults: Callable[[Page], list[str]], word: str, direction: str, width: int
) -> None:
    # when
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"/{word}/")
    # then
    expect(page.locator("html")).to_have_attribute("dir", direction)
    assert too_wide(page) <= 0
    assert axe_faults(page) == []


def test_the_root_leads_to_the_language_of_the_browser(page: Page, site: Site) -> None:
    page.goto("/")
    assert page.url == f"{site.address}/fi/"


def test_the_front_page_works_without_scripts(without_scripts: BrowserContext, site: Site) -> None:
    page = without_scripts.new_page()
    page.goto("/fi/")
    expect(page.locator("h1")).to_have_count(1)


def test_an_officer_steps_in_and_sees_the_own_day(
    page: Page, site: Site, sign_in: Callable[[Page, int], None]
) -> None:
    # given a visitor, who is sent to the sign-in page
    page.goto("/desk/")
    assert "/sign-in/" in page.url
    # when an officer has signed in
    sign_in(page, site.staff["aino"])
    page.goto("/desk/")
    # then
    assert page.url == f"{site.address}/desk/"
    expect(page.locator("body")).to_contain_text("Aino Kettunen")
