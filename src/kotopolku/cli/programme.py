"""`kotopolku programme`: check, format, load and export the folder of an area's programme."""

from __future__ import annotations

import argparse
from pathlib import Path

from kotopolku.programme.check import Checked, check_path
from kotopolku.programme.files import write_folder
from kotopolku.programme.problem import Problem

FAILED = 1


def run(argv: list[str]) -> int:
    """Run the command; 0 when all is well (warnings allowed), 1 when the folder has errors."""
    arguments = _parser().parse_args(argv)
    chosen = {"check": _check, "format": _format}[arguments.command]
    return int(chosen(arguments))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kotopolku programme", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="name every mistake: file, field, remedy")
    check.add_argument("folder", type=Path)
    tidy = commands.add_parser("format", help="write the files again in the canonical form")
    tidy.add_argument("folder", type=Path)
    return parser


def _check(arguments: argparse.Namespace) -> int:
    return _report(check_path(arguments.folder))


def _format(arguments: argparse.Namespace) -> int:
    found = check_path(arguments.folder)
    standing = [each for each in found.errors if each.code != "not_canonical"]
    if found.programme is None or _unreadable(standing):
        _report(found)
        print("Nothing was written: correct the errors first.")
        return FAILED
    for path in write_folder(found.programme, arguments.folder):
        print(f"written: {path}")
    return _report(check_path(arguments.folder))


def _unreadable(problems: list[Problem]) -> bool:
    """Tell whether a file could not be read; writing the folder again would remove it."""
    return any(
        each.code in {"text_path", "text_language", "text_head", "text_status", "not_utf8"}
        for each in problems
    )


def _report(found: Checked) -> int:
    for problem in found.problems:
        print(problem.english())
    print(f"{len(found.errors)} errors, {len(found.warnings)} warnings")
    return FAILED if found.errors else 0
