"""The benchmark of the pages in a tiny town: every page answers, and the figures stand last."""

import json
import os
from collections.abc import Iterator

import pytest

from kotopolku.bench.pages import PAGES, run
from kotopolku.cli.bench import serving


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
    assert run(["--cases", "150", "--rounds", "2", "--json"], urls=urls, serve=serving) == 0

    *_table, last = capsys.readouterr().out.splitlines()
    found = json.loads(last)
    assert found["name"] == "pages"
    for name in PAGES:
        assert found["figures"][f"{name}_ms"] >= 0
        assert found["figures"][f"{name}_p95"] >= found["figures"][f"{name}_ms"]
        assert found["figures"][f"{name}_sql"] > 0
