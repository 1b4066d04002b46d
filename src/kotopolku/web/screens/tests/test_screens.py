"""Kiosk and wall: paired screens without anybody's session, pictures instead of words, and no names."""

import pytest
from django.test import Client
from tests.cast import TODAY
from tests.desk import client_of

from kotopolku.accounts.sign_in_devices import ask_for_pairing, code_of, devices_of_area, pair_device
from kotopolku.advice.models import AdviceRules
from kotopolku.advice.settings import write
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ANYBODY
from kotopolku.audit.clock import database_now
from kotopolku.line.actions import close_office, place_screen
from kotopolku.line.models import Ticket
from kotopolku.line.tests.conftest import OFFICE, OTHER, call, line_open, speaks, take  # noqa: F401
from kotopolku.line.tests.sounds import SOUND, keep
from kotopolku.web.parts.devices import DEVICE_COOKIE


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today, line_open):  # noqa: F811
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


@pytest.fixture
def screen(coordinator):
    """A function that pairs a screen at an office and returns its browser."""

    def pair(kind, office=OFFICE):
        with acting_as(ANYBODY, on=TODAY):
            token = ask_for_pairing(kind=kind)
        with acting_as(coordinator, on=TODAY):
            pair_device(code=code_of(token), name=f"{kind} {office}")
            device = next(one for one in devices_of_area() if one.name == f"{kind} {office}")
            place_screen(device_id=device.id, office=office)
        browser = Client()
        browser.cookies[DEVICE_COOKIE] = token
        return browser

    return pair


def test_a_kiosk_gives_a_number_by_language_and_picture(screen):
    kiosk = screen("kiosk", OTHER)
    assert "العربية" in kiosk.get("/device/kiosk/").content.decode()
    topics = kiosk.get("/device/kiosk/ar/").content.decode()
    assert 'lang="ar" dir="rtl"' in topics
    # when a picture is pressed
    page = kiosk.post("/device/kiosk/ar/", {"topic": "benefits"}, follow=True)
    # then the number stands there alone, and the ticket knows language, topic and office
    ticket = Ticket.objects.get()
    assert (ticket.office, ticket.channel, ticket.language, ticket.topics) == (
        OTHER,
        "kiosk",
        "ar",
        ["benefits"],
    )
    assert '<bdi dir="ltr">1</bdi>' in page.content.decode()
    assert page.headers["Refresh"].endswith("/device/kiosk/")


@pytest.mark.parametrize("topic", ["", "x\0y", "no-such"])
def test_whatever_is_pressed_a_number_comes_without_the_topic(screen, topic):
    screen("kiosk").post("/device/kiosk/so/", {"topic": topic})
    assert Ticket.objects.get().topics == []


def test_the_wall_shows_numbers_rooms_and_waits_each_in_its_language_and_no_name(screen, officer, area):
    speaks(officer, "ar")
    take(area, language="ar"), take(area, language="ar")
    wall = screen("wall")
    first = wall.get("/device/wall/now/")
    tag = first.headers["ETag"]
    call(officer)
    changed = wall.get("/device/wall/now/", headers={"if-none-match": tag})
    html = changed.content.decode()
    assert "Huone 3" in html
    assert '<li lang="ar" dir="rtl">' in html
    assert officer.name not in html


def test_a_screen_without_pairing_is_led_to_it_and_a_wall_gives_no_numbers(screen):
    assert Client().get("/device/wall/").url == "/device/"
    assert screen("wall").post("/device/kiosk/fi/", {"topic": ""}).url == "/device/"
    assert not Ticket.objects.exists()


def test_a_closed_office_says_so_on_both_screens_in_several_languages(screen, officer):
    with acting_as(officer, on=TODAY):
        now = database_now()
        close_office(office=OFFICE, starts_at=now, ends_at=now.replace(year=2099), reason="illness")
    for kind in ("kiosk", "wall"):
        html = screen(kind).get(f"/device/{kind}/").content.decode()
        assert 'class="kiosk-topic' not in html
        assert html.count("<li lang=") >= 3


def test_a_coordinator_says_where_a_screen_stands(screen, coordinator):
    kiosk = screen("kiosk", OFFICE)
    client = client_of(coordinator)
    (one,) = client.get("/office/devices/").context["placed"]
    assert one["office"] == OFFICE
    client.post("/office/devices/place/", {"device": str(one["device"].id), "office": OTHER})
    kiosk.post("/device/kiosk/so/", {"topic": ""})
    assert Ticket.objects.get().office == OTHER
    assert client.post("/office/devices/place/", {"device": "x", "office": OTHER}).status_code == 404


def test_a_step_can_be_heard_in_the_languages_in_which_somebody_has_spoken_it(screen, officer):
    kiosk = screen("kiosk")
    for address in ("", "so/"):
        assert "data-listen" not in kiosk.get(f"/device/kiosk/{address}").content.decode()
    keep(officer, step="language")
    keep(officer, step="topic")
    first = kiosk.get("/device/kiosk/").content.decode()
    assert first.count("data-listen") == 1
    assert '<a class="kiosk-button kiosk-listen" href="/device/kiosk/so/listen/language/"' in first
    assert "Dhegeyso" in first
    assert "data-listen" in kiosk.get("/device/kiosk/so/").content.decode()
    assert "data-listen" not in kiosk.get("/device/kiosk/ar/").content.decode()
    heard = kiosk.get("/device/kiosk/so/listen/topic/")
    assert (heard.content, heard.headers["Content-Type"]) == (SOUND, "audio/webm")
    tag = heard.headers["ETag"]
    assert kiosk.get("/device/kiosk/so/listen/topic/", headers={"if-none-match": tag}).status_code == 304
    assert kiosk.get("/device/kiosk/so/listen/number/").status_code == 404


def test_a_closed_office_can_be_heard_and_sounds_are_for_paired_kiosks_only(screen, officer):
    with acting_as(officer, on=TODAY):
        now = database_now()
        close_office(office=OFFICE, starts_at=now, ends_at=now.replace(year=2099), reason="illness")
    keep(officer, step="closed", language="ar")
    html = screen("kiosk").get("/device/kiosk/").content.decode()
    assert html.count("data-listen") == 1
    assert "/device/kiosk/ar/listen/closed/" in html
    assert Client().get("/device/kiosk/ar/listen/closed/").url == "/device/"
    assert screen("wall").get("/device/kiosk/ar/listen/closed/").url == "/device/"


def test_the_picture_of_a_topic_is_the_programmes_own(screen, area):
    topics = (("benefits", {"fi": "Kela"}, {"fi": "tuki"}), ("letters", {"fi": "Kirje"}, {"fi": "päätös"}))
    stored = write(topics=topics, keys={}, icons={"benefits": "euro"})
    AdviceRules.objects.filter(area_id=area.id).update(stored=stored)
    html = screen("kiosk").get("/device/kiosk/fi/").content.decode()
    assert html.index("icon-euro") < html.index("Kela") < html.index("icon-speech") < html.index("Kirje")
