"""The files of `kotopolku law ask`: scenarios in YAML or JSON, and their answers as one JSON list."""

import json
from collections.abc import Hashable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

import yaml

from kotopolku.law import UnknownQuestionError, ask
from kotopolku.law.facts import FactError, Facts, facts_from_mapping
from kotopolku.law.finding import UNKNOWN, Finding, Ground, Param, Value
from kotopolku.law.questions import QUESTIONS

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class ScenarioFault(ValueError):
    """A mistake in the file, named so that it can be mended."""


class _PlainLoader(_Loader):  # type: ignore[misc]
    """YAML whose days stay text, so that an impossible day is reported by its key; a key given twice is a fault."""

    yaml_implicit_resolvers = {
        sign: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
        for sign, resolvers in _Loader.yaml_implicit_resolvers.items()
    }

    def construct_mapping(self, node: Any, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen and key.value != "<<":
                raise ScenarioFault(f"line {key.start_mark.line + 1}: {key.value} is given twice")
            seen.add(key.value)
        mapping: dict[Hashable, Any] = super().construct_mapping(node, deep=deep)
        return mapping


@dataclass(frozen=True, slots=True)
class Scenario:
    """One scenario of a file: its name, the day asked, the facts and the questions."""

    id: str
    title: str
    on: date
    facts: Facts
    asked: tuple[str, ...]


def answered(text: str) -> str:
    """The answers to every scenario of `text`, as one JSON list. Raises ScenarioFault."""
    answers = [_answer(one) for one in read_scenarios(text)]
    return json.dumps(answers, ensure_ascii=False, indent=1)


def read_scenarios(text: str) -> list[Scenario]:
    """Every scenario of `text`, checked. Raises ScenarioFault naming scenario and key."""
    try:
        content = yaml.load(text, Loader=_PlainLoader)  # noqa: S506 - a safe loader that keeps days as text
    except yaml.YAMLError as fault:
        raise ScenarioFault(f"is not YAML: {fault}") from fault
    if isinstance(content, Mapping):
        content = content.get("scenarios")
    if not isinstance(content, list):
        raise ScenarioFault("expected a list of scenarios, alone or under the key scenarios")
    return [_scenario(one, number) for number, one in enumerate(content, start=1)]


def _scenario(given: Any, number: int) -> Scenario:
    if not isinstance(given, Mapping):
        raise ScenarioFault(f"scenario {number}: expected a mapping with as_of, facts and ask")
    name = str(given.get("id", number))
    try:
        return Scenario(
            id=name,
            title=str(given.get("title", "")),
            on=_day(given.get("as_of")),
            facts=facts_from_mapping(given.get("facts") or {}),
            asked=_asked(given),
        )
    except (FactError, UnknownQuestionError, ScenarioFault) as fault:
        raise ScenarioFault(f"scenario {name}: {fault}") from fault


def _day(value: Any) -> date:
    try:
        if isinstance(value, str) and len(value) == len("2025-01-01"):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise ScenarioFault(
        f"as_of: {value!r} is not a day (write YYYY-MM-DD)" if value else "as_of: is required"
    )


def _asked(given: Mapping[str, Any]) -> tuple[str, ...]:
    asked = given.get("ask")
    if asked is None:
        expected = given.get("expect")
        asked = list(expected) if isinstance(expected, Mapping) else list(QUESTIONS)
    if not isinstance(asked, list):
        raise ScenarioFault("ask: expected a list of questions")
    for name in asked:
        if name not in QUESTIONS:
            raise UnknownQuestionError(str(name))
    return tuple(asked)


def _answer(scenario: Scenario) -> dict[str, Any]:
    answers: dict[str, Any] = {}
    explained: dict[tuple[str, str, str], dict[str, Any]] = {}
    for name in scenario.asked:
        findings = ask(name, scenario.facts, scenario.on)
        answers[name] = _plain(findings[0].value)
        for finding in findings:
            told = _told(finding)
            explained.setdefault((finding.rule, finding.question, told["because"]), told)
    return {"id": scenario.id, "answers": answers, "findings": list(explained.values())}


def _told(finding: Finding) -> dict[str, Any]:
    told: dict[str, Any] = {
        "rule": finding.rule,
        "provision": str(finding.provision),
        "question": finding.question,
        "outcome": finding.outcome.value,
        "because": " ".join(_sentence(ground) for ground in finding.grounds),
        "missing": list(finding.missing),
    }
    if finding.why_unknown is not None:
        told["why_unknown"] = finding.why_unknown.value
    return told


def _sentence(ground: Ground) -> str:
    return ground.message.format(**{name: _written(value) for name, value in ground.params.items()})


def _written(value: Param) -> str:
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    return str(value)


def _plain(value: Value) -> Any:
    if value is UNKNOWN:
        return "unknown"
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else float(value)
    return list(value) if isinstance(value, tuple) else value
