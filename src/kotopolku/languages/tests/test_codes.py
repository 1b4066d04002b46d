"""Each page knows in which language it is, which way it runs and where a missing text comes from."""

import pytest

from kotopolku.languages.codes import (
    CLIENT_LANGUAGES,
    STAFF_LANGUAGES,
    UI_LANGUAGES,
    by_code,
    by_path,
    is_ui_language,
)


def test_there_are_fifteen_and_staff_work_in_three() -> None:
    codes = {language.code for language in UI_LANGUAGES}

    expected = "fi fi-x-selko sv en uk ru ar ckb kmr fa prs so sq et tr"
    assert codes == set(expected.split())
    assert [language.code for language in STAFF_LANGUAGES] == ["fi", "sv", "en"]
    assert len(CLIENT_LANGUAGES) == 15


def test_the_list_begins_with_the_national_languages_and_english() -> None:
    assert [language.path for language in UI_LANGUAGES[:4]] == ["fi", "selko", "sv", "en"]


def test_only_the_languages_in_arabic_script_run_from_right_to_left() -> None:
    mirrored = {language.code for language in UI_LANGUAGES if language.direction == "rtl"}

    assert mirrored == {"ar", "ckb", "fa", "prs"}


@pytest.mark.parametrize("language", UI_LANGUAGES, ids=lambda language: language.code)
def test_every_chain_of_fallbacks_ends_in_finnish_without_going_round(language) -> None:
    assert language.chain[0] == language.code
    assert language.chain[-1] == "fi"
    assert len(set(language.chain)) == len(language.chain)
    assert all(is_ui_language(code) for code in language.chain)


@pytest.mark.parametrize(
    ("code", "fallbacks"),
    [
        ("fi-x-selko", ("fi",)),
        ("sv", ("fi",)),
        ("prs", ("fa", "en", "fi")),
        ("ckb", ("en", "fi")),
        ("kmr", ("en", "fi")),
        ("ar", ("en", "fi")),
        ("fa", ("en", "fi")),
    ],
)
def test_a_missing_text_is_sought_where_the_reader_understands_most(
    code: str, fallbacks: tuple[str, ...]
) -> None:
    assert by_code(code).fallbacks == fallbacks


def test_an_address_word_is_the_code_but_plain_finnish_is_selko() -> None:
    for language in UI_LANGUAGES:
        assert by_path(language.path) is language
        assert by_code(language.code) is language
    assert by_path("selko").code == "fi-x-selko"
    assert by_path("selko").folder == "fi_X-selko"


@pytest.mark.parametrize("word", ["fi-x-selko", "ku", "", "FI", "xx"])
def test_any_other_address_word_is_refused(word: str) -> None:
    with pytest.raises(KeyError):
        by_path(word)
