"""In Chromium: the case as a story told by its officer, and all of it by the keyboard alone on a phone's width."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect
from tests.browser import too_wide
from tests.cast import TODAY
from tests.desk import Matter, accepted

from kotopolku.accounts.access import actor_for
from kotopolku.audit.acting import acting_as
from kotopolku.audit.models import LogRow
from kotopolku.people.entries import ContactEntry, Names

pytestmark = pytest.mark.browser
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8ffff3f0005fe02fe"
    "dccc59e70000000049454e44ae426082"
)


@pytest.fixture
def matter(site, django_db_blocker) -> Matter:
    """A client of Aino's with a plan in force."""
    with django_db_blocker.unblock(), site.records():
        with acting_as(actor_for(site.staff["aino"], on=TODAY), on=TODAY):  # type: ignore[arg-type]
            aino = actor_for(site.staff["aino"], on=TODAY)
        return accepted(
            aino,
            names=Names(given_names="Rana", family_name="Al-Khatib", own_script="رنا الخطيب"),
            contact_details=[ContactEntry(kind="phone", value="040 123 4567")],
        )


def rows(site, django_db_blocker) -> list[tuple[str, str]]:
    with django_db_blocker.unblock(), site.records():
        return list(LogRow.objects.order_by("id").values_list("kind", "action"))


def picture(page, name: str) -> None:
    """Keep a picture to look at, where somebody asks for it."""
    if folder := os.environ.get("KOTOPOLKU_PICTURES"):
        page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)


def test_the_case_is_told_noted_and_surrounded(page, site, sign_in, matter, django_db_blocker, axe_faults):
    sign_in(page, site.staff["aino"])
    page.goto(f"/desk/cases/{matter.case}/")
    picture(page, "case-1280")
    before = rows(site, django_db_blocker)
    # when somebody is in danger, one key opens the card, and Escape closes it
    page.keyboard.press("!")
    card = page.locator("#danger")
    expect(card).to_be_visible()
    expect(card).to_contain_text("Nollalinja")
    expect(card.locator("a[href='tel:080005005']")).to_have_count(1)
    picture(page, "danger-1280")
    page.keyboard.press("Escape")
    expect(card).to_be_hidden()
    # then nothing was recorded, not even a look
    assert rows(site, django_db_blocker) == before
    # when a note is written by two keystrokes and its words
    page.keyboard.press("n")
    page.keyboard.type("Kävin kotona. Kaikki hyvin!")
    page.keyboard.press("Control+Enter")
    page.get_by_text("Muistiinpano tallennettiin.").wait_for()
    expect(page.locator(".event").first).to_contain_text("Kaikki hyvin!")
    assert axe_faults(page) == []
    # when the school joins the network
    page.locator("#network a").first.click()
    page.select_option("#id_role", "school")
    page.fill("#id_organisation", "Kerttulan koulu")
    page.get_by_label("läsnäolo ja poissaolo").check()
    page.fill("#id_tells_until", "31.12.2026")
    page.fill("#id_consent_on", "24.11.2026")
    page.select_option("#id_consent_how", "interpreted")
    page.get_by_role("button", name="Lisää verkostoon").click()
    expect(page.locator("main .rows").first).to_contain_text("31.12.2026 asti")
    picture(page, "network-1280")
    assert axe_faults(page) == []
    # when a decision arrives, photographed
    page.goto(f"/desk/cases/{matter.case}/papers/")
    page.fill("#id_title", "Oleskelulupapäätös")
    page.select_option("#id_kind", "decision")
    page.select_option("#id_way", "photographed")
    page.fill("#id_sender", "Migri")
    page.set_input_files("#id_file", {"name": "passi.png", "mimeType": "image/png", "buffer": PIXEL})
    page.get_by_role("button", name="Kirjaa asiakirja").click()
    page.get_by_role("link", name="Oleskelulupapäätös").wait_for()
    picture(page, "papers-1280")
    assert axe_faults(page) == []
    page.get_by_role("link", name="Oleskelulupapäätös").click()
    with page.expect_download() as taken:
        page.get_by_role("link", name="Tiedosto 1").click()
    assert taken.value.suggested_filename.startswith("asiakirja-")


def test_everything_on_a_phone_by_the_keyboard_alone(page, site, sign_in, matter, axe_faults):
    sign_in(page, site.staff["aino"])
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(f"/desk/cases/{matter.case}/")
    # given a narrow page that does not run over the side
    assert too_wide(page) <= 0
    # when the tab key is pressed, then the ways past what repeats come first, and lead where they say
    skips = []
    for _ in range(3):
        page.keyboard.press("Tab")
        skips.append(page.evaluate("document.activeElement.getAttribute('href')"))
    assert skips == ["#main", "#note", "#events"]
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page).to_have_url(re.compile("#note$"))
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator("#id_text")).to_be_focused()
    # when a note is written
    page.keyboard.type("Kotikäynti")
    page.keyboard.press("Control+Enter")
    page.get_by_text("Muistiinpano tallennettiin.").wait_for()
    # when the keys of the page are asked for, then a dialog lists them, and Escape gives the focus back
    page.wait_for_load_state()
    page.locator("h1").evaluate("element => { element.tabIndex = -1; element.focus(); }")
    page.keyboard.press("?")
    keys = page.locator("#keys-list")
    expect(keys).to_be_visible()
    for said in ("Muistiinpano", "Vaara", "Ctrl Enter"):
        expect(keys).to_contain_text(said)
    picture(page, "keys-320")
    page.keyboard.press("Escape")
    expect(keys).to_be_hidden()
    expect(page.locator("h1")).to_be_focused()
    # when the card for danger is opened, the next stop of the tab key is in it, and everything in it fits
    page.keyboard.press("!")
    expect(page.locator("#danger")).to_be_visible()
    page.keyboard.press("Tab")
    expect(page.locator("#danger :focus")).to_have_count(1)
    assert page.evaluate("(e => e.scrollWidth - e.clientWidth)(document.getElementById('danger'))") <= 0
    picture(page, "danger-320")
    page.keyboard.press("Escape")
    expect(page.locator("[popovertarget=danger]:focus")).to_have_count(1)
    assert axe_faults(page) == []
    for width in (320, 390):
        page.set_viewport_size({"width": width, "height": 740})
        picture(page, f"case-{width}")
    page.goto(f"/desk/cases/{matter.case}/network/")
    assert too_wide(page) <= 0
    picture(page, "network-390")
    page.goto(f"/desk/cases/{matter.case}/papers/")
    assert too_wide(page) <= 0
    picture(page, "papers-390")


@pytest.mark.parametrize("what", ["case", "plan", "assessment"])
def test_on_paper_there_is_a_letterhead_and_nothing_to_press(page, site, sign_in, matter, what):
    sign_in(page, site.staff["aino"])
    place = {"case": "cases", "plan": "plans", "assessment": "assessments"}[what]
    page.goto(f"/desk/{place}/{getattr(matter, what)}/")
    page.emulate_media(media="print")
    expect(page.locator(".letterhead")).to_contain_text("Salassa pidettävä")
    expect(page.locator(".letterhead")).to_contain_text("Raision seudun yhteistoiminta-alue")
    # whose client it is: on the case in its heading, elsewhere in the letterhead
    expect(page.locator("h1" if what == "case" else ".letterhead")).to_contain_text("Al-Khatib")
    shown = page.locator("button:visible, .side:visible, .jumps:visible, .kinds:visible, #note:visible")
    assert [one.inner_text() for one in shown.all()] == []
    picture(page, f"print-{what}")


def test_a_note_written_without_a_connection_is_not_lost(page, site, sign_in, matter):
    sign_in(page, site.staff["aino"])
    page.goto(f"/desk/cases/{matter.case}/")
    page.wait_for_load_state()
    # given a home visit where the connection is gone, when a note is typed and sent
    page.context.set_offline(True)
    note = page.locator("#id_text")
    note.fill("Kotona kaikki hyvin, vauva syntyi")
    note.press("Control+Enter")
    # then the page stays and says where the text is
    expect(page.locator("[data-offline]")).to_be_visible()
    expect(note).to_have_value("Kotona kaikki hyvin, vauva syntyi")
    # when the connection is back and the page is opened anew, then the text is there, and one key saves it
    page.context.set_offline(False)
    page.reload()
    expect(note).to_have_value("Kotona kaikki hyvin, vauva syntyi")
    note.press("Control+Enter")
    expect(page.locator(".event").first).to_contain_text("vauva syntyi")
