"""A service's page: everything the programme says of it, each law and each own rule as what it is."""

import re

import pytest
from django.test import Client


def test_the_assessment_shows_its_grounds_with_their_sections(visitor: Client) -> None:
    html = visitor.get("/fi/services/assessment/").content.decode()
    assert 'href="/fi/law/681-2023/14/"><bdi>14 § 1 mom. 1 k</bdi>' in html
    assert html.count("14 § 1 mom.") == 7


def test_a_repealed_citation_stands_beside_the_section_in_force(visitor: Client) -> None:
    html = visitor.get("/en/services/assessment/").content.decode()
    assert "The programme document cites <bdi>15 §</bdi>, which is no longer in force." in html


def test_the_ways_to_arrange_orientation_stand_in_their_order(visitor: Client) -> None:
    html = visitor.get("/en/services/orientation/").content.decode()
    ways = (
        "The municipality does it itself",
        "Together with the region",
        "The municipality buys the service",
    )
    places = [html.index(way) for way in ways]
    assert places == sorted(places)
    assert "City of Turku" in html
    assert "we are looking for providers" in html


def test_own_rules_are_named_as_the_area_s_own_and_never_as_law(visitor: Client) -> None:
    html = visitor.get("/en/services/orientation/").content.decode()
    rules = re.findall(r'<li class="own-rule">(.*?)</li>', html, re.DOTALL)
    assert len(rules) == 3
    assert all("the area&#x27;s own rule" in rule for rule in rules)
    assert not any('class="cite"' in rule for rule in rules)
    assert "They are not law." in html


@pytest.mark.slow
def test_one_sentence_says_who_answers(visitor: Client) -> None:
    for code in ("assessment", "plan", "orientation", "training", "other-training", "guidance", "monineuvo"):
        html = visitor.get(f"/fi/services/{code}/").content.decode()
        answer = re.search(r'<h2 id="answers">.*?</h2><div class="prose"><p>(.*?)</p>', html)
        assert answer is not None, code
        assert "vastaa" in answer[1], code


def test_advice_says_its_languages_in_the_language_of_the_page(visitor: Client) -> None:
    assert "arabiska" in visitor.get("/sv/services/monineuvo/").content.decode()
    assert "العربية" in visitor.get("/ar/services/monineuvo/").content.decode()


def test_an_arabic_page_marks_what_is_shown_in_english(visitor: Client) -> None:
    # given the programme's prose exists in Finnish, Swedish and English, the names of services in every language
    html = visitor.get("/ar/services/monineuvo/").content.decode()
    # then the page runs from right to left, its prose from left to right, under a heading of its own language
    assert '<html lang="ar" dir="rtl"' in html
    assert '<div class="prose" lang="en" dir="ltr">' in html
    assert re.search(r"<h1><bdi>[^<]*[\u0600-\u06ff]{4}", html)


def test_a_dari_page_falls_back_along_its_own_chain(visitor: Client) -> None:
    html = visitor.get("/prs/services/monineuvo/").content.decode()
    assert '<html lang="prs" dir="rtl"' in html
    assert '<div class="prose" lang="en" dir="ltr">' in html


def test_a_finnish_page_carries_no_marks(visitor: Client) -> None:
    assert "language-mark" not in visitor.get("/fi/services/monineuvo/").content.decode()
