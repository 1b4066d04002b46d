"""Who tries too often gets 429 in their own language, with the time of the next try; others notice nothing."""

import re

import pytest
from django.test import Client
from django.urls import resolve, reverse
from tests.desk import client_of

from kotopolku.accounts.limits import Limit
from kotopolku.accounts.models import RateCount
from kotopolku.web.parts import limits
from kotopolku.web.parts.limits import LIMITS, network
from kotopolku.web.route_table import routes

CONTACT = "/sv/for-authorities/contact/"


@pytest.fixture(autouse=True)
def _few(monkeypatch):
    monkeypatch.setattr(
        limits, "LIMITS", {name: Limit(most=2, seconds=one.seconds) for name, one in LIMITS.items()}
    )


@pytest.mark.slow
def test_the_public_form_refuses_an_address_that_sends_too_often(area):
    client = Client()
    assert [client.post(CONTACT).status_code for _try in range(3)] == [422, 422, 429]
    answer = client.post(CONTACT)
    assert "För många försök" in answer.content.decode()
    assert 1 <= int(answer.headers["Retry-After"]) <= 600
    # and reading goes on, also elsewhere
    assert client.get(CONTACT).status_code == 200
    assert Client(REMOTE_ADDR="10.9.8.7").post(CONTACT).status_code == 422


def test_guesses_at_sign_in_are_slowed_whatever_the_name(area):
    codes = [
        Client().post("/sign-in/", {"username": f"name{n}", "password": "x"}).status_code for n in range(3)
    ]
    assert codes[-1] == 429
    assert 429 not in codes[:2]


def test_search_counts_the_person_and_not_the_office_they_sit_in(officer, colleague):
    mine, theirs = client_of(officer), client_of(colleague)
    codes = [mine.post(reverse("desk:find"), {"q": "had"}).status_code for _try in range(3)]
    assert codes == [200, 200, 429]
    assert theirs.post(reverse("desk:find"), {"q": "had"}).status_code == 200


def test_a_refused_search_speaks_the_staffs_own_language(officer):
    from kotopolku.accounts.models import Staff

    Staff.objects.filter(pk=officer.staff_id).update(language="sv")
    client = client_of(officer)
    pages = [client.post(reverse("desk:find"), {"q": "had"}).content.decode() for _try in range(3)]
    assert "För många försök" in pages[-1]


def test_a_visitor_cannot_choose_an_address_by_a_header_of_their_own(area):
    for n in range(3):
        answer = Client(headers={"x-forwarded-for": f"10.0.0.{n}"}).post(CONTACT)
    assert answer.status_code == 429


def test_behind_our_proxy_the_address_is_the_one_it_wrote(area, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for n in range(4):
        answer = Client(headers={"x-forwarded-for": f"6.6.6.6, 10.0.0.{n}"}).post(CONTACT)
        assert answer.status_code == 422
    for n in range(3):
        answer = Client(headers={"x-forwarded-for": f"6.6.6.{n}, 10.0.0.9"}).post(CONTACT)
    assert answer.status_code == 429


def test_every_limited_page_exists():
    for name in LIMITS:
        taken = re.findall(r"<(?:\w+:)?(\w+)>", dict(routes())[name])
        address = reverse(name, kwargs={one: "fi" if one == "language" else "x" for one in taken})
        assert resolve(address).view_name == name


@pytest.mark.parametrize(
    ("address", "counted"),
    [
        ("10.0.0.1", "10.0.0.1"),
        ("2001:db8::1", "2001:db8::/64"),
        ("2001:db8::2", "2001:db8::/64"),
        ("::ffff:10.0.0.1", "10.0.0.1"),
        ("nonsense", "unknown"),
    ],
)
def test_an_ipv6_subscriber_counts_as_one(address, counted):
    assert network(address) == counted


def test_pages_that_are_not_limited_count_nothing(area):
    Client().get("/fi/")
    Client().post("/fi/")
    assert RateCount.objects.count() == 0
