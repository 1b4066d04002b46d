"""In the browser: a number from the kiosk in Arabic, called and logged at the desk in Finnish, and a call asked for."""

import re

import pytest
from playwright.sync_api import expect
from tests.browser import too_wide

pytestmark = pytest.mark.browser


def pair(browser, page, sign_in, site, kind):
    """Pair a screen by its six digits, as an administrator and the one at the device do together."""
    screen = browser.new_context(base_url=site.address).new_page()
    screen.goto("/device/")
    screen.locator(f"button[value={kind}]").click()
    code = screen.locator(".receipt-code").inner_text()
    sign_in(page, site.staff["kaisa"])
    page.goto("/office/devices/")
    page.locator("#id_code").fill(code)
    page.locator("#id_name").fill(f"Martinkatu {kind}")
    page.keyboard.press("Enter")
    expect(page.locator(".rows").first).to_contain_text(f"Martinkatu {kind}")
    screen.goto(f"/device/{kind}/")
    return screen


def test_a_number_of_the_kiosk_is_called_on_the_wall_and_logged_by_keys(
    browser, page, site, sign_in, axe_faults
):
    kiosk = pair(browser, page, sign_in, site, "kiosk")
    wall = pair(browser, page, sign_in, site, "wall")
    # given somebody who presses a language and a picture
    kiosk.get_by_role("link", name="العربية").click()
    expect(kiosk.locator("html")).to_have_attribute("dir", "rtl")
    assert axe_faults(kiosk) == []
    kiosk.locator("button.kiosk-topic").nth(2).click()
    number = kiosk.locator(".kiosk-number").inner_text()
    # when the adviser, whose page shows the number by itself, calls with one key
    page.goto("/desk/advice/")
    expect(page.locator(".line-row").filter(has_text="arabia")).to_be_visible()
    assert axe_faults(page) == []
    page.keyboard.press("c")
    expect(page.locator(".line-number")).to_have_text(number)
    # then the wall shows it, and the log knows language and topic already
    expect(wall.locator(".wall-number").first).to_have_text(number)
    assert axe_faults(wall) == []
    page.get_by_role("radio", name="Oma kieli").check()
    page.get_by_role("radio", name="Ei kysytty").check()
    page.get_by_role("radio", name="5 min", exact=True).check()
    page.get_by_role("radio", name="Selvisi").check()
    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("link", name=re.compile("Kela ja etuudet"))).to_be_visible()
    expect(page.locator(".line-mine")).to_have_count(0)


def test_a_call_is_asked_for_in_arabic_on_a_phone_without_scripts(without_scripts, axe_faults):
    page = without_scripts.new_page()
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/ar/line/")
    page.get_by_role("link", name="اطلب أن نتصل بك").first.click()
    page.locator("#id_phone").fill("040 000 0000")
    page.get_by_role("button", name="اطلب أن نتصل بك").click()
    expect(page.locator(".line-big")).to_have_text(re.compile(r"P\d+"))
    assert too_wide(page) <= 0
