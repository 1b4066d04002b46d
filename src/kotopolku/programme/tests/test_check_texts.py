"""Texts: where they are, what stands in their head, whether they are there and of today."""

import pytest

from kotopolku.languages.texts import digest
from kotopolku.programme.check import check
from kotopolku.programme.tests.samples import raisio, with_file

SUMMARY = "texts/{}/service-plan-summary.md"


def replaced(language, old, new):
    path = SUMMARY.format(language)
    data = raisio().files[path].decode()
    assert old in data
    return with_file(path, data.replace(old, new).encode())


def problems(folder, code):
    return [(each.level, each.file) for each in check(folder).problems if each.code == code]


@pytest.mark.parametrize(("language", "level"), [("fi", "error"), ("sv", "warning"), ("en", "warning")])
def test_a_missing_text_is_an_error_in_the_original_and_a_warning_in_a_translation(language, level):
    path = SUMMARY.format(language)

    assert problems(with_file(path, None), "text_missing") == [(level, path)]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("path", "code", "word"),
    [
        ("texts/service-plan-summary.md", "text_path", "LANGUAGE"),
        ("texts/sv/service-plan-summary.txt", "text_path", "move"),
        ("texts/svv/service-plan-summary.md", "text_language", "'sv'"),
        ("texts/sv/service-plan-sumary.md", "text_unknown", "'service-plan-summary'"),
        ("texts/sv/zzz.md", "text_unknown", "Remove the file"),
    ],
)
def test_a_file_in_the_wrong_place_is_told_with_the_nearest_name(path, code, word):
    data = raisio().files[SUMMARY.format("sv")]

    told = [each for each in check(with_file(path, data)).errors if each.code == code]

    assert [each.file for each in told] == [path]
    assert word in told[0].english()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("---\n", "", "text_head"),
        ("status: reviewed", "statuss: reviewed", "text_head"),
        ("status: reviewed", "reviewed", "text_head"),
        ("status: reviewed\n", "", "text_head"),
        ("status: reviewed", "status: reviewd", "text_status"),
        ("status: reviewed", "status: original", "text_original"),
        ("\n\nVi", "\n\n\n\nVi", "not_canonical"),
        ("\n", "\r\n", "not_canonical"),
    ],
)
def test_a_head_that_cannot_be_read_is_told(old, new, code):
    found = check(replaced("sv", old, new))

    assert (code, SUMMARY.format("sv")) in [(each.code, each.file) for each in found.errors]


def test_an_empty_text_is_an_error():
    path = SUMMARY.format("sv")
    head = raisio().files[path].decode().rpartition("---\n")[0] + "---\n"

    assert problems(with_file(path, head.encode()), "text_empty") == [("error", path)]


def test_a_text_in_another_encoding_is_an_error():
    path = SUMMARY.format("sv")

    assert problems(with_file(path, "---\nstatus: reviewed\n---\n\nå\n".encode("latin-1")), "not_utf8") == [
        ("error", path)
    ]


@pytest.mark.slow
def test_a_changed_finnish_text_makes_its_translations_outdated_and_gives_the_digest_to_write():
    folder = replaced("fi", "Sovimme", "Me sovimme")

    told = [each for each in check(folder).warnings if each.code == "text_outdated"]

    finnish = folder.files[SUMMARY.format("fi")].decode().rpartition("---\n")[2]
    assert [each.file for each in told] == [SUMMARY.format("sv"), SUMMARY.format("en")]
    assert all(digest(finnish) in each.english() for each in told)


def test_a_translation_that_says_it_is_outdated_is_not_told_again():
    folder = replaced("sv", "status: reviewed", "status: outdated")

    assert problems(folder, "text_outdated") == []


@pytest.mark.slow
@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Arviointi perustuu KotoL 15 §:ään.", True),
        ("Se perustuu lain 17 §:ään.", True),
        ("Kuntalain (410/2015) 54 § ja KotoL 14 §.", False),
        ("Kuntalain 15 § koskee muuta.", False),
    ],
)
def test_a_text_that_cites_a_repealed_section_is_a_warning(sentence, told):
    folder = replaced("fi", "Sovimme", f"{sentence} Sovimme")

    assert bool(problems(folder, "text_repealed")) is told
