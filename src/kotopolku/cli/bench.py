"""`kotopolku bench NAME [arguments]`: measure one thing; `--json` prints the figures as the last line.

Every benchmark is a module of `kotopolku.bench` with `run(argv)`; its docstring's first line says what it measures.
One with `NEEDS_DATABASE = True` is given the addresses of an empty migrated database, thrown away afterwards, as
`run(argv, urls=…)`. One with `NEEDS_SERVER = True` is given `serving` besides.
"""

import importlib
import pkgutil
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import kotopolku.bench


def run(argv: list[str]) -> int:
    """Run the benchmark named first; 2 when there is none of that name."""
    names = sorted(found.name for found in pkgutil.iter_modules(kotopolku.bench.__path__) if not found.ispkg)
    if not argv or argv[0] in {"-h", "--help"} or argv[0] not in names:
        wrong = bool(argv) and argv[0] not in names and not argv[0].startswith("-")
        print("usage: kotopolku bench NAME [arguments]\n", file=sys.stderr if wrong else sys.stdout)
        for name in names:
            told = (importlib.import_module(f"kotopolku.bench.{name}").__doc__ or "").split("\n", 1)[0]
            print(f"  {name:<12} {told}", file=sys.stderr if wrong else sys.stdout)
        return 2 if wrong or not argv else 0
    module = importlib.import_module(f"kotopolku.bench.{argv[0]}")
    if not getattr(module, "NEEDS_DATABASE", False) or {"-h", "--help"} & set(argv):
        return int(module.run(argv[1:]) or 0)
    from kotopolku.cli.throwaway import DATABASE, migrated

    with migrated() as server:
        urls = {role: server.url(role=role, database=DATABASE) for role in ("postgres", "kotopolku_app")}
        more = {"serve": serving} if getattr(module, "NEEDS_SERVER", False) else {}
        return int(module.run(argv[1:], urls=urls, **more) or 0)


@contextmanager
def serving(environment: Mapping[str, str]) -> Iterator[str]:
    """Run the real server with one worker in that environment; give its address."""
    from kotopolku.cli import children

    port = children.free_port()
    with tempfile.TemporaryDirectory(prefix="kp-bench-") as logs:
        log = Path(logs) / "web.log"
        web = children.web_server(host="127.0.0.1", port=port, environment=environment, log=log)
        try:
            children.wait_for_page(f"http://127.0.0.1:{port}/sign-in/", web)
            yield f"http://127.0.0.1:{port}"
        finally:
            web.stop()
