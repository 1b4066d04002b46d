"""Situations in life: what to do first, who answers, what it costs, a person; danger has a way out without scripts."""

import pytest
from django.test import Client
from django.utils import translation

from kotopolku.languages.texts import Text, Texts, digest
from kotopolku.web.public.templatetags.public import rights


def test_the_list_has_twelve_situations_the_basic_information_and_society(visitor: Client) -> None:
    html = visitor.get("/sv/life/").content.decode()
    assert html.count('class="door"') == 16
    assert html.count('<h2 id="') == 3


def test_a_situation_says_what_to_do_who_answers_the_cost_the_owner_and_its_age(visitor: Client) -> None:
    html = visitor.get("/en/life/housing/").content.decode()
    for words in ("three months' rent", "Kela", "24", "costs nothing", "Martinkatu 8"):
        assert words in html, words
    assert html.count("<h2") >= 6


def test_danger_has_a_way_out_that_needs_no_script_and_leaves_no_name_in_the_title(visitor: Client) -> None:
    response = visitor.get("/fi/life/support/")
    html = response.content.decode()
    assert '<a class="button button-primary way-out" href="https://www.ilmatieteenlaitos.fi/"' in html
    assert "<title>Neuvonta – Kotopolku</title>" in html
    assert 'href="tel:112"' in html
    assert response.headers["Cache-Control"] == "no-store"


def test_an_unread_translation_of_rights_is_never_shown() -> None:
    # given a machine's Arabic of what to do first
    finnish = Text("Soita 112.")
    texts = Texts((("fi", finnish), ("ar", Text("ترجمة آلية", "machine", digest(finnish.text)))))
    # when
    with translation.override("ar"):
        html = rights(texts)
    # then
    assert "ترجمة آلية" not in html
    assert '<div class="prose" lang="fi" dir="ltr"><p>Soita 112.</p>' in html
    assert 'class="note small"' in html


@pytest.mark.parametrize("address", ["no-such", "SUPPORT"])
def test_there_is_no_other_page(visitor: Client, address: str) -> None:
    assert visitor.get(f"/fi/life/{address}/").status_code == 404


def test_a_municipality_s_page_tells_where_the_library_is_and_who_may_vote(visitor: Client) -> None:
    html = visitor.get("/en/municipalities/rusko/").content.decode()
    assert "https://vaski.finna.fi" in html
    assert "https://www.rusko.fi" in html
    assert "for two years" in html
