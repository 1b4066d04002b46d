"""The small parts of the pages: words for codes, citations, opening times, prose, addresses."""

import json
from pathlib import Path

import pytest
from django.utils import translation

import kotopolku.programme
from kotopolku.languages.codes import by_code
from kotopolku.services.entries import Opening
from kotopolku.web.parts.opening import hours_of, one_line
from kotopolku.web.public import words
from kotopolku.web.public.addresses import in_language
from kotopolku.web.public.citing import citation
from kotopolku.web.public.prose import to_html

SCHEMA = json.loads(
    (Path(kotopolku.programme.__file__).parent / "schema" / "programme.schema.json").read_text(
        encoding="utf-8"
    )
)["$defs"]
LISTS = {
    "ground": ("ground", "code"),
    "arrangement": ("rung", "arrangement"),
    "stage": ("rung", "stage"),
    "condition": ("rung", "condition"),
    "producer": ("rung", "producer_kinds"),
    "channel": ("service", "channels"),
    "teaching": ("service", "teaching_modes"),
    "self_study": ("service", "self_study_reasons"),
    "child_care": ("service", "child_care"),
    "topic": ("service", "topics"),
    "partner": ("service", "partner_kinds"),
    "place": ("place", "kind"),
    "cooperation": ("area", "cooperation_form"),
    "approval": ("approval", "state"),
    "approval_rule": ("document", "approval_rule"),
    "own_rule": ("own_rule", "kind"),
    "other_topic": ("other_service", "topics"),
}


@pytest.mark.parametrize(("name", "place"), LISTS.items())
def test_every_code_of_the_schema_has_words_and_no_words_are_left_over(
    name: str, place: tuple[str, str]
) -> None:
    field = SCHEMA[place[0]]["properties"][place[1]]
    codes = field.get("enum") or field["items"]["enum"]
    assert set(words.LISTS[name]) == set(codes)


def test_every_way_to_come_has_words() -> None:
    codes = {*SCHEMA["service"]["properties"]["access"]["items"]["enum"]}
    codes |= {*SCHEMA["opening"]["properties"]["access"]["enum"]}
    assert set(words.ACCESS) == codes


@pytest.mark.parametrize("unit", SCHEMA["own_rule"]["properties"]["unit"]["enum"])
def test_the_value_of_an_own_rule_is_said_with_its_unit(unit: str) -> None:
    with translation.override("en"):
        said = words.rule_value({"level": "A1.3", "yes_no": True, "text": "by post"}.get(unit, 3), unit=unit)
    assert said in {"3 days", "3 months", "3 minutes", "3 hours", "3 people", "level A1.3", "yes", "by post"}


@pytest.mark.parametrize(
    ("provision", "text", "url"),
    [
        ("681/2023 14.1(4)", "14 § 1 mom. 4 k", "/fi/law/681-2023/14/"),
        ("681/2023 32 a", "32 a §", "/fi/law/681-2023/32a/"),
        ("410/2015 9999", "410/2015 9999 §", ""),
        ("not a citation", "not a citation", ""),
    ],
)
def test_a_citation_leads_to_the_section_that_has_a_page(provision: str, text: str, url: str) -> None:
    made = citation(provision, by_code("fi"))
    assert (made.text, made.url) == (text, url)


def test_days_in_a_row_are_said_as_a_span() -> None:
    openings = (
        Opening(access="walk_in", days=("mon", "tue", "wed", "fri"), opens="09:00", closes="15:00"),
        Opening(access="walk_in", days=("sat", "sun"), opens="10:00", closes="12:30", weeks="every_other"),
        Opening(access="phone", days=("mon",), opens="08:00", closes="09:00"),
    )
    with translation.override("en"):
        line = one_line(hours_of(openings, access="walk_in"))
    plain = "".join(sign for sign in line if sign not in "\u2060\u2066\u2069")
    assert plain == "Mon–Wed, Fri 09:00–15:00, every other Sat, Sun 10:00–12:30"


def test_prose_takes_no_html_and_fits_its_headings_under_the_page_s() -> None:
    html = to_html("# Title\n\n<script>alert(1)</script> *so* [link](javascript:alert(1))", level=3)
    assert html.startswith("<h3>Title</h3>")
    assert "<script" not in html
    assert 'href="javascript' not in html


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/fi/services/plan/", "/ar/services/plan/"),
        ("/fi/", "/ar/"),
        ("/nowhere/at/all/", "/ar/"),
        ("/", "/ar/"),
    ],
)
def test_changing_the_language_keeps_the_page(path: str, expected: str) -> None:
    assert in_language(path, by_code("ar")) == expected
