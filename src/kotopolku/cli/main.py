"""The command `kotopolku`: one table of names, each a module with `run(argv)`, imported only when it is called.

Lazy imports are a promise to `kotopolku law`, which answers in well under a second because it never meets Django.
"""

import contextlib
import difflib
import importlib
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass

USAGE_FAULT = 2
EITHER = "as KOTOPOLKU_DATABASE_ROLE says"


@dataclass(frozen=True)
class Command:
    """A command: its module, one line on what it does, and the database role it runs as ("" = no database).

    `only` narrows the role to these first words of its arguments (`programme load` needs a database,
    `programme check` does not); `unless` excuses those that need none (`manage makemigrations`).
    """

    module: str
    summary: str
    role: str = ""
    only: frozenset[str] = frozenset()
    unless: frozenset[str] = frozenset()

    def role_for(self, argv: list[str]) -> str:
        first = argv[0] if argv else ""
        if {"-h", "--help"} & set(argv) or first in self.unless or (self.only and first not in self.only):
            return ""
        return os.environ.get("KOTOPOLKU_DATABASE_ROLE", "app") if self.role == EITHER else self.role


COMMANDS = {
    "law": Command("kotopolku.cli.law", "ask the law a question, show a provision, list the rules"),
    "programme": Command(
        "kotopolku.cli.programme", "check, load or export an area's programme folder",
        role="app", only=frozenset({"load", "export"}),
    ),
    "migrate": Command("kotopolku.cli.migrate", "make or renew the tables, as the owner role", role="owner"),
    "serve": Command("kotopolku.cli.serve", "run the web server (production)"),
    "worker": Command("kotopolku.cli.worker", "run queued tasks and the clock of the jobs", role="app"),
    "jobs": Command("kotopolku.cli.jobs", "list the jobs, or enqueue those that are due", role="app",
                    only=frozenset({"tick"})),
    "audit": Command("kotopolku.cli.audit", "verify the seals of the log, or seal days that are over", role="owner"),
    "demo": Command("kotopolku.cli.demo", "run the program on invented people, database and all"),
    "bench": Command("kotopolku.cli.bench", "measure: `bench law --people 100000 --json`"),
    "catalogues": Command("kotopolku.cli.catalogues", "extract, check and compile the texts of the languages"),
    "check": Command("kotopolku.cli.check", "lint, types, layers, size limits, texts and documents"),
    "test": Command("kotopolku.cli.suite", "run the test suite: [--quick | --deep] [pytest arguments]"),
    "shots": Command("kotopolku.cli.shots", "take pictures of the pages, to look at"),
    "manage": Command(
        "kotopolku.cli.manage", "Django's own commands, as KOTOPOLKU_DATABASE_ROLE",
        role=EITHER, unless=frozenset({"makemigrations", "check", "help", "collectstatic", "diffsettings", "version"}),
    ),
}  # fmt: skip


def main(argv: list[str] | None = None) -> int:
    """Run the command named first in `argv`; return its exit code (2 = used wrongly, 1 = it failed)."""
    arguments = sys.argv[1:] if argv is None else list(argv)
    if not arguments or arguments[0] in {"-h", "--help", "help"}:
        print(usage())
        return 0 if arguments else USAGE_FAULT
    name, rest = arguments[0], arguments[1:]
    command = COMMANDS.get(name)
    if command is None:
        print(unknown(name), file=sys.stderr)
        return USAGE_FAULT
    try:
        with _environment(command.role_for(rest)):
            return int(importlib.import_module(command.module).run(rest) or 0)
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:  # `kotopolku … | head`: the reader has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception as problem:
        if type(problem).__name__ not in {"PostgresProblem", "Misconfigured"}:
            raise
        print(f"kotopolku {name}: {problem}", file=sys.stderr)
        return 1


def usage() -> str:
    """Return the help text: every command with its line."""
    width = max(map(len, COMMANDS))
    lines = [f"  {name:<{width}}  {command.summary}" for name, command in COMMANDS.items()]
    return "\n".join(
        ["usage: kotopolku COMMAND [arguments]", "", *lines, "", "kotopolku COMMAND --help tells more."]
    )


def unknown(name: str) -> str:
    """Return the sentence for a command that does not exist, with the nearest one that does."""
    near = difflib.get_close_matches(name, COMMANDS, n=1, cutoff=0.5)
    hint = f"did you mean `kotopolku {near[0]}`?" if near else "`kotopolku --help` lists them all."
    return f"kotopolku: there is no command `{name}`; {hint}"


@contextlib.contextmanager
def _environment(role: str) -> Iterator[None]:
    if not role:
        yield
        return
    from kotopolku.cli.environment import database

    with database(role):
        yield


if __name__ == "__main__":
    sys.exit(main())
