"""`kotopolku law`: ask the law a question, show a provision, list what it knows. Needs neither database nor Django.

ask FILE.yaml         answer the scenarios of a file; prints one JSON list ("-" reads standard input)
show "681/2023 14"    show a section: its rules, their periods of force, questions, worked examples
list                  list the rules; with --questions, --facts or --sections those instead
map                   print the statute map; with --write FILE write it
"""

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from textwrap import fill

import kotopolku.law
from kotopolku.law import register
from kotopolku.law.facts import fact_names
from kotopolku.law.provision import Force, Rule

FAULT = 2
_EXAMPLES = Path(kotopolku.law.__file__).parent / "tests" / "law-examples.yaml"


def run(argv: Sequence[str]) -> int:
    """Run one of the commands; return 0 when all is well, 2 for a wrong call or a mistake in the file."""
    parser = argparse.ArgumentParser(
        prog="kotopolku law", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    commands = parser.add_subparsers(dest="command", required=True)
    asking = commands.add_parser("ask", help="answer the scenarios of a file")
    asking.add_argument("file", metavar="FILE.yaml")
    showing = commands.add_parser("show", help="show a section")
    showing.add_argument("citation", nargs="+", metavar="CITATION", help='such as "681/2023 14"')
    listing = commands.add_parser("list", help="list rules, questions, facts or sections")
    kinds = listing.add_mutually_exclusive_group()
    for kind in ("rules", "questions", "facts", "sections"):
        kinds.add_argument(f"--{kind}", dest="kind", action="store_const", const=kind)
    mapping = commands.add_parser("map", help="print or write the statute map")
    mapping.add_argument("--write", type=Path, metavar="FILE")
    options = parser.parse_args(argv)
    if options.command == "ask":
        return ask(options.file)
    if options.command == "show":
        return show(" ".join(options.citation))
    if options.command == "list":
        return list_known(options.kind or "rules")
    return print_map(options.write)


def ask(file: str) -> int:
    """Answer the scenarios of `file` as one JSON list."""
    from kotopolku.cli.law_scenarios import ScenarioFault, answered

    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
        print(answered(text))
    except (ScenarioFault, OSError, UnicodeDecodeError) as fault:
        print(f"{file}: {fault}", file=sys.stderr)
        return FAULT
    return 0


def show(citation: str) -> int:
    """Print what the register knows of a section."""
    try:
        entry = register.provision(citation, _examples())
    except register.UnknownProvisionError as fault:
        print(fault, file=sys.stderr)
        return FAULT
    section = entry.section
    print(f"{section.act.number} {section.number} § {section.title}".rstrip())
    print(section.act.name)
    if section.reason:
        print(f"\n{section.reason}")
    for rule in section.rules:
        _print_rule(rule)
    if entry.questions:
        print("\nQuestions")
        for question in entry.questions:
            print(f"  {question.name:<42} {question.meaning}")
    if entry.examples:
        print("\nWorked examples")
        for example in entry.examples:
            print(f"  {example.id}  {example.title}")
    return 0


def list_known(kind: str) -> int:
    """Print the rules, questions, facts or sections, one a line."""
    for line in _LISTS[kind]():
        print(line)
    return 0


def print_map(path: Path | None) -> int:
    """Print the statute map, or write it to `path`."""
    from kotopolku.law.statute_map import statute_map

    if path is None:
        print(statute_map(), end="")
    else:
        path.write_text(statute_map(), encoding="utf-8")
    return 0


def _print_rule(rule: Rule) -> None:
    print(f"\n{rule.id}  {rule.provision}  {_force(rule.force)}\n  {rule.title}")
    print(fill(rule.text, 100, initial_indent="  ", subsequent_indent="  "))
    if rule.not_decided:
        print(fill(f"Not decided: {rule.not_decided}", 100, initial_indent="  ", subsequent_indent="  "))
    print(f"  {rule.module.replace('.', '/')}.py")


def _force(force: Force) -> str:
    first = force.from_.isoformat() if force.from_ else ""
    return f"{first} – {force.to.isoformat() if force.to else ''}".strip()


def _examples() -> tuple[register.Example, ...]:
    from kotopolku.cli.law_scenarios import read_scenarios

    if not _EXAMPLES.exists():  # an installation may leave the tests out
        return ()
    return tuple(
        register.Example(one.id, one.title, one.asked)
        for one in read_scenarios(_EXAMPLES.read_text(encoding="utf-8"))
    )


def _rules() -> Iterable[str]:
    return (
        f"{one.id:<14} {one.provision!s:<20} {_force(one.force):<24} {one.title}" for one in register.rules()
    )


def _questions() -> Iterable[str]:
    return (f"{one.name:<42} {one.type:<8} {one.meaning}" for one in register.questions())


def _sections() -> Iterable[str]:
    return (
        f"{one.number:>4} § {one.title or '–'}: {one.reason or 'implemented'}" for one in register.sections()
    )


_LISTS: dict[str, Callable[[], Iterable[str]]] = {
    "rules": _rules,
    "questions": _questions,
    "facts": fact_names,
    "sections": _sections,
}
