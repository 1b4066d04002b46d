"""In the browser: an outreach day on a telephone. Forty minutes without network lose nothing and send nothing twice."""

from contextlib import contextmanager
from datetime import datetime, time

import pytest
from django.db import connection
from playwright.sync_api import expect
from tests.browser import too_wide
from tests.settled import TODAY

from kotopolku.accounts.access import actor_for
from kotopolku.advice.models import AdviceVisit
from kotopolku.audit.acting import acting_as
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.roster.actions import announce_outreach
from kotopolku.roster.entries import DayEntry

pytestmark = pytest.mark.browser
NOON = datetime.combine(TODAY, time(12), tzinfo=HELSINKI)
SENT = "/phone/send/"


@pytest.fixture
def day(site, django_db_blocker):
    """An outreach day of today at the site, and what its log has."""

    class Day:
        def __init__(self):
            with self.acting() as actor:
                entry = DayEntry(
                    municipality_id=actor.controllers[0],
                    where="Kirjasto",
                    day=TODAY,
                    opens=time(9),
                    closes=time(15),
                )
                self.id = announce_outreach(entry=entry).pk
            self.page = f"/desk/outreach/{self.id}/phone/"

        def acting(self):
            @contextmanager
            def inside():
                with django_db_blocker.unblock(), site.records():
                    actor = actor_for(site.staff["aino"], on=TODAY)
                    with acting_as(actor, on=TODAY):
                        yield actor
                    connection.close()

            return inside()

        def logged(self):
            with self.acting():
                rows = AdviceVisit.objects.filter(place=f"outreach-{self.id}").order_by("at")
                return [(row.at, row.language, row.staff_id) for row in rows]

    return Day()


def ready(page, site, sign_in, day):
    """Open the page on the day, with a network, on a telephone."""
    sign_in(page, site.staff["aino"])
    page.set_viewport_size({"width": 390, "height": 844})
    page.clock.install(time=NOON)
    page.goto(day.page)
    expect(page.get_by_text("Sivu on tallessa puhelimessa")).to_be_visible()


def log(page, topic="Asuminen", language="arabia"):
    form = page.locator("form[data-visit]")
    form.get_by_role("radio", name="Ei kysytty").check()
    topics = form.get_by_role("combobox", name="Aiheet, enintään kolme")
    topics.fill(topic)
    topics.press("Enter")
    spoken = form.get_by_role("combobox", name="Kieli")
    spoken.fill(language)
    spoken.press("Enter")
    form.get_by_role("radio", name="15 min").check()
    form.get_by_role("radio", name="Oma kieli").check()
    form.get_by_role("radio", name="Selvisi").check()
    form.get_by_role("button", name="Tallenna käynti").click()


def waiting(page, number):
    expect(page.locator("[data-waiting]")).to_have_text(str(number))


def test_forty_minutes_without_network_lose_nothing_and_send_nothing_twice(
    page, site, sign_in, day, axe_faults
):
    ready(page, site, sign_in, day)
    assert axe_faults(page) == []
    assert too_wide(page) <= 0
    # when the network is away, three visits are logged in forty minutes, and the page is opened anew in between
    page.context.set_offline(True)
    for number in (1, 2, 3):
        log(page)
        waiting(page, number)
        page.clock.fast_forward("20:00")
        page.reload()
        waiting(page, number)
    expect(page.get_by_text("Yhteyttä ei ole")).to_be_visible()
    assert day.logged() == []
    # and the first answer of the log is cut on its way back
    cut = []

    def lose_the_answer(route):
        if route.request.method == "POST" and not cut:
            cut.append(route.fetch().status)
            route.abort()
        else:
            route.continue_()

    page.context.route(f"**{SENT}", lose_the_answer)
    with page.expect_event("requestfailed", lambda request: request.method == "POST"):
        page.context.set_offline(False)  # the page hears it and sends
    assert cut == [200]
    assert len(day.logged()) == 3
    waiting(page, 3)
    page.get_by_role("button", name="Lähetä nyt").click()
    # then every visit stands in the log once, at its own time, and none is left on the telephone
    expect(page.get_by_text("Kaikki on lähetetty.")).to_be_visible()
    waiting(page, 0)
    found = day.logged()
    assert len(found) == 3
    assert [language for _at, language, _staff in found] == ["ar"] * 3
    assert [(at - found[0][0]).seconds // 1200 for at, *_rest in found] == [0, 1, 2]


def test_what_lies_on_the_telephone_can_be_read_by_nobody(page, site, sign_in, day):
    ready(page, site, sign_in, day)
    page.context.set_offline(True)
    log(page)
    waiting(page, 1)
    stored = page.evaluate(
        """async () => {
          const open = indexedDB.open("outreach", 1);
          const database = await new Promise((done) => { open.onsuccess = () => done(open.result); });
          const all = (name) => new Promise((done) => {
            const asked = database.transaction(name).objectStore(name).getAll();
            asked.onsuccess = () => done(asked.result);
          });
          const [visit] = await all("visits");
          const [{ key }] = await all("keys");
          const kept = [];
          for (const name of await caches.keys()) {
            for (const request of await (await caches.open(name)).keys()) kept.push(new URL(request.url).pathname);
          }
          const text = new TextDecoder("latin1").decode(visit.sealed);
          return { text, kept, extractable: key.extractable, names: Object.keys(visit).sort() };
        }"""
    )
    assert "housing" not in stored["text"]
    assert "ar" not in stored["names"]
    assert stored["extractable"] is False
    assert stored["names"] == ["day", "id", "iv", "sealed", "slot"]
    assert {one for one in stored["kept"] if not one.startswith("/static/")} == {day.page}


def test_who_is_signed_out_keeps_the_visits_and_sends_them_after_signing_in(page, site, sign_in, day):
    ready(page, site, sign_in, day)
    page.context.set_offline(True)
    log(page)
    page.context.clear_cookies()
    page.context.set_offline(False)
    page.reload()
    expect(page.get_by_text("Olet kirjautunut ulos.")).to_be_visible()
    waiting(page, 1)
    # another worker does not send them
    sign_in(page, site.staff["kaisa"])
    page.reload()
    expect(page.get_by_text("Tässä puhelimessa odottaa myös toisen")).to_be_visible()
    assert day.logged() == []
    # their own does
    page.context.clear_cookies()
    sign_in(page, site.staff["aino"])
    page.reload()
    expect(page.get_by_text("Kaikki on lähetetty.")).to_be_visible()
    waiting(page, 0)
    assert len(day.logged()) == 1


def test_what_is_missing_is_told_and_nothing_is_kept(page, site, sign_in, day):
    ready(page, site, sign_in, day)
    page.get_by_role("button", name="Tallenna käynti").click()
    expect(page.get_by_role("link", name="Valitse ainakin yksi aihe.")).to_be_visible()
    waiting(page, 0)


def test_at_another_time_nothing_is_logged(page, site, sign_in, day):
    ready(page, site, sign_in, day)
    page.clock.fast_forward("07:00:00")
    expect(page.get_by_text("Tässä puhelimessa ei ole enää mitään")).to_be_visible()


def test_everything_is_erased_from_the_telephone(page, site, sign_in, day):
    ready(page, site, sign_in, day)
    page.context.set_offline(True)
    log(page)
    waiting(page, 1)
    page.get_by_text("Poista tästä puhelimesta").click()
    page.get_by_role("button", name="Poista kaikki tämän päivän tiedot").click()
    expect(page.get_by_text("Tässä puhelimessa ei ole enää mitään")).to_be_visible()
    left = page.evaluate(
        "async () => [await caches.keys(), await navigator.serviceWorker.getRegistrations()].map((all) => all.length)"
    )
    assert left == [0, 0]
    page.context.set_offline(False)
    page.goto(day.page)
    waiting(page, 0)
    assert day.logged() == []


def test_a_browser_without_the_means_says_so(page, site, sign_in, day):
    page.add_init_script("Object.defineProperty(window, 'caches', { value: undefined })")
    sign_in(page, site.staff["aino"])
    page.goto(day.page)
    expect(page.get_by_text("Tämä selain ei voi säilyttää käyntejä turvallisesti")).to_be_visible()
    expect(page.get_by_role("button", name="Tallenna käynti")).to_be_hidden()
