"""The front page: what is open today, doors that open, advice in every municipality."""

import re

import pytest
from django.test import Client


def test_today_s_hours_are_those_of_the_weekday(visitor: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    # a Tuesday
    assert "9\u2060–\u206015" in visitor.get("/fi/").content.decode()
    # a Saturday: nobody promises a walk-in
    monkeypatch.setenv("KOTOPOLKU_TODAY", "2026-11-28")
    html = visitor.get("/fi/").content.decode()
    assert "open-now is-closed" in html


@pytest.mark.slow
def test_every_door_leads_to_a_page(visitor: Client) -> None:
    html = visitor.get("/fi/").content.decode()
    doors = re.findall(r'class="door" href="([^"#]+)', html)
    assert len(doors) == 6
    assert {visitor.get(door).status_code for door in doors} == {200}


@pytest.mark.slow
def test_every_link_of_the_page_leads_somewhere(visitor: Client) -> None:
    html = visitor.get("/sv/").content.decode()
    links = {link for link in re.findall(r'href="(/[^"#]*)"', html) if not link.startswith("/static/")}
    assert len(links) > 25
    assert {link for link in links if visitor.get(link).status_code != 200} == set()


def test_advice_in_the_municipalities_comes_from_the_programme(visitor: Client) -> None:
    html = visitor.get("/sv/").content.decode()
    for words in ("Martinkatu 8", "Nådendals bibliotek", "Masko kommunalhus", "Rusko"):
        assert words in html


def test_the_page_works_before_a_programme_has_been_loaded(db: None) -> None:
    response = Client().get("/fi/")
    assert response.status_code == 200
    assert "<h1" in response.content.decode()


def test_other_pages_are_not_found_before_a_programme_has_been_loaded(db: None) -> None:
    pages = ("services/", "programme/", "request-assessment/", "for-authorities/contact/", "contact/")
    assert {Client().get(f"/fi/{page}").status_code for page in pages} == {404}
