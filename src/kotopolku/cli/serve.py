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
    options = parser.parse_args(argv)
    problem = unfit()
    if problem:
        print(f"kotopolku serve: {problem}", file=sys.stderr)
        return 1
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", str(options.workers),
        "--blocking-threads", str(options.threads), "--host", options.host, "--port", str(options.port),
        "--no-ws", "--workers-kill-timeout", "20", "kotopolku.wsgi:application",
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
