"""The real area: no errors, exactly the known warnings, the same bytes after a round trip."""

import re
from collections import Counter

import pytest

from kotopolku.programme.check import check, field_names
from kotopolku.programme.files import render
from kotopolku.programme.tests.samples import RAISIO, facts, raisio


def test_the_folder_has_no_errors_and_exactly_the_warnings_its_readme_explains():
    found = check(raisio())

    assert [each.english() for each in found.errors] == []
    assert Counter(each.code for each in found.warnings) == {
        "repealed": 5,
        "content_deviation": 1,
        "test_deviation": 1,
        "no_role_address": 5,
        "to_confirm": 48,
    }


def test_reading_and_writing_gives_the_same_bytes():
    folder = raisio()
    programme = check(folder).programme

    assert programme is not None
    assert render(programme).files == folder.files


def test_every_text_is_there_in_finnish_swedish_and_english():
    by_language = {
        language: {path.stem for path in (RAISIO / "texts" / language).glob("*.md")}
        for language in ("fi", "sv", "en")
    }

    assert by_language["fi"] == by_language["sv"] == by_language["en"]
    assert by_language["fi"]


def test_no_sentence_of_the_texts_is_shared_between_languages():
    programme = check(raisio()).programme
    assert programme is not None

    same = [
        key
        for key, texts in programme.texts.items()
        if len({text.text for _, text in texts}) < 3 and not key.endswith("-name")
    ]

    assert same == []


LISTS = "municipalities|organisations|contacts|services|own_rules|follow_up|communication|deviations"
PART = rf"(area|document)\.|({LISTS})\[[a-z]"


def readme_rows():
    lines = (RAISIO / "README.md").read_text(encoding="utf-8").splitlines()
    return [
        [cell.strip() for cell in line.strip("|").split(" | ")] for line in lines if line.startswith("| ")
    ]


def test_the_readme_lists_all_25_dimensions():
    assert [row[0] for row in readme_rows() if row[0].isdigit()] == [str(number) for number in range(1, 26)]


@pytest.mark.slow
def test_the_readme_names_only_fields_and_texts_that_exist():
    programme = check(raisio()).programme
    known = field_names(facts())
    named = {word for row in readme_rows() for word in re.findall(r"`([^`]+)`", row[-1])}
    fields = {word for word in named if re.match(PART, word) and " " not in word}
    texts = {word for word in named if re.match(r"(chapter|service|programme)-", word)}

    grounds = {word for word in named if word.startswith("grounds[")}
    codes = {f"grounds[{ground.code}]" for service in programme.services for ground in service.grounds}

    assert len(fields) > 25
    assert len(texts) > 15
    assert fields - known == set()
    assert grounds - codes == set()
    assert {word for word in texts if not {word, f"{word}-body"} & set(programme.texts)} == set()
