"""Words borrowed from another language say so: each sentence its `lang` and `dir`, the page one note in its own."""

import pytest
from django.template import Context, Template
from django.test import Client
from django.utils.translation import gettext, override

from kotopolku.languages.catalogues import borrows_from, has_unread, is_unread, shown_language

#: Messages of staff pages: they are never translated into the languages of clients.
STAFF_ONLY = "The note was saved."
WITH_A_VALUE = "The contact was closed: %(outcome)s."
NOTES = {
    "en": "A part of this page is in English, because it has not been translated yet.",
    "fi": "A part of this page is in Finnish, because it has not been translated yet.",
    "fa": "A part of this page is in Persian, because it has not been translated yet.",
}
UNREAD = "Nobody who reads this language has checked all the words on this page yet."


def rendered(code: str, source: str, **values: object) -> str:
    with override(code):
        return Template("{% load parts public %}" + source).render(Context(values))


def said(code: str, msgid: str) -> str:
    with override(code):
        return gettext(msgid)


@pytest.mark.parametrize(
    ("code", "language"), [("ar", "en"), ("prs", "en"), ("uk", "en"), ("fi-x-selko", "fi")]
)
def test_a_sentence_in_another_language_carries_its_own(code: str, language: str) -> None:
    # given a sentence that is not translated into the page's language
    assert shown_language(STAFF_ONLY, code) == language
    expected = f'<span lang="{language}" dir="ltr">{said(code, STAFF_ONLY)}</span>'
    # then its words carry the language they are in, whether a template or Python has said them
    assert rendered(code, f'{{% trans "{STAFF_ONLY}" %}}') == expected
    assert rendered(code, "{{ title|own_language }}", title=said(code, STAFF_ONLY)) == expected


def test_a_sentence_with_a_value_carries_it_too_and_the_value_is_escaped() -> None:
    source = (
        "{% blocktrans trimmed with outcome=x %}The contact was closed: {{ outcome }}.{% endblocktrans %}"
    )
    assert shown_language(WITH_A_VALUE, "uk") == "en"
    assert (
        rendered("uk", source, x="<b>")
        == '<span lang="en" dir="ltr">The contact was closed: &lt;b&gt;.</span>'
    )


def test_words_of_the_page_s_own_language_and_attributes_carry_nothing() -> None:
    assert rendered("ar", '{% trans "Municipality" %}') == "بلدية"
    assert rendered("fi", f'{{% trans "{STAFF_ONLY}" %}}') == "Muistiinpano tallennettiin."
    assert rendered("uk", f'{{% translate "{STAFF_ONLY}" %}}') == STAFF_ONLY
    assert rendered("ar", "{{ title|own_language }}", title="<Ei viesti>") == "&lt;Ei viesti&gt;"


@pytest.mark.parametrize(("path", "code"), [("ar", "ar"), ("prs", "prs"), ("selko", "fi-x-selko")])
def test_a_page_says_once_what_language_the_rest_is_in(visitor: Client, path: str, code: str) -> None:
    html = visitor.get(f"/{path}/request-assessment/").content.decode()
    note = said(code, NOTES[borrows_from(code)])
    assert html.count(note) == 1
    assert shown_language(NOTES[borrows_from(code)], code) == code
    # and a page of another language shows such sentences in their own
    assert f'<span lang="{"fi" if path == "selko" else "en"}" dir="ltr">' in html


def test_words_nobody_has_read_yet_are_told_of(visitor: Client) -> None:
    # given words in plain Finnish that no reader has approved
    assert is_unread(UNREAD, "fi-x-selko")
    assert has_unread("fi-x-selko")
    assert said("fi-x-selko", UNREAD) in visitor.get("/selko/").content.decode()
    # then languages that are whole and read say nothing
    for path in ("fi", "sv", "en"):
        assert "language-notes" not in visitor.get(f"/{path}/").content.decode()
