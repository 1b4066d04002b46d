"""Booking for visitors: a time is shown before anything is asked, two fields are enough, and one's own time only."""

import re
from datetime import time, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import TODAY

from kotopolku.appointments.models import Appointment
from kotopolku.audit.acting import acting_as
from kotopolku.languages.codes import UI_LANGUAGES, by_code
from kotopolku.letters.models import Letter
from kotopolku.roster.actions import plan_shift

AR, FI = by_code("ar"), by_code("fi")
THURSDAY = TODAY + timedelta(days=2)


@pytest.fixture
def advised(visitor: Client, kaisa):
    """The coordinator advises at Martinkatu on Thursday morning."""
    with acting_as(kaisa, on=TODAY):
        plan_shift(staff_id=kaisa.staff_id, place="martinkatu", opens=time(9), closes=time(12), day=THURSDAY)
    return visitor


def first_time(client, language=FI, **query):
    page = client.get(reverse("public:book", args=[language]), {"language": "fi", **query})
    return re.search(r'href="([^"]+/book/time/[^"]+)"', page.content.decode())[1].replace("&amp;", "&")


def asked(address):
    return dict(part.split("=") for part in address.partition("?")[2].replace("%3A", ":").split("&"))


def look(kaisa, ask):
    with acting_as(kaisa, on=TODAY):
        return ask()


@pytest.mark.parametrize("language", UI_LANGUAGES, ids=lambda one: one.path)
def test_free_times_are_shown_before_anything_is_asked_in_every_language(advised, language):
    page = advised.get(reverse("public:book", args=[language]), {"language": "fi"}).content.decode()
    assert page.count("/book/time/") == 6
    assert 'name="name"' not in page


def test_two_fields_book_a_time_whose_page_moves_and_cancels_it(advised, kaisa):
    address = first_time(advised, AR)
    assert advised.get(address).status_code == 200
    sent = {**asked(address), "name": "Amina", "email": "amina@esimerkki.invalid"}
    page = advised.post(reverse("public:book-time", args=[AR]), sent, follow=True)
    mine = page.redirect_chain[0][0]
    assert "Amina" not in mine
    assert page.headers["Cache-Control"] == "no-store"
    row = look(kaisa, Appointment.objects.get)
    assert (row.name, row.place, row.mode, row.case_id) == ("Amina", "martinkatu", "place", None)
    # another time, by one press
    choices = advised.get(mine, {"change": "1"}).content.decode()
    at = re.findall(r'name="at" value="([^"]+)"', choices)
    assert len(at) == 5
    advised.post(mine, {"at": at[-1]})
    assert look(kaisa, Appointment.objects.get).starts_at.isoformat().startswith("2026-11-26T09:30")
    # and cancelled by one; a second press says so and does nothing
    assert advised.post(mine).status_code == 302
    again = advised.post(mine)
    assert (again.status_code, "ملغى" in again.content.decode()) == (409, True)
    assert advised.post(mine, {"at": at[0]}).status_code == 409
    assert look(kaisa, Letter.objects.count) == 3  # booked, moved, cancelled: one message for one change


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"name": "", "email": "a@esimerkki.invalid"}, "Kirjoita nimesi."),
        ({"name": "Amina"}, "Toinen riittää."),
        ({"name": "Amina", "email": "amina"}, "@"),
        ({"name": "Amina", "where": "call", "email": "a@esimerkki.invalid"}, "puhelinnumero"),
        ({"name": "Amina", "email": "a@esimerkki.invalid", "website": "x"}, "tyhjä"),
    ],
)
def test_what_is_missing_is_said_and_nothing_is_booked(advised, kaisa, sent, said):
    page = advised.post(
        reverse("public:book-time", args=[FI]), {**asked(first_time(advised)), "website": "", **sent}
    )
    assert page.status_code == 422
    assert said in page.content.decode()
    assert look(kaisa, Appointment.objects.count) == 0


@pytest.mark.parametrize("at", ["2026-11-23T10:00", "2026-11-26T20:00", "2026-11-26T09:10", "tomorrow", ""])
def test_a_time_in_the_past_or_outside_the_hours_is_a_sentence_and_nothing_is_booked(advised, kaisa, at):
    sent = {**asked(first_time(advised)), "name": "Amina", "email": "a@esimerkki.invalid", "at": at}
    page = advised.post(reverse("public:book-time", args=[AR]), sent)
    assert (page.status_code, "هذا الموعد غير متاح" in page.content.decode()) == (409, True)
    assert advised.get(reverse("public:book-time", args=[FI]), {**sent}).status_code == 409
    assert look(kaisa, Appointment.objects.count) == 0


def test_a_code_opens_the_time_once_and_a_lost_one_is_sent_without_telling_anything(advised, kaisa):
    address = first_time(advised)
    sent = {**asked(address), "name": "Amina", "email": "amina@esimerkki.invalid"}
    advised.post(reverse("public:book-time", args=[FI]), sent)
    own = reverse("public:book-own", args=[FI])
    body = look(kaisa, Letter.objects.get).body
    code = re.search(r"\b[A-Z2-9]{10}\b", body)[0]
    assert own in body
    opened = advised.post(own, {"code": code})
    assert (opened.status_code, advised.get(opened.url).status_code) == (302, 200)
    assert advised.post(own, {"code": code}).status_code == 422
    assert advised.get(reverse("public:book-mine", args=[FI, "x"])).status_code == 404
    pages = [
        re.sub(r'value="[^"]*"', "", advised.post(own, {"lost": "1", "email": email}).content.decode())
        for email in ("amina@esimerkki.invalid", "other@esimerkki.invalid")
    ]
    assert pages[0] == pages[1]
    assert look(kaisa, Letter.objects.count) == 2


def test_what_was_typed_goes_along_to_the_other_language(advised):
    sent = {**asked(first_time(advised)), "name": "Amina", "change_language": "ar"}
    page = advised.post(reverse("public:book-time", args=[AR]), sent)
    assert page.status_code == 200
    assert 'value="Amina"' in page.content.decode()


def test_without_anybody_on_the_roster_the_ways_to_ask_are_shown(visitor):
    page = visitor.get(reverse("public:book", args=[FI])).content.decode()
    assert "Nyt ei ole vapaita aikoja." in page
    assert reverse("public:line-call", args=[FI]) in page


def test_booking_too_often_is_slowed_down(advised):
    own = reverse("public:book-own", args=[FI])
    answers = [advised.post(own, {"code": "x"}).status_code for _try in range(21)]
    assert answers[-1] == 429
    assert set(answers[:20]) == {422}
