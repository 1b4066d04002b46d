"""The scripts and the look in Chromium: keys, comboboxes, drafts, focus, toasts, accessibility, no sideways scroll."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from tests.browser import too_wide

from kotopolku.web.parts.tests.browser import ADDRESS, serve

pytestmark = pytest.mark.browser

DRAFT = (
    '<form method="post" action="/send/" data-draft-url="/draft/" data-draft-key="a" id="draft" '
    'data-saved-text="Saved {time}" data-saving-text="Saving" data-offline-title="Away" data-offline-text="Kept here">'
    '<label for="words">Words</label><textarea id="words" name="words"></textarea>'
    '<label><input type="checkbox" name="tick" value="1">Tick</label><p data-saved></p></form>'
    '<script type="module" src="/static/parts/js/autosave.js"></script>'
)


@pytest.fixture(scope="session")
def browser_context_args():
    """These pages need no site and no database, so the context is the browser's own."""
    return {"locale": "fi-FI", "timezone_id": "Europe/Helsinki", "viewport": {"width": 1280, "height": 900}}


@pytest.mark.parametrize("frame", ["desk", "public"])
@pytest.mark.parametrize(("lang", "theme"), [("fi", "light"), ("ar", "dark")])
@pytest.mark.parametrize("width", [320, 1280])
def test_the_gallery_is_accessible(page, frame, lang, theme, width):
    complaints = serve(page)
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{ADDRESS}/parts/?frame={frame}&lang={lang}&theme={theme}")
    assert [found["id"] for found in Axe().run(page).response["violations"]] == []
    assert complaints == []


@pytest.mark.parametrize(
    "query", ["frame=desk&lang=fi", "frame=desk&lang=ar", "frame=public&lang=fi", "frame=public&lang=ar"]
)
def test_nothing_runs_over_the_side_at_any_width(page, query):
    serve(page)
    page.goto(f"{ADDRESS}/parts/?{query}")
    over = {}
    for width in (320, 390, 768, 899, 900, 1000, 1199, 1200, 1280, 1440):
        page.set_viewport_size({"width": width, "height": 900})
        over[width] = too_wide(page)
    assert {width: more for width, more in over.items() if more > 0} == {}


def test_slash_goes_to_the_search_but_not_while_writing(page):
    serve(page)
    page.goto(f"{ADDRESS}/parts/")
    page.locator("#id_words").fill("")
    page.keyboard.type("a/b")
    expect(page.locator("#id_words")).to_have_value("a/b")
    page.locator("#id_words").blur()
    page.keyboard.press("/")
    expect(page.locator("#side-q")).to_be_focused()


def test_a_key_picks_its_segment_and_the_question_mark_lists_keys(page):
    serve(page)
    page.goto(f"{ADDRESS}/parts/")
    page.keyboard.press("3")
    expect(page.locator("#id_channel_2")).to_be_checked()
    page.keyboard.press("?")
    expect(page.locator("#keys-list")).to_be_visible()
    expect(page.locator("#keys-list")).to_contain_text("Sähköposti")
    page.keyboard.press("Escape")
    expect(page.locator("#keys-list")).to_be_hidden()


def test_single_keys_can_be_switched_off(page):
    serve(page, change=lambda html: html.replace(" data-keys", ""))
    page.goto(f"{ADDRESS}/parts/")
    page.keyboard.press("3")
    expect(page.locator("#id_channel_2")).not_to_be_checked()
    page.keyboard.press("?")
    expect(page.locator("#keys-list")).to_be_hidden()


def test_three_letters_and_enter_choose_a_language(page):
    serve(page)
    page.goto(f"{ADDRESS}/parts/")
    box = page.get_by_role("combobox", name="Tulkkauskieli")
    box.fill("kur")
    options = page.locator("#id_language-list [role=option]")
    expect(options).to_have_count(2)
    expect(options.first.locator("b")).to_have_text("kur")
    expect(options.first).to_contain_text("Kurdî")
    box.press("ArrowDown")
    box.press("Enter")
    expect(box).to_have_value("kurdi, sorani")
    assert page.eval_on_selector("select[name=language]", "element => element.value") == "ckb"


def test_escape_closes_the_list_and_keeps_the_text(page):
    serve(page)
    page.goto(f"{ADDRESS}/parts/")
    box = page.get_by_role("combobox", name="Tulkkauskieli")
    box.fill("kur")
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value("kur")


def test_tokens_go_with_backspace(page):
    serve(page)
    page.goto(f"{ADDRESS}/parts/")
    box = page.get_by_role("combobox", name="Aiheet")
    box.fill("asu")
    box.press("Enter")
    chosen = "element => [...element.selectedOptions].map(option => option.value)"
    assert page.eval_on_selector("select[name=topics]", chosen) == ["kela", "home"]
    box.press("Backspace")
    assert page.eval_on_selector("select[name=topics]", chosen) == ["kela"]


def test_one_topic_too_many_is_refused_with_a_sentence(page):
    serve(page, change=lambda html: html.replace('data-limit="3"', 'data-limit="1"'))
    page.goto(f"{ADDRESS}/parts/")
    box = page.get_by_role("combobox", name="Aiheet")
    box.fill("asu")
    box.press("Enter")
    expect(page.get_by_text("Valitse enintään kolme aihetta.")).to_be_visible()
    assert page.eval_on_selector("select[name=topics]", "element => element.selectedOptions.length") == 1


def test_without_scripts_the_lists_are_ordinary_lists(browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    serve(page)
    page.goto(f"{ADDRESS}/parts/")
    page.select_option("select[name=language]", "ar")
    expect(page.locator("select[name=language]")).to_have_value("ar")
    context.close()


def test_the_summary_has_the_focus_and_leads_to_the_field(page):
    serve(page)
    page.goto(f"{ADDRESS}/parts/")
    expect(page.locator(".error-summary:focus")).to_have_count(1)
    page.locator(".error-list a").first.click()
    expect(page.locator("#id_birth")).to_be_focused()


def test_after_a_swap_the_focus_goes_to_the_new_summary(page):
    serve(page, forms='<div id="part"></div>')
    page.goto(f"{ADDRESS}/parts/")
    page.evaluate(
        """() => {
          const part = document.getElementById("part");
          const fresh = document.createElement("div");
          fresh.dataset.focus = ""; fresh.id = "fresh"; part.append(fresh);
          document.dispatchEvent(new CustomEvent("htmx:after:swap", { detail: { ctx: { target: part } } }));
        }"""
    )
    expect(page.locator("#fresh")).to_be_focused()


def test_escape_closes_the_language_menu(page):
    serve(page)
    page.goto(f"{ADDRESS}/parts/?frame=public")
    page.locator(".languages summary").click()
    expect(page.locator(".language-list")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".language-list")).to_be_hidden()


def test_a_toast_goes_after_ten_seconds_unless_somebody_is_on_it(page):
    serve(page)
    page.clock.install()
    page.goto(f"{ADDRESS}/parts/")
    page.locator(".toast-undo").focus()
    page.clock.run_for(25_000)
    expect(page.locator(".toast")).to_be_visible()
    page.locator("#id_birth").focus()
    page.clock.run_for(11_000)
    expect(page.locator(".toast")).to_have_count(0)


def test_what_is_typed_is_saved_after_a_moment(page):
    serve(page, forms=DRAFT)
    page.goto(f"{ADDRESS}/parts/")
    with page.expect_request("**/draft/") as sent:
        page.locator("#words").press_sequentially("Hei")
    assert "Hei" in (sent.value.post_data or "")
    page.get_by_text("Saved ").wait_for()


def test_when_the_connection_is_away_the_text_stays_in_the_browser(page):
    serve(page, forms=DRAFT, answers={"/draft/": 503})
    page.goto(f"{ADDRESS}/parts/")
    page.locator("#words").fill("Tärkeä asia")
    page.get_by_text("Kept here").wait_for()
    kept = json.loads(page.evaluate("sessionStorage.getItem('draft:a')"))
    assert ["words", "Tärkeä asia"] in kept
    assert all(name != "csrfmiddlewaretoken" for name, _ in kept)
    page.reload()
    expect(page.locator("#words")).to_have_value("Tärkeä asia")
