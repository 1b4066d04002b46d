"""The worked examples of the vocabulary: every expected answer, exactly."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from kotopolku.law import UNKNOWN, ask
from kotopolku.law.facts import facts_from_mapping
from kotopolku.law.questions import QUESTIONS

EXAMPLES = Path(__file__).with_name("law-examples.yaml")
SCENARIOS = yaml.load(EXAMPLES.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)["scenarios"]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda scenario: scenario["id"])
def test_example(scenario: dict[str, Any]) -> None:
    on = date.fromisoformat(scenario["as_of"])
    facts = facts_from_mapping(scenario["facts"])
    expected = scenario["expect"]

    findings = {name: ask(name, facts, on) for name in expected}

    assert {name: _plain(found[0].value) for name, found in findings.items()} == {
        name: _unordered(value) for name, value in expected.items()
    }
    for name, found in findings.items():
        assert {rule.id for rule in QUESTIONS[name].rules} & {finding.rule for finding in found}


def _plain(value: Any) -> Any:
    if value is UNKNOWN:
        return "unknown"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return float(value)
    return _unordered(list(value)) if isinstance(value, tuple) else value


def _unordered(value: Any) -> Any:
    return frozenset(value) if isinstance(value, list) else value
