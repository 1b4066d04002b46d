"""Worked examples of the law, read from the law's own copy and answered by the rules themselves, once a process."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import kotopolku.law
from kotopolku.law import ask
from kotopolku.law.facts import facts_from_mapping
from kotopolku.law.finding import Finding
from kotopolku.law.questions import QUESTIONS

FILE = Path(kotopolku.law.__file__).parent / "tests" / "law-examples.yaml"


@dataclass(frozen=True, kw_only=True)
class Example:
    """An example: whose situation (English), on which day, and what the rules find for the questions it asks."""

    id: str
    title: str
    on: date
    findings: tuple[tuple[str, Finding], ...]


@cache
def examples_by_rule() -> Mapping[str, tuple[Example, ...]]:
    """Return the examples by the id of every rule that carries one of their answers."""
    found: dict[str, list[Example]] = {}
    for scenario in _scenarios():
        example = _answered(scenario)
        rules = {finding.rule: None for _, finding in example.findings}
        for rule in rules:
            found.setdefault(rule, []).append(example)
    return {rule: tuple(examples) for rule, examples in found.items()}


def _scenarios() -> list[dict[str, Any]]:
    import yaml  # a second of reading at most, and only when somebody opens a page of the law

    scenarios: list[dict[str, Any]] = yaml.load(FILE.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)[
        "scenarios"
    ]
    return scenarios


def _answered(scenario: Mapping[str, Any]) -> Example:
    on = date.fromisoformat(scenario["as_of"])
    facts = facts_from_mapping(scenario["facts"])
    asked = [name for name in scenario["expect"] if name in QUESTIONS]
    return Example(
        id=scenario["id"],
        title=scenario["title"],
        on=on,
        findings=tuple((name, ask(name, facts, on)[0]) for name in asked),
    )
