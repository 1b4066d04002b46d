"""In the browser: a worker records what the kiosk says, with a microphone, and somebody hears it at the kiosk."""

import pytest
from playwright.sync_api import expect
from tests.browser import too_wide

from kotopolku.web.desk.tests.test_line_journey import pair

pytestmark = pytest.mark.browser
# A recording stopped at once holds no sound: a second recorder beside it tells when the microphone has been heard.
HEARD = """async () => {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    const beside = new MediaRecorder(stream, { audioBitsPerSecond: 48000 });
    let bytes = 0;
    await new Promise((tell) => {
        beside.addEventListener("dataavailable", (event) => (bytes += event.data.size) > 6000 && tell());
        beside.start(100);
    });
    beside.stop();
    stream.getTracks().forEach((track) => track.stop());
    return bytes;
}"""
# The recording may be over in an instant, so the mark of playing is watched for from before the press on.
WATCH = """() => {
    const link = document.querySelector("[data-listen]");
    window.played = new Promise((tell) => {
        new MutationObserver(() => link.classList.contains("is-playing") && tell(true))
            .observe(link, { attributes: true });
        setTimeout(() => tell(false), 20000);
    });
}"""
MICROPHONE = ("--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream")


@pytest.fixture
def with_microphone(browser_type, browser_type_launch_args, browser_context_args):
    """A browser whose microphone beeps, and which lets pages of the site have it."""
    arguments = [*browser_type_launch_args["args"], *MICROPHONE]
    browser = browser_type.launch(**{**browser_type_launch_args, "args": arguments})
    yield browser.new_context(**browser_context_args, permissions=["microphone"])
    browser.close()


def test_a_worker_records_a_step_and_the_kiosk_plays_it(
    with_microphone, browser, page, site, sign_in, axe_faults
):
    # given a kiosk without the button
    kiosk = pair(browser, page, sign_in, site, "kiosk")
    kiosk.goto("/device/kiosk/ar/")
    expect(kiosk.locator("[data-listen]")).to_have_count(0)
    # when a worker records it and saves
    desk = with_microphone.new_page()
    faults = []
    desk.on("console", lambda line: faults.append(line.text) if line.type == "error" else None)
    sign_in(desk, site.staff["samir"])
    desk.goto("/desk/line/recordings/")
    assert axe_faults(desk) == []
    desk.locator("tbody tr", has_text="Arabia").get_by_role("link").nth(1).click()
    assert axe_faults(desk) == []
    desk.get_by_role("button", name="Aloita äänitys").click()
    expect(desk.get_by_text("Äänitys on käynnissä")).to_be_visible()
    assert desk.evaluate(HEARD)
    desk.get_by_role("button", name="Lopeta äänitys").click()
    expect(desk.get_by_text("Äänitetty. Tallenna")).to_be_visible()
    desk.locator("#id_consented").check()
    desk.get_by_role("button", name="Tallenna ääni").click()
    # then it can be heard there and at the kiosk, under the page's own policy
    expect(desk.locator("audio")).to_be_visible()
    assert desk.evaluate("document.querySelector('audio').play().then(() => true)")
    assert axe_faults(desk) == []
    desk.set_viewport_size({"width": 390, "height": 844})
    assert too_wide(desk) == 0
    assert faults == []
    kiosk.reload()
    kiosk.evaluate(WATCH)
    kiosk.locator("[data-listen]").click()
    assert kiosk.evaluate("window.played")
    assert axe_faults(kiosk) == []


def test_the_printed_ticket_is_nothing_but_a_large_number(browser, page, site, sign_in, axe_faults):
    kiosk = pair(browser, page, sign_in, site, "kiosk")
    kiosk.goto("/device/kiosk/ar/")
    kiosk.locator("button.kiosk-topic").first.click()
    expect(kiosk.locator("[data-print]")).to_be_visible()
    assert axe_faults(kiosk) == []
    kiosk.emulate_media(media="print")
    expect(kiosk.locator(".kiosk-number")).to_be_visible()
    shown = kiosk.locator("main > :visible")
    expect(shown).to_have_count(1)
    assert shown.inner_text().isdigit()
    assert kiosk.locator(".kiosk-number").bounding_box()["height"] > 100
