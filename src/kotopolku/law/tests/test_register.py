"""The register: every section, rule and question accounted for, and the map of them up to date."""

from itertools import pairwise
from pathlib import Path

import pytest

from kotopolku.law import register
from kotopolku.law.facts import fact_names
from kotopolku.law.statute_map import statute_map

STATUTE_MAP = Path(__file__).parents[4] / "docs" / "statute-map.md"
LAW = Path(__file__).parents[1]


def test_every_section_is_implemented_or_says_why_not() -> None:
    for section in register.sections():
        assert bool(section.rules) == (section.status == "implemented"), section.number
        assert bool(section.reason) == (section.status != "implemented"), section.number
        assert section.title or section.status == "repealed", section.number


def test_no_section_is_left_out() -> None:
    numbers = [section.number for section in register.sections()]

    assert [number for number in numbers if number.isdigit()] == [str(number) for number in range(1, 103)]
    assert [number for number in numbers if not number.isdigit()] == ["32 a"]


def test_every_rule_stands_in_a_known_section_and_in_a_file() -> None:
    known = {(section.act, section.number) for act in register.acts() for section in register.sections(act)}

    for rule in register.rules():
        assert (rule.provision.act, rule.provision.section) in known
        assert (LAW.parents[1] / f"{rule.module.replace('.', '/')}.py").exists()
        assert rule.title
        assert rule.text.endswith(".")
        if rule.force.from_ and rule.force.to:
            assert rule.force.from_ < rule.force.to


def test_every_question_reads_known_facts_and_names_its_rules() -> None:
    names = fact_names()

    assert len(register.questions()) == 112
    for question in register.questions():
        assert question.rules
        assert question.meaning.endswith("?")
        for read in question.reads:
            assert any(name == read or name.startswith((f"{read}.", f"{read}[")) for name in names), read


def test_every_file_with_rules_is_loaded() -> None:
    with_rules = {
        ".".join(file.relative_to(LAW).with_suffix("").parts)
        for file in LAW.glob("*_*/*.py")
        if " = rule(" in file.read_text(encoding="utf-8")
    }
    loaded = {rule.module.removeprefix("kotopolku.law.") for rule in register.rules()}

    assert with_rules == loaded


def test_rules_come_in_the_order_of_the_acts() -> None:
    within = [
        rule.provision.subsection or 0
        for rule in register.rules()
        if str(rule.provision).startswith("KotoL 14")
    ]

    assert all(earlier <= later for earlier, later in pairwise(within))
    assert register.acts()[0].number == "681/2023"


@pytest.mark.parametrize("citation", ["681/2023 32 a", "681/2023 32a §", "681-2023/32a"])
def test_a_section_is_found_by_its_citation(citation: str) -> None:
    examples = [
        register.Example("EX-1", "Missed plan meeting", ("no_show_fee_allowed",)),
        register.Example("EX-2", "Something else", ("in_scope",)),
    ]

    entry = register.provision(citation, examples)

    assert [rule.id for rule in entry.section.rules] == ["KOTOL-32a-1", "KOTOL-32a-2", "KOTOL-32a-4"]
    assert entry.section.path == "681-2023/32a"
    assert "no_show_fee_max_eur" in [question.name for question in entry.questions]
    assert [example.id for example in entry.examples] == ["EX-1"]


@pytest.mark.parametrize(
    ("citation", "problem"),
    [("14", "not a citation"), ("999/1999 1", "no rule stands in act"), ("681/2023 200", "no known section")],
)
def test_an_unknown_citation_is_refused(citation: str, problem: str) -> None:
    with pytest.raises(register.UnknownProvisionError, match=problem):
        register.provision(citation)


def test_a_provision_is_cited_in_three_ways() -> None:
    rule = next(rule for rule in register.rules() if rule.id == "KOTOL-14-1-4")

    assert str(rule.provision) == "KotoL 14.1(4)"
    assert rule.provision.official == "681/2023 14 § 1 mom. 4 k"
    assert rule.provision.path == "681-2023/14"


def test_the_statute_map_is_up_to_date() -> None:
    assert STATUTE_MAP.read_text(encoding="utf-8") == statute_map(), (
        "run `kotopolku law map --write docs/statute-map.md`"
    )
