"""A person's languages go far beyond the fifteen, and each has a name every officer understands."""

import pytest

from kotopolku.languages.names import choices, direction_of, is_language, language_name, own_name


@pytest.mark.parametrize(
    ("code", "in_language", "name"),
    [
        ("so", "fi", "somali"),
        ("kmr", "fi", "kurdi (kurmandži)"),
        ("ckb", "sv", "kurdiska (sorani)"),
        ("prs", "en", "Dari"),
        ("prs", "prs", "دری"),
        ("ti", "fi", "tigrinja"),
        ("fse", "fi", "suomalainen viittomakieli"),
        ("sh", "fi", "serbokroatia"),
        ("fi-x-selko", "fi", "selkosuomi"),
        ("ps", "sv", "pashto"),
        ("sv", "fi-x-selko", "ruotsi"),
    ],
)
def test_a_language_is_named_in_the_readers_language(code: str, in_language: str, name: str) -> None:
    assert language_name(code, in_language) == name


def test_an_unknown_code_is_shown_as_it_is_rather_than_lost() -> None:
    assert not is_language("qqq")
    assert language_name("qqq", "fi") == "qqq"


def test_every_offered_language_is_a_language_with_a_finnish_a_swedish_and_an_english_name() -> None:
    for reader in ("fi", "sv", "en"):
        for code, name in choices(reader):
            assert is_language(code)
            assert name != code, f"{code} has no name in {reader}"


def test_own_names_are_in_the_languages_own_script() -> None:
    assert own_name("ti") == "ትግርኛ"
    assert own_name("uk") == "Українська"


def test_text_in_urdu_runs_from_right_to_left_although_no_page_is_in_urdu() -> None:
    assert direction_of("ur") == "rtl"
    assert direction_of("ti") == "ltr"
