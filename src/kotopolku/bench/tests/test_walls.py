"""The benchmark of the walls, with few cases: with and without walls the same rows, and the figures last."""

import json

import pytest

from kotopolku.bench.walls import QUERIES, run


def test_the_last_line_holds_the_figures(
    database_server, own_database, capsys: pytest.CaptureFixture[str]
) -> None:
    urls = {
        role: database_server.url(role=role, database=own_database) for role in ("postgres", "kotopolku_app")
    }
    assert run(["--cases", "500", "--rounds", "1", "--json"], urls=urls) == 0

    *_table, last = capsys.readouterr().out.splitlines()
    figures = json.loads(last)
    assert figures["name"] == "walls"
    assert figures["figures"]["cases"] == 500
    for name in QUERIES:
        assert figures["figures"][f"{name}_1_ms"] > 0
        assert figures["figures"][f"{name}_5_without_ms"] > 0
    assert figures["figures"]["list_granted_ms"] > 0
