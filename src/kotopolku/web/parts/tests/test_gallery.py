"""The gallery draws every component, in both frames and both directions, without a database."""

import pytest
from django.test import RequestFactory

from kotopolku.web.parts.gallery.view import gallery


def page(query=""):
    response = gallery(RequestFactory().get(f"/parts/{query}"))
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("query", ["", "?frame=public"])
def test_one_main_heading_equals_the_title(query):
    html = page(query)
    assert html.count("<h1") == 1
    assert "<title>Rakennusosat ja tilat – Kotopolku</title>" in html
    assert 'href="#main"' in html
    assert 'id="main"' in html


@pytest.mark.parametrize(
    ("query", "opening"),
    [
        ("?lang=ar", '<html lang="ar" dir="rtl"'),
        ("?lang=prs", '<html lang="prs" dir="rtl"'),
        ("?lang=uk", '<html lang="uk" dir="ltr"'),
        ("?lang=xx", '<html lang="fi" dir="ltr"'),
    ],
)
def test_the_page_turns_with_its_language(query, opening):
    assert opening in page(query)


def test_the_theme_is_only_ever_one_of_two():
    assert 'data-theme="dark"' in page("?theme=dark")
    assert "data-theme" not in page('?theme="><script>')


def test_the_language_menu_shows_fifteen_own_names_in_their_own_direction():
    html = page("?frame=public")
    menu = html[html.index("language-list") : html.index("</details>")]
    assert menu.count("hreflang=") == 15
    assert menu.count('dir="rtl"') == 4
    assert menu.count("aria-current") == 1
