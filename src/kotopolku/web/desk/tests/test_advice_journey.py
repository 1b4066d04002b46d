"""In the browser: a visit to advice logged and taken back without a mouse, on a desk and on a phone."""

import pytest
from playwright.sync_api import expect
from tests.browser import too_wide

pytestmark = pytest.mark.browser


def test_a_visit_is_logged_and_undone_by_keys_alone(page, site, sign_in, axe_faults):
    sign_in(page, site.staff["aino"])
    page.goto("/desk/advice/")
    # when way, municipality, topic, time and outcome are picked by keys
    page.keyboard.press("2")
    page.keyboard.press("0")
    topics = page.get_by_role("combobox", name="Aiheet, enintään kolme")
    topics.focus()
    topics.press_sequentially("as")
    topics.press("Enter")
    page.get_by_role("radio", name="15 min").focus()
    page.keyboard.press("Space")
    page.get_by_role("radio", name="Oma kieli").focus()
    page.keyboard.press("Space")
    page.keyboard.press("S")
    assert axe_faults(page) == []
    page.keyboard.press("Control+Enter")
    # then it stands in the day, and the toast takes it back
    toast = page.get_by_role("status").filter(has_text="Käynti kirjattiin.")
    expect(toast).to_be_visible()
    expect(page.get_by_role("link", name="Asuminen")).to_be_visible()
    toast.get_by_role("button").press("Enter")
    expect(page.get_by_text("Käynti poistettiin lokista.")).to_be_visible()
    expect(page.get_by_role("link", name="Asuminen")).to_have_count(0)


def test_the_log_fits_a_phone_on_an_outreach_day(page, site, sign_in, axe_faults):
    sign_in(page, site.staff["aino"])
    page.set_viewport_size({"width": 320, "height": 720})
    page.goto("/desk/advice/")
    assert too_wide(page) <= 0
    assert axe_faults(page) == []
