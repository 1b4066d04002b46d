"""Repealed sections, in citations and in prose."""

import pytest

from kotopolku.programme.citations import repealed, repealed_mentions


@pytest.mark.parametrize(
    ("citation", "section"),
    [
        ("681/2023 15", "15"),
        ("681/2023 17.2", "17"),
        ("681/2023 13.3", "13.3"),
        ("681/2023 13.1(3)", None),
        ("681/2023 14", None),
        ("410/2015 15", None),
        ("681/2023 115", None),
    ],
)
def test_a_citation_is_repealed_only_in_the_act_and_section_itself(citation, section):
    assert repealed(citation) == section


@pytest.mark.parametrize(
    ("prose", "sections"),
    [
        ("KotoL 14 ja 15 §", ["15"]),
        ("enligt 17 § i integrationslagen", ["17"]),
        ("under section 48 of the Act", ["48"]),
        ("§ 21", ["21"]),
        ("115 § ja 15 a", []),
        ("Martinkatu 15, klo 17", []),
    ],
)
def test_prose_is_searched_in_three_languages(prose, sections):
    assert repealed_mentions(prose) == sections
