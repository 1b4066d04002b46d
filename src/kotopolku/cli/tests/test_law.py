"""`kotopolku law`: files of scenarios, provisions and lists, without Django."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

import kotopolku.law
from kotopolku.cli.law import run
from kotopolku.law.questions import QUESTIONS

EXAMPLES = Path(kotopolku.law.__file__).parent / "tests" / "law-examples.yaml"
DEMO = """
- id: demo
  title: ignored
  as_of: 2026-05-11
  facts:
    residence:
      statuses:
      - {kind: residence_permit, granted_on: 2025-03-24, legal_basis: work, valid_until: 2027-03-23}
    assessment: {requested_on: 2026-05-06}
  ask: [assessment_duty, window_last_day]
"""


def test_a_scenario_is_answered_with_its_findings(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    [answered] = _asked(tmp_path, capsys, DEMO)

    assert answered["id"] == "demo"
    assert answered["answers"] == {"assessment_duty": "unknown", "window_last_day": "2028-03-24"}
    first = answered["findings"][0]
    assert (first["rule"], first["provision"], first["outcome"]) == (
        "KOTOL-14-1-4",
        "KotoL 14.1(4)",
        "unknown",
    )
    assert (
        first["because"]
        == "An assessment was requested on 2026-05-06; whether it is needed has not been judged."
    )
    assert first["missing"] == ["assessment.judged_needed"]


def test_without_ask_or_expect_everything_is_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [answered] = _asked(tmp_path, capsys, "scenarios: [{as_of: 2026-05-11}]")

    assert set(answered["answers"]) == set(QUESTIONS)
    rules = {finding["rule"] for finding in answered["findings"]}
    assert all(rules & {rule.id for rule in question.rules} for question in QUESTIONS.values())


def test_the_examples_run_as_they_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", str(EXAMPLES)]) == 0

    answered = json.loads(capsys.readouterr().out)
    assert len(answered) == 237
    assert answered[0]["answers"]["window_last_day"] == "2028-09-30"


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (DEMO.replace("requested_on", "requestd_on"), "did you mean assessment.requested_on?"),
        (DEMO.replace("window_last_day", "window_lastday"), "did you mean window_last_day?"),
        (DEMO.replace("2026-05-11", "2026-02-30"), "as_of: '2026-02-30' is not a day"),
        (
            DEMO.replace("granted_on: 2025-03-24", "granted_on: 2025-02-30"),
            "residence.statuses[0].granted_on",
        ),
        ("- {id: a, as_of: 2026-05-11, ask: in_scope}", "ask: expected a list"),
        ("- {id: a, ask: [in_scope]}", "as_of: is required"),
        ("- {id: a, id: b, as_of: 2026-05-11}", "id is given twice"),
        ("- [", "is not YAML"),
        ("1", "expected a list of scenarios"),
        ("[1]", "scenario 1: expected a mapping"),
    ],
)
def test_a_mistake_is_named_and_nothing_is_answered(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str, problem: str
) -> None:
    file = tmp_path / "scenarios.yaml"
    file.write_text(text, encoding="utf-8")

    assert run(["ask", str(file)]) == 2

    said = capsys.readouterr()
    assert problem in said.err
    assert said.out == ""


def test_a_missing_file_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "nowhere.yaml"]) == 2

    assert "nowhere.yaml" in capsys.readouterr().err


def test_a_section_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "681/2023", "14"]) == 0

    shown = capsys.readouterr().out
    assert "Osaamisen ja kotoutumisen palvelutarpeen arviointi" in shown
    assert "KOTOL-14-1-4  KotoL 14.1(4)  2025-01-01 –" in shown
    assert "assessment_duty" in shown
    assert "EX-008" in shown


def test_a_section_that_is_not_software_says_why(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "681/2023 15"]) == 0

    assert "Repealed" in capsys.readouterr().out


def test_an_unknown_section_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", "681/2023 200"]) == 2

    assert "no known section" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("kind", "line"),
    [
        ("--rules", "KOTOL-20-5"),
        ("--questions", "assessment_duty"),
        ("--facts", "residence.statuses[].granted_on"),
        ("--sections", "15 §"),
    ],
)
def test_the_law_is_listed(capsys: pytest.CaptureFixture[str], kind: str, line: str) -> None:
    assert run(["list", kind]) == 0

    assert line in capsys.readouterr().out


def test_the_map_is_written(tmp_path: Path) -> None:
    assert run(["map", "--write", str(tmp_path / "map.md")]) == 0

    assert (tmp_path / "map.md").read_text(encoding="utf-8").startswith("# Statute map")


def test_the_law_is_asked_without_django() -> None:
    program = (
        "import sys; from kotopolku.cli.law import run; code = run(['ask', sys.argv[1]]); "
        "sys.exit(code or any(name.partition('.')[0] in {'django', 'psycopg'} for name in sys.modules))"
    )

    done = subprocess.run([sys.executable, "-c", program, str(EXAMPLES)], capture_output=True, check=False)

    assert done.returncode == 0, done.stderr


def _asked(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> list[dict[str, Any]]:
    file = tmp_path / "scenarios.yaml"
    file.write_text(text, encoding="utf-8")
    assert run(["ask", str(file)]) == 0
    answered: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    return answered
