#!/usr/bin/env python3
"""The front door: `python3 dev.py demo`, `python3 dev.py test`, `python3 dev.py ANYTHING` (= kotopolku ANYTHING).

Standard library only. It takes uv from PATH, or installs it into `.tools`; makes `.venv` from `requirements.lock`
(every file checked by its hash), and runs the command there. Nothing is installed outside this folder, except
uv's own cache and, where a machine has no Python 3.12 or newer, the Python that uv fetches.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent
LOCK = ROOT / "requirements.lock"
VENV = ROOT / ".venv"
TOOLS = ROOT / ".tools"
PROGRAMS = "Scripts" if os.name == "nt" else "bin"
PYTHON = VENV / PROGRAMS / ("python.exe" if os.name == "nt" else "python")
STAMP = VENV / "kotopolku-lock"
NEEDS_TEXTS = {"demo", "test", "shots", "serve", "worker"}
USAGE = """usage: python3 dev.py COMMAND [arguments]

  demo   [--port N] [--fresh]          run the program on invented people; Ctrl-C stops it
  test   [--quick | --deep] [pytest…]  run the test suite; sets up the browser it needs
  check                                lint, types, layers, size limits, texts and documents
  shots                                take pictures of the pages into ./shots

Everything else is passed on to `kotopolku`; `python3 dev.py --help` lists it all."""


def main(argv: list[str]) -> int:
    """Set up what is missing, then become the command."""
    if not argv:
        print(USAGE)
        return 2
    keep_bytecode()
    try:
        set_up()
        if argv[0] in NEEDS_TEXTS:
            step("texts", [str(PYTHON), "-m", "kotopolku.cli.main", "catalogues", "compile"])
    except SetUpFailed as problem:
        print(f"dev.py: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    os.environ.setdefault("KOTOPOLKU_DATA", str(ROOT / ".data" / "demo"))
    command = [str(PYTHON), "-m", "kotopolku.cli.main", *argv]
    if os.name != "nt":
        os.execv(command[0], command)  # noqa: S606 - becoming the command: Ctrl-C reaches it and nothing else
    return subprocess.run(command, check=False).returncode


def keep_bytecode() -> None:
    """Let Python keep what it compiles, in our own folder, also where it is told not to litter.

    Without it every process compiles every library anew, which costs seconds each time.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    os.environ.setdefault("PYTHONPYCACHEPREFIX", str(ROOT / ".cache" / "bytecode"))


class SetUpFailed(Exception):
    """The environment could not be made; the message says what to do."""


def set_up() -> None:
    """Make `.venv` hold exactly what `requirements.lock` says, and find our sources."""
    wanted = hashlib.sha256(LOCK.read_bytes()).hexdigest()
    if not usable():
        step("environment", [*uv(), "venv", "--quiet", "--clear", str(VENV)])
    if not STAMP.exists() or STAMP.read_text(encoding="ascii") != wanted:
        step(
            "packages",
            [*uv(), "pip", "sync", "--quiet", "--require-hashes", "--python", str(PYTHON), str(LOCK)],
        )
        STAMP.write_text(wanted, encoding="ascii")
    point_to_sources()


def usable() -> bool:
    """Tell whether `.venv` has a Python that runs (its base may have been removed or moved)."""
    try:
        return subprocess.run([str(PYTHON), "-c", ""], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def uv() -> list[str]:
    """Return the command of uv: from PATH, else from `.tools`, installed there when it is missing."""
    found = shutil.which("uv")
    if found:
        return [found]
    own = TOOLS / PROGRAMS / "uv"
    if not own.exists():
        if shutil.which("uv") is None and not has_venv():
            raise SetUpFailed(
                "this Python cannot make virtual environments. Install uv, or the package python3-venv "
                "(Debian: apt install python3-venv), and try again."
            )
        step("tools", [sys.executable, "-m", "venv", "--clear", str(TOOLS)])
        pip = [str(TOOLS / PROGRAMS / "python"), "-m", "pip", "--disable-pip-version-check"]
        step("uv", [*pip, "install", "--quiet", "uv>=0.9,<1"])
    return [str(own)]


def has_venv() -> bool:
    """Tell whether this Python can make a virtual environment with pip in it."""
    return (
        subprocess.run(
            [sys.executable, "-c", "import venv, ensurepip"], capture_output=True, check=False
        ).returncode
        == 0
    )


def point_to_sources() -> None:
    """Let the environment import `src/` where it lies, also after the folder was moved."""
    for packages in (*VENV.glob("lib/python3*/site-packages"), *VENV.glob("Lib/site-packages")):
        path = packages / "kotopolku.pth"
        content = f"{ROOT / 'src'}\n"
        if not path.exists() or path.read_text(encoding="utf-8") != content:
            path.write_text(content, encoding="utf-8")


def step(name: str, command: list[str]) -> None:
    """Run one step of the set-up and print its line with the seconds it took."""
    begun = time.monotonic()
    print(f"  {name:<12} …", end="", flush=True)
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    print(f" {time.monotonic() - begun:.1f} s", flush=True)
    if done.returncode != 0:
        raise SetUpFailed(f"the step “{name}” failed ({' '.join(command)}):\n{done.stdout}{done.stderr}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
