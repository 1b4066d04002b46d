"""`kotopolku programme`: check, format, load and export the folder of an area's programme; list its links."""

from __future__ import annotations

import argparse
from pathlib import Path

from kotopolku.cli.reaching import faults_of
from kotopolku.programme.check import Checked, check_path
from kotopolku.programme.files import write_folder
from kotopolku.programme.links import outward_links
from kotopolku.programme.problem import Problem

FAILED = 1


def run(argv: list[str]) -> int:
    """Run the command; 0 when all is well (warnings allowed), 1 when the folder has errors."""
    arguments = _parser().parse_args(argv)
    chosen = {"check": _check, "format": _format, "load": _load, "export": _export, "links": _links}[
        arguments.command
    ]
    return int(chosen(arguments))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="kotopolku programme", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="name every mistake: file, field, remedy")
    check.add_argument("folder", type=Path)
    tidy = commands.add_parser("format", help="write the files again in the canonical form")
    tidy.add_argument("folder", type=Path)
    load = commands.add_parser("load", help="put the programme into the database")
    load.add_argument("folder", type=Path)
    load.add_argument("--preview", action="store_true", help="only show what would change")
    export = commands.add_parser("export", help="write the programme of the database as a folder")
    export.add_argument("folder", type=Path)
    export.add_argument("--area", help="id of the area; needed when the database has several")
    links = commands.add_parser("links", help="list the addresses outside that pages for people lead to")
    links.add_argument("folder", type=Path)
    links.add_argument("--check", action="store_true", help="ask each of them whether it answers")
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


def _load(arguments: argparse.Namespace) -> int:
    # The database is met only here: checking a folder needs neither Django nor a server.
    from kotopolku.audit.acting import acting_as
    from kotopolku.audit.actor import operator
    from kotopolku.cli.edge import today
    from kotopolku.programme.actions import load_programme
    from kotopolku.programme.changes import changes
    from kotopolku.programme.queries import programme_of

    found = check_path(arguments.folder)
    if found.errors or found.programme is None:
        _report(found)
        print("Nothing was loaded: correct the errors first.")
        return FAILED
    programme, on = found.programme, today()
    with acting_as(operator(area_id=programme.area.id), on=on):
        if arguments.preview:
            told = changes(programme_of(programme.area.id), programme)
        else:
            told = load_programme(programme=programme, on=on)
    for change in told:
        print(change.english())
    verb = "would change" if arguments.preview else "changed"
    print(f"{programme.area.id}: {len(told)} {verb}, {len(found.warnings)} warnings (see `programme check`)")
    return 0


def _export(arguments: argparse.Namespace) -> int:
    from kotopolku.audit.acting import acting_as
    from kotopolku.audit.actor import operator
    from kotopolku.cli.edge import today
    from kotopolku.programme.queries import areas, programme_of

    with acting_as(operator(), on=today()):
        known = areas()
        chosen = arguments.area or (known[0] if len(known) == 1 else None)
        programme = programme_of(chosen) if chosen else None
    if programme is None:
        print(f"Name the area with --area. The database has: {', '.join(known) or 'none'}.")
        return FAILED
    target: Path = arguments.folder
    if (target / "texts").exists() and not (target / "programme.toml").exists():
        # Texts the programme does not have are removed from a programme folder, never from another one.
        print(
            f"{target} has a folder 'texts' but no programme.toml: choose an empty folder or a programme folder."
        )
        return FAILED
    for path in write_folder(programme, target):
        print(f"written: {path}")
    return 0


def _links(arguments: argparse.Namespace) -> int:
    found = check_path(arguments.folder)
    if found.programme is None:
        return _report(found)
    links = outward_links(found.programme)
    faults = faults_of(each.url for each in links) if arguments.check else {}
    for each in links:
        fault = f"  {faults[each.url]}" if each.url in faults else ""
        print(f"{each.url}{fault}")
        print(f"    {', '.join(each.places)}")
    told = f", {len(faults)} do not answer as they should" if arguments.check else ""
    print(f"{len(links)} links{told}")
    return FAILED if faults else 0


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
