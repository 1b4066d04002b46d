"""The benchmark of the walls in a tiny town: with and without walls the same rows, and the figures last."""

import json
import os
from collections.abc import Iterator

import pytest

from kotopolku.bench.walls import MEASURES, run

pytestmark = pytest.mark.slow


@pytest.fixture
def kept_environment() -> Iterator[None]:
    """Put the environment back, which the benchmark points at its own town."""
    former = dict(os.environ)
    yield
    os.environ.clear()
    os.environ.update(former)


def test_the_last_line_holds_the_figures(
    database_server, own_database, kept_environment, capsys: pytest.CaptureFixture[str]
) -> None:
    urls = {
        role: database_server.url(role=role, database=own_database) for role in ("postgres", "kotopolku_app")
    }
    assert run(["--cases", "150", "--rounds", "1", "--json"], urls=urls) == 0

    *_table, last = capsys.readouterr().out.splitlines()
    figures = json.loads(last)
    assert figures["name"] == "walls"
    assert figures["figures"]["cases"] == 150
    for name in MEASURES:
        assert figures["figures"][f"{name}_ms"] > 0
        assert figures["figures"][f"{name}_without_ms"] > 0
