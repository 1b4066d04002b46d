"""`kotopolku serve`: the web server for production, behind a proxy that speaks HTTPS (docs/operations)."""

import argparse
import os
import signal
import subprocess
import sys

from kotopolku.cli.postgres import database_urls

KEY_LENGTH = 50


def run(argv: list[str]) -> int:
    """Serve until SIGTERM; refuse, with a numbered sentence, to serve with settings meant for tests or the demo."""
    parser = argparse.ArgumentParser(prog="kotopolku serve", description=__doc__)
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (default 127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="default 8000")
    parser.add_argument("--workers", type=int, default=2, help="processes (default 2)")
    parser.add_argument(
        "--threads", type=int, default=4, help="requests a process works on at a time (default 4)"
    )
    parser.add_argument("--access-log", action="store_true", help="a line a request to standard output")
    options = parser.parse_args(argv)
    problem = unfit()
    if problem:
        print(f"kotopolku serve: {problem}", file=sys.stderr)
        return 1
    if not sound():
        return 1
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", str(options.workers),
        "--blocking-threads", str(options.threads), "--host", options.host, "--port", str(options.port),
        "--no-ws", "--workers-kill-timeout", "20", *_access_log(wanted=options.access_log),
        "kotopolku.wsgi:application",
    ]  # fmt: skip
    with database_urls() as urls:
        problem = open_walls(urls.app)
        if problem:
            print(f"kotopolku serve: {problem}", file=sys.stderr)
            return 1
        environment = dict(os.environ) | {"DATABASE_URL": urls.app}
        for name in ("DATABASE_OWNER_URL", "DATABASE_OWNER_URL_FILE", "KOTOPOLKU_DATABASE_ROLE"):
            environment.pop(name, None)  # the running program never holds the owner's key
        return _until_told(command, environment)


def unfit() -> str:
    """Return why the program must not be served as the environment has it, or ""."""
    from kotopolku.settings import from_environment

    key = from_environment("KOTOPOLKU_SECRET_KEY") or ""
    if len(key) < KEY_LENGTH:
        return f"K004: set KOTOPOLKU_SECRET_KEY (or …_FILE) to at least {KEY_LENGTH} random characters."
    if os.environ.get("KOTOPOLKU_DEMO") == "1":
        return "K005: KOTOPOLKU_DEMO=1 is for `kotopolku demo` only; unset it."
    if os.environ.get("KOTOPOLKU_TESTING") == "1":
        return "K006: KOTOPOLKU_TESTING=1 is for the test suite only; unset it."
    return ""


def sound() -> bool:
    """Print what the checks of the settings find (web/parts/checks.py); False when one of them is an error.

    In a process of its own, so that this one, which only waits, stays small.
    """
    done = subprocess.run(
        [sys.executable, "-m", "kotopolku.cli.main", "manage", "check", "--tag", "configuration"],
        capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    if done.stderr:
        print(done.stderr.strip(), file=sys.stderr)
    return done.returncode == 0


def _access_log(*, wanted: bool) -> list[str]:
    """Return the server's options. The part of an address after "?" is left out; the path holds random ids only."""
    if not wanted:
        return ["--no-access-log"]
    return [
        "--access-log",
        "--access-log-fmt",
        '[%(time)s] %(addr)s "%(method)s %(path)s" %(status)d %(dt_ms).1f ms',
    ]


def open_walls(url: str) -> str:
    """Return why the database's row-level security would let something through, or ""."""
    import psycopg

    from kotopolku.audit.catalogue import faults
    from kotopolku.cli.check.walls import catalogue

    try:
        found = faults(catalogue(url))
    except psycopg.OperationalError as problem:
        return f"K021: the database does not answer, so its walls cannot be checked: {problem}"
    if not found:
        return ""
    return (
        f"K020: the database is not walled: {found[0]}"
        + (f" (and {len(found) - 1} more)" if len(found) > 1 else "")
        + ". Run `kotopolku migrate`; if the fault stays, see `kotopolku check walls`."
    )


def _until_told(command: list[str], environment: dict[str, str]) -> int:
    with subprocess.Popen(command, env=environment, stdin=subprocess.DEVNULL) as server:
        signal.signal(signal.SIGTERM, lambda *_: server.terminate())
        signal.signal(signal.SIGINT, lambda *_: server.terminate())
        return server.wait()
