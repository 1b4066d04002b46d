"""`kotopolku catalogues`: the translations of the pages, from the sources to the compiled files.

extract           write the list of messages, locale/django.pot
update            extract, and bring every language's catalogue up to date (--prune drops what is gone)
merge FILE…       put translations from tables (msgid, Finnish, Swedish, parted by tabs) into the catalogues
compile           make the compiled catalogues the program reads
check             list what is wrong or missing, and how far each language has come
"""

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from kotopolku.languages import catalogues as c
from kotopolku.languages.checking import coverage, faults
from kotopolku.languages.codes import UI_LANGUAGES, by_code
from kotopolku.languages.compiling import compile_all
from kotopolku.languages.extract import SourceError, found_messages
from kotopolku.languages.tables import Table, TableError, merge, read_table


def run(argv: Sequence[str]) -> int:
    """Run one of the commands; return 0 when all is well, 1 for faults found, 2 for a wrong call."""
    parser = argparse.ArgumentParser(
        prog="kotopolku catalogues", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--root", type=Path, default=c.REPOSITORY, help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("extract", help="write the list of messages")
    update = commands.add_parser("update", help="bring the catalogues up to date with the sources")
    update.add_argument("--prune", action="store_true", help="drop translations of sentences that are gone")
    merging = commands.add_parser("merge", help="put tables of translations into the catalogues")
    merging.add_argument("tables", nargs="+", type=Path, metavar="FILE")
    merging.add_argument("--replace", action="store_true", help="also replace translations that are there")
    merging.add_argument("--machine", action="store_true", help="mark them as read by no person yet")
    merging.add_argument(
        "--drafted", type=date.fromisoformat, metavar="DAY", help="the day of the machine's drafts"
    )
    compiling = commands.add_parser("compile", help="make the compiled catalogues")
    compiling.add_argument("--force", action="store_true", help="also when nothing has changed")
    commands.add_parser("check", help="list what is wrong and missing")
    options = parser.parse_args(argv)
    try:
        return _run(options)
    except SourceError as fault:
        print(fault)
        return 2


def _run(options: argparse.Namespace) -> int:
    if options.command == "extract":
        return extract(options.root)
    if options.command == "update":
        return update_all(options.root, prune=options.prune)
    if options.command == "merge":
        return merge_tables(
            options.root,
            options.tables,
            replace=options.replace,
            machine=options.machine,
            drafted=options.drafted,
        )
    if options.command == "compile":
        compile_all(options.root, force=options.force)
        return 0
    return check(options.root)


def extract(root: Path) -> int:
    """Write `locale/django.pot` from the sources."""
    template = c.template_of(found_messages(root))
    c.write_if_changed(c.pot_path(root), c.render_template(template))
    print(f"{len(c.messages_of(template))} messages")
    return 0


def update_all(root: Path, *, prune: bool = False) -> int:
    """Extract, then give every language exactly the messages of the sources."""
    extract(root)
    template = c.template_of(found_messages(root))
    for language in UI_LANGUAGES:
        catalogue = c.updated(c.read_catalogue(root, language), template, language)
        c.write_if_changed(c.po_path(root, language), c.render(catalogue, language, prune=prune))
    return 0


def merge_tables(
    root: Path,
    paths: Sequence[Path],
    *,
    replace: bool = False,
    machine: bool = False,
    drafted: date | None = None,
) -> int:
    """Merge tables of translations; later tables win over earlier ones."""
    whole = Table()
    try:
        for path in paths:
            whole.update(read_table(path.read_text(encoding="utf-8").splitlines(), name=path.name))
    except (TableError, OSError) as fault:
        print(fault)
        return 2
    refused = 0
    for code, texts in whole.texts.items():
        language = by_code(code)
        catalogue = c.read_catalogue(root, language)
        merged = merge(
            catalogue, texts, replace=replace, machine=machine, drafted=drafted.isoformat() if drafted else ""
        )
        c.write_if_changed(c.po_path(root, language), c.render(catalogue, language))
        unknown = len(texts.keys() - _ids(catalogue))
        print(
            f"{code}: {merged.filled} filled, {merged.replaced} replaced, {merged.kept} kept, "
            f"{unknown} not in the sources, {len(merged.refused)} refused"
        )
        for reason in merged.refused:
            print(f"  {reason}")
        refused += len(merged.refused)
    return 1 if refused else 0


def check(root: Path) -> int:
    """Print every fault and each language's coverage."""
    found = faults(root)
    for fault in found:
        print(fault)
    for language in UI_LANGUAGES:
        done = coverage(root, language)
        machine = f", {done.machine} unread" if done.machine else ""
        print(f"{language.path:6} {done.percent:5.1f} %  {done.translated} of {done.messages}{machine}")
    return 1 if found else 0


def _ids(catalogue: object) -> set[str]:
    ids: set[str] = set()
    for message in c.messages_of(catalogue):  # type: ignore[arg-type]
        ids.update([message.id] if isinstance(message.id, str) else message.id)
    return ids
