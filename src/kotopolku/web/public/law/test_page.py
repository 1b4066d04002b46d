"""Pages of the law: every section opens; rules, examples and what is left open are told."""

import pytest
from django.test import Client

from kotopolku.law import register
from kotopolku.web.public.law.contents import contents


def test_the_contents_list_every_section_of_the_act(visitor: Client) -> None:
    html = visitor.get("/fi/law/").content.decode()
    assert [one.path for one in register.sections() if f'href="{one.path}/"' not in html] == []


def test_a_rule_is_told_with_its_place_its_force_and_what_is_left_open(visitor: Client) -> None:
    html = visitor.get("/en/law/681-2023/14/").content.decode()
    assert '<h1><span lang="fi" dir="ltr">14 § ' in html
    assert 'id="KOTOL-14-1-4"' in html
    assert "681/2023 14 § 1 mom. 4 k" in html
    assert "In force since" in html
    assert "What the program does not decide:" in html


def test_an_example_is_answered_in_words_of_the_page_s_language(visitor: Client) -> None:
    html = visitor.get("/fi/law/681-2023/9/").content.decode()
    examples = html[html.index('<details class="examples">') :]
    assert '<b lang="en" dir="ltr">' in examples
    assert "EX-" in examples
    assert "<bdi>Sovelletaanko yhteydenottoon 9 §:ää?</bdi> <b>Kyllä.</b>" in examples


def test_a_section_that_is_not_software_says_why(visitor: Client) -> None:
    html = visitor.get("/en/law/681-2023/1/").content.decode()
    assert "States the purpose of the Act" in html


def test_a_sentence_of_the_law_keeps_its_language_on_an_arabic_page(visitor: Client) -> None:
    html = visitor.get("/ar/law/681-2023/9/").content.decode()
    assert '<h2 id="KOTOL-9-1-title"><span lang="en" dir="ltr">' in html


@pytest.mark.deep
def test_every_section_of_every_act_opens(visitor: Client) -> None:
    paths = [one.path for _act, sections in contents() for one in sections]
    assert len(paths) > 100
    assert [path for path in paths if visitor.get(f"/fi/law/{path}/").status_code != 200] == []
