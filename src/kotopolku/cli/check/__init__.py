"""`kotopolku check`: lint, types, layers, sizes, texts, documents and routes; every one runs, faults come last.

`kotopolku check sizes docs` runs only those named; `kotopolku check routes` alone also prints its table.
`kotopolku check walls` asks the database at DATABASE_URL, or makes one for the question, so it runs only when named
(the tests ask their own database the same).
"""

import argparse
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from kotopolku.cli.check import docs, routes, sizes, walls, words

ROOT = Path(__file__).resolve().parents[4]
SHOWN = 40


def run(argv: list[str]) -> int:
    """Run the checks; 0 when all are clean, 1 otherwise."""
    parser = argparse.ArgumentParser(prog="kotopolku check", description=__doc__)
    parser.add_argument(
        "names", nargs="*", choices=[[], *CHECKS], metavar="CHECK", help="which ones (default: all)"
    )
    parser.add_argument(
        "--all", action="store_true", help=f"print every fault, not the first {SHOWN} of a check"
    )
    options = parser.parse_args(argv)
    for name in set(options.names) - set(CHECKS):
        parser.error(f"there is no check {name!r}; there are {', '.join(CHECKS)}")
    names, shown = (
        options.names or [name for name in CHECKS if name not in WHEN_NAMED],
        None if options.all else SHOWN,
    )
    faults: dict[str, str] = {}
    if names == ["routes"]:
        routes.print_table()
    for name in names:
        begun = time.monotonic()
        fault = CHECKS[name]()
        print(
            f"  {name:<10} {'FAULTS' if fault else 'clean':<7} {time.monotonic() - begun:5.1f} s", flush=True
        )
        if fault:
            faults[name] = fault
    for name, fault in faults.items():
        lines = fault.splitlines()
        print(f"\n--- {name}", *lines[:shown], sep="\n")
        if shown is not None and len(lines) > shown:
            print(f"… and {len(lines) - shown} more: `kotopolku check {name} --all` prints them")
    return 1 if faults else 0


def _command(*command: str) -> str:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return (
        ""
        if done.returncode == 0
        else (done.stdout + done.stderr).strip() or f"{command} failed without a word"
    )


def _layers() -> str:
    return _command(str(Path(sys.executable).parent / "lint-imports"), "--no-cache")


def _module(*command: str) -> Callable[[], str]:
    return lambda: _command(sys.executable, "-m", *command)


def _listed(faults: Callable[[Path], list[str]]) -> Callable[[], str]:
    return lambda: "\n".join(faults(ROOT))


CHECKS: dict[str, Callable[[], str]] = {
    "lint": _module("ruff", "check", "."),
    "format": _module("ruff", "format", "--check", "."),
    "types": _module("mypy"),
    "layers": _layers,
    "sizes": _listed(sizes.faults),
    "words": _listed(words.faults),
    "texts": _module("kotopolku.cli.main", "catalogues", "check"),
    "docs": _listed(docs.faults),
    "routes": _listed(routes.faults),
    "walls": walls.report,
}
WHEN_NAMED = frozenset({"walls"})
