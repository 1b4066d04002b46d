"""What must hold for any facts, day and question."""

from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kotopolku.law import UNKNOWN, Outcome, answer, ask
from kotopolku.law.facts import Facts, Residence, Status, fact_names, facts_from_mapping
from kotopolku.law.questions import QUESTIONS, Question
from kotopolku.law.tests.invented import invented_day, invented_mapping, leaves, nested

SEEDS = st.integers(min_value=0, max_value=2**32)
DAYS = st.dates(min_value=date(2025, 1, 1), max_value=date(2030, 12, 31))
GRANTS = st.dates(min_value=date(2018, 1, 1), max_value=date(2030, 12, 31))
TYPES: dict[str, tuple[type, ...]] = {
    "bool": (bool,),
    "date": (date,),
    "code": (str,),
    "text": (str,),
    "list": (tuple,),
    "integer": (int,),
    "number": (int, Decimal),
}


@settings(max_examples=100, deadline=None)
@given(grants=st.lists(GRANTS, max_size=4), on=DAYS, later=st.integers(min_value=0, max_value=3000))
def test_a_later_day_never_reopens_a_closed_window(grants: list[date], on: date, later: int) -> None:
    facts = Facts(residence=Residence(statuses=tuple(Status("residence_permit", day) for day in grants)))
    last = answer("window_last_day", facts, on).value

    if isinstance(last, date) and on > last:
        afterwards = on + timedelta(days=later)
        assert answer("inside_window", facts, afterwards).value is False
        assert answer("window_last_day", facts, afterwards).value == last
        assert answer("assessment_duty", facts, afterwards).value == "none"


@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_answers_do_not_depend_on_the_order_of_facts(seed: int) -> None:
    dice = Random(seed)
    mapping, on = invented_mapping(dice), _day_in_force(dice)
    facts, shuffled = facts_from_mapping(mapping), facts_from_mapping(_shuffled(mapping, dice))

    for name in QUESTIONS:
        assert answer(name, shuffled, on).value == answer(name, facts, on).value, name


@pytest.mark.slow
@settings(max_examples=25, deadline=None)
@given(seed=SEEDS)
def test_an_irrelevant_fact_changes_nothing(seed: int) -> None:
    dice = Random(seed)
    mapping, on = invented_mapping(dice), _day_in_force(dice)
    facts, known = facts_from_mapping(mapping), leaves(mapping)

    for name, asked in QUESTIONS.items():
        relevant = nested({key: value for key, value in known.items() if _reads(asked, key)})
        assert _findings(name, facts_from_mapping(relevant), on) == _findings(name, facts, on), name


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(seed=SEEDS)
def test_every_finding_is_sound(seed: int) -> None:
    dice = Random(seed)
    facts, on = facts_from_mapping(invented_mapping(dice)), _day_in_force(dice)

    for name, asked in QUESTIONS.items():
        findings = ask(name, facts, on)
        first = findings[0]
        assert first.rule in {rule.id for rule in asked.rules}, name
        assert first.question == name
        if first.value is not UNKNOWN and first.value is not None:
            assert isinstance(first.value, TYPES[asked.type]), name
            _assert_known_codes(asked, first.value)
        for finding in findings:
            assert (finding.value is UNKNOWN) == (finding.outcome is Outcome.UNKNOWN)
            assert (finding.why_unknown is None) == (finding.outcome is not Outcome.UNKNOWN)
            assert set(finding.missing) <= set(fact_names())
            assert all(_is_absent(facts, key) for key in finding.missing), (name, finding.missing)
            for ground in finding.grounds:
                assert ground.message.format(**ground.params)


@pytest.mark.parametrize("name", list(QUESTIONS))
def test_nothing_known_is_answered(name: str) -> None:
    findings = ask(name, Facts(), date(2026, 5, 4))

    assert findings[0].grounds


def _day_in_force(dice: Random) -> date:
    return max(invented_day(dice), date(2025, 1, 1))


def _findings(name: str, facts: Facts, on: date) -> list[tuple[Any, ...]]:
    return [(one.rule, one.value, one.missing) for one in ask(name, facts, on)]


def _reads(asked: Question, key: str) -> bool:
    return any(key == read or key.startswith(f"{read}.") for read in asked.reads)


def _shuffled(mapping: Any, dice: Random) -> Any:
    if isinstance(mapping, dict):
        items = [(key, _shuffled(value, dice)) for key, value in mapping.items()]
        dice.shuffle(items)
        return dict(items)
    if isinstance(mapping, list):
        return dice.sample([_shuffled(one, dice) for one in mapping], len(mapping))
    return mapping


def _is_absent(facts: Facts, key: str) -> bool:
    value: Any = facts
    for name in key.split("."):
        value = getattr(value, name)
    return value is None or value in ((), "") or (isinstance(value, str) and not value.strip())


def _assert_known_codes(asked: Question, value: Any) -> None:
    if asked.type == "code":
        assert value in asked.codes, asked.name
    if asked.type == "list":
        assert {str(one) for one in value} <= set(asked.codes), asked.name
