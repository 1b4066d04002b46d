"""Every public page in every language: it answers, in the right language and direction, within its query budget."""

import re

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from kotopolku.languages.codes import UI_LANGUAGES, Language, by_code

# Page -> how many queries it makes, the transaction and the area's own included; the numbers do not grow with rows.
PAGES = {
    "": 22,
    "services/": 10,
    "services/assessment/": 16,
    "services/plan/": 16,
    "services/orientation/": 16,
    "services/training/": 16,
    "services/other-training/": 16,
    "services/guidance/": 16,
    "services/monineuvo/": 16,
    "life/": 8,
    "life/arrived/": 26,
    "life/support/": 27,
    "life/rights/": 15,
    "looking-for-work/": 12,
    "for-authorities/": 22,
    "for-authorities/contact/": 6,
    "check-yourself/": 6,
    "request-assessment/": 6,
    "programme/": 23,
    "municipalities/": 19,
    "municipalities/raisio/": 25,
    "municipalities/rusko/": 25,
    "contact/": 17,
    "accessibility/": 17,
    "law/": 6,
    "law/681-2023/14/": 6,
    "law/681-2023/1/": 6,
}
SAMPLE = ("fi", "ar", *(pytest.param(code, marks=pytest.mark.slow) for code in ("sv", "en", "prs")))
ROOT_ELEMENT = re.compile(r'<html lang="([\w-]+)" dir="(ltr|rtl)"')


def page_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, address
    return response.content.decode()


def check_language(client: Client, language: Language) -> None:
    for page in PAGES:
        html = page_of(client, f"/{language.path}/{page}")
        found = ROOT_ELEMENT.search(html)
        assert found is not None
        assert found.groups() == (language.code, language.direction), page
        assert html.count("<h1") == 1, page
        # the language menu keeps the page, on a page with a form what was typed too
        assert f'href="/uk/{page}"' in html or f'formaction="/uk/{page}"' in html, page


@pytest.mark.slow
@pytest.mark.parametrize("code", SAMPLE)
def test_every_page_answers_in_its_language_and_direction(visitor: Client, code: str) -> None:
    check_language(visitor, by_code(code))


@pytest.mark.deep
@pytest.mark.parametrize("language", UI_LANGUAGES, ids=lambda language: language.path)
def test_every_page_answers_in_all_fifteen_languages(visitor: Client, language: Language) -> None:
    check_language(visitor, language)


@pytest.mark.slow
def test_every_page_stays_within_its_query_budget(visitor: Client) -> None:
    # given the pages have been opened once, so that nothing is counted that is read once a process
    for address in PAGES:
        page_of(visitor, f"/fi/{address}")
    # when
    made = {}
    for address in PAGES:
        with CaptureQueriesContext(connection) as queries:
            page_of(visitor, f"/fi/{address}")
        made[address] = len(queries)
    # then
    assert made == PAGES


@pytest.mark.slow
def test_no_page_breaks_on_a_hostile_query_string(visitor: Client) -> None:
    for address in PAGES:
        html = page_of(
            visitor, f"/fi/{address}?q=%3Cscript%3Ealert(1)%3C/script%3E&next=//evil.example&id=%00"
        )
        assert "alert(1)" not in html, address
        assert "evil.example" not in html, address


@pytest.mark.slow
def test_no_page_carries_style_or_script_of_its_own(visitor: Client) -> None:
    for address in PAGES:
        html = page_of(visitor, f"/ar/{address}")
        assert " style=" not in html, address
        assert "<style" not in html, address
        assert re.search(r"<script(?![^>]* src=)", html) is None, address
