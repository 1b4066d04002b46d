"""The public pages in a real browser: accessible, no sideways scrolling, in both directions, narrow and wide."""

from collections.abc import Callable

import pytest
from playwright.sync_api import BrowserContext, Page, expect
from tests.browser import too_wide

pytestmark = pytest.mark.browser

PAGES = (
    "services/",
    "services/assessment/",
    "looking-for-work/",
    "for-authorities/",
    "for-authorities/contact/",
    "request-assessment/",
    "programme/",
    "municipalities/naantali/",
    "contact/",
    "law/681-2023/14/",
)


@pytest.mark.parametrize(("word", "width"), [("fi", 1280), ("fi", 320), ("ar", 320)])
def test_the_pages_are_accessible_and_fit(
    page: Page, axe_faults: Callable[[Page], list[str]], word: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    for address in PAGES:
        # when
        page.goto(f"/{word}/{address}")
        # then
        assert too_wide(page) <= 0, address
        assert axe_faults(page) == [], address


def test_a_request_is_mended_and_sent_with_the_keyboard_and_without_scripts(
    without_scripts: BrowserContext,
) -> None:
    page = without_scripts.new_page()
    page.goto("/en/request-assessment/")
    # given a name but nothing else
    page.get_by_label("Your name").fill("Amina")
    page.keyboard.press("Enter")
    # then each mistake is a link to its field
    page.get_by_role("link", name="Choose the municipality.").press("Enter")
    page.get_by_label("Municipality where you live").select_option(label="Raisio")
    page.get_by_label("Your telephone number").fill("040 000 0000")
    page.get_by_role("button", name="Send the request").press("Enter")
    # then the receipt holds a code and no name
    expect(page.locator("h1")).to_contain_text("Your request has arrived")
    expect(page.locator("body")).not_to_contain_text("Amina")
