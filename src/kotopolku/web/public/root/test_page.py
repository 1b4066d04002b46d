"""Addresses without a language."""

import pytest
from django.test import Client


@pytest.mark.parametrize(
    ("wanted", "word"),
    [
        ("", "fi"),
        ("sv-FI,sv;q=0.9,en;q=0.8", "sv"),
        ("de,fr;q=0.9", "fi"),
        ("de,ar;q=0.5,en;q=0.4", "ar"),
        ("fa-AF", "prs"),
        ("ku", "kmr"),
        ("en;q=banana, uk;q=0.1", "uk"),
        ("*", "fi"),
        ("\x00;;;,,q=", "fi"),
    ],
)
def test_the_root_leads_to_the_best_of_fifteen_languages(visitor: Client, wanted: str, word: str) -> None:
    response = visitor.get("/", headers={"Accept-Language": wanted})
    assert response.status_code == 302
    assert response.headers["Location"] == f"/{word}/"
    assert "Accept-Language" in response.headers["Vary"]


def test_a_section_of_law_is_found_without_a_language(visitor: Client) -> None:
    response = visitor.get("/law/681-2023/14/", headers={"Accept-Language": "sv"})
    assert response.headers["Location"] == "/sv/law/681-2023/14/"


@pytest.mark.parametrize(
    "address",
    [
        "/xx/",
        "/FI/",
        "/fi/nothing/",
        "/fi/services/nothing/",
        "/xx/services/",
        "/fi/municipalities/turku/",
        "/fi/law/681-2023/999/",
        "/fi/law/1-1/1/",
    ],
)
def test_what_is_not_there_is_404_in_a_language_of_ours(visitor: Client, address: str) -> None:
    response = visitor.get(address, headers={"Accept-Language": "ar"})
    assert response.status_code == 404
    assert f'lang="{"fi" if address.startswith("/fi/") else "ar"}"' in response.content.decode()


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
@pytest.mark.parametrize("address", ["/", "/fi/", "/fi/services/", "/fi/programme/", "/fi/law/681-2023/14/"])
def test_pages_that_only_show_take_nothing_else(visitor: Client, method: str, address: str) -> None:
    assert getattr(visitor, method)(address).status_code == 405
