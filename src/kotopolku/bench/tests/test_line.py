"""The benchmarks of advice, tiny: every figure is there, and nobody is called twice."""

import json
import os
from collections.abc import Iterator

import pytest

from kotopolku.bench import advice, queue
from kotopolku.cli.bench import serving


@pytest.fixture(autouse=True)
def _kept_environment() -> Iterator[None]:
    former = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(former)


def figures(capsys: pytest.CaptureFixture[str]) -> dict[str, float]:
    found: dict[str, float] = json.loads(capsys.readouterr().out.splitlines()[-1])["figures"]
    return found


def urls(database_server, name):
    return {role: database_server.url(role=role, database=name) for role in ("postgres", "kotopolku_app")}


def test_a_few_visits_are_counted(database_server, own_database, capsys) -> None:
    assert (
        advice.run(["--visits", "300", "--rounds", "1", "--json"], urls=urls(database_server, own_database))
        == 0
    )
    found = figures(capsys)
    assert found["visits"] == 300
    assert found["month_ms"] > 0


def test_a_short_load_calls_nobody_twice(database_server, own_database, capsys) -> None:
    asked = ["--tickets", "120", "--advisers", "2", "--watchers", "2", "--seconds", "6", "--json"]
    assert queue.run(asked, urls=urls(database_server, own_database), serve=serving) == 0
    found = figures(capsys)
    assert (found["errors"], found["double_calls"]) == (0, 0)
    assert found["calls"] >= 1
