"""The benchmark of the law, with few persons: it counts what it answers and prints its figures last."""

import json

import pytest

from kotopolku.bench.law import QUESTIONS, run


def test_the_last_line_holds_the_figures(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--people", "50", "--json"]) == 0

    *table, last = capsys.readouterr().out.splitlines()
    figures = json.loads(last)
    assert figures["name"] == "law"
    assert figures["figures"]["people"] == 50
    assert figures["figures"]["findings"] > 50 * len(QUESTIONS)
    assert figures["figures"]["persons_per_second"] > 0
    assert any(line.startswith("assessment_duty") for line in table)


def test_the_same_persons_are_made_every_time(capsys: pytest.CaptureFixture[str]) -> None:
    run(["--people", "30"])
    first = capsys.readouterr().out.splitlines()[: len(QUESTIONS) + 1]
    run(["--people", "30"])

    assert capsys.readouterr().out.splitlines()[: len(QUESTIONS) + 1] == first
