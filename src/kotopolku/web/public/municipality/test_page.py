"""A municipality's page."""

from django.test import Client


def test_a_municipality_without_an_office_says_how_to_be_met(visitor: Client) -> None:
    html = visitor.get("/en/municipalities/rusko/").content.decode()
    assert "There is no office here." in html
    assert "Sari Laine" in html


def test_a_municipality_shows_its_place_and_the_approval(visitor: Client) -> None:
    html = visitor.get("/sv/municipalities/naantali/").content.decode()
    assert "<h1><bdi>Nådendal</bdi></h1>" in html
    assert "Nådendals bibliotek" in html
    assert 'href="/sv/programme/"' in html
