"""Links that lead nowhere, a glossary with holes and words of one machine are found."""

from pathlib import Path

import pytest

from kotopolku.cli.check import words
from kotopolku.cli.check.docs import broken_links, glossary_faults, statute_map_faults
from kotopolku.law.statute_map import statute_map


def test_a_link_to_a_missing_file_or_heading_is_found_and_others_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text(
        "# Title\n[good](b.md) [good](b.md#two-words) [own](#title) [away](https://example.org/x)\n"
        "```\n[in code](nowhere.md)\n```\n[bad](c.md) [bad](b.md#three)\n",
        encoding="utf-8",
    )
    (tmp_path / "b.md").write_text("## Two words\n", encoding="utf-8")
    assert broken_links(tmp_path) == [
        "a.md: the link c.md leads nowhere",
        "a.md: the link b.md#three leads nowhere",
    ]


def test_a_glossary_row_with_a_hole_or_a_double_word_is_found(tmp_path: Path) -> None:
    path = tmp_path / "glossary.csv"
    path.write_text(
        "word,fi,sv,provision\nplan,suunnitelma,plan,15 §\nplan,,plan,\nduty,x\n", encoding="utf-8"
    )
    found = "\n".join(glossary_faults(path))
    assert "row 3 (plan) has an empty cell" in found
    assert "row 4 has 2 cells" in found
    assert "plan stands twice" in found
    assert "row 2" not in found


@pytest.mark.parametrize("word", ["/work" + "/main/x", "/home" + "/anna/x", "https://py" + "pi.org/simple"])
def test_a_machine_path_or_a_registry_host_is_found(word: str, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(f"one\nsee {word}\n", encoding="utf-8")
    assert [line.split(":")[:2] for line in words.faults(tmp_path)] == [["note.txt", "2"]]


def test_an_ordinary_address_or_path_is_not_taken_for_one(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(
        "/desk/work/ https://example.org/home/ ~/x src/root/y\n", encoding="utf-8"
    )
    assert words.faults(tmp_path) == []


def test_a_statute_map_that_was_edited_by_hand_is_found(tmp_path: Path) -> None:
    made = tmp_path / "statute-map.md"
    made.write_text(statute_map(), encoding="utf-8")
    assert statute_map_faults(made) == []
    made.write_text(statute_map() + "one more line\n", encoding="utf-8")
    assert len(statute_map_faults(made)) == 1
