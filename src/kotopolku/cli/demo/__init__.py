"""`kotopolku demo`: the whole program on invented people, with nothing to set up, until Ctrl-C.

Steps: database, tables, invented people, web server, task worker. A second start keeps what was done; `--fresh`
begins anew. `KOTOPOLKU_DEMO=1`, which opens the one-click roles, is refused on a database that holds an area which
is not marked as a demo.
"""

import argparse
import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kotopolku.cli import children
from kotopolku.cli.children import Child, ChildFailed
from kotopolku.cli.demo import state
from kotopolku.cli.postgres import PostgresProblem, Server, database_urls, start
from kotopolku.cli.postgres.choice import DATABASE, FOLDER_SETTING, Urls

HOST = "127.0.0.1"


def run(argv: list[str]) -> int:
    """Run the demo until Ctrl-C or SIGTERM (exit code 0); 1 when a step failed."""
    options = _options(argv)
    if options.port and not children.is_free(HOST, options.port):
        print(
            f"Port {options.port} is taken; try: python3 dev.py demo --port {children.free_port()}",
            file=sys.stderr,
        )
        return 1
    folder = Path(os.environ.get(FOLDER_SETTING) or ".data/demo").resolve()
    with _one_way_to_stop(), contextlib.ExitStack() as stack:
        try:
            if options.fresh:
                _begin_anew(folder)
            _wait_for_trouble(start_all(stack, folder=folder, port=options.port or children.free_port()))
        except (ChildFailed, StepFailed) as problem:
            print(f"\n{problem}", file=sys.stderr)
            return 1
        except KeyboardInterrupt:
            print("\nStopping …", flush=True)
        finally:
            # From here on nothing may keep the processes and the database from ending in their order.
            signal.signal(signal.SIGINT, signal.SIG_IGN)
            signal.signal(signal.SIGTERM, signal.SIG_IGN)
    print("Stopped. What you did is kept; `--fresh` begins anew.")
    return 0


class StepFailed(Exception):
    """A step of the start failed; the message holds what it wrote."""


@contextlib.contextmanager
def _one_way_to_stop() -> Iterator[None]:
    """Let SIGTERM and Ctrl-C be KeyboardInterrupt; put the former ways back at the end.

    A shell that starts us in the background has us ignore Ctrl-C; whoever sends it nevertheless means it.
    """
    former = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    for number in former:
        signal.signal(number, signal.default_int_handler)
    try:
        yield
    finally:
        for number, handler in former.items():
            signal.signal(number, handler)


def _options(argv: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="kotopolku demo", description="Run the program on invented people.")
    parser.add_argument("--port", type=int, default=8000, help="0 takes any free one (default 8000)")
    parser.add_argument("--fresh", action="store_true", help="throw the demo's data away first")
    return parser.parse_args(argv)


def _begin_anew(folder: Path) -> None:
    if os.environ.get("DATABASE_URL") or os.environ.get("DATABASE_URL_FILE"):
        raise PostgresProblem("--fresh deletes only the embedded demo database; unset DATABASE_URL first.")
    if not (folder / "data" / "PG_VERSION").exists():
        return
    try:
        with start(folder) as server:
            running = server.shared
    except PostgresProblem as problem:
        if "was made by PostgreSQL" not in str(problem):  # another version's folder may be thrown away too
            raise
        running = False
    if running:
        raise PostgresProblem(f"A demo is running on {folder}; stop it before you begin anew.")
    shutil.rmtree(folder)


def start_all(stack: contextlib.ExitStack, *, folder: Path, port: int) -> tuple[Child, ...]:
    """Start database, web server and worker, building the demo where it is missing; the stack stops them again.

    Raises ChildFailed, StepFailed or PostgresProblem.
    """
    with _step("database"):
        urls = stack.enter_context(database_urls(folder))
    if urls.server and urls.server.shared:
        raise PostgresProblem(
            f"A demo is already running on {folder}. Stop it, or set {FOLDER_SETTING} to another folder."
        )
    if urls.server:
        _check_folder(folder, urls.server)
    environment = environment_for(urls)
    if urls.owner:
        with _step("tables"):
            _run("kotopolku.cli.main", "migrate", "--verbosity", "0", environment=environment)
    environment.pop("DATABASE_OWNER_URL", None)  # the running program never holds the owner's key
    with _step("people"):
        told = _people(urls.server, environment=environment)
    folder.mkdir(parents=True, exist_ok=True)
    state.remember(folder)
    address = f"http://{HOST}:{port}"
    with _step("web server"):
        web = children.web_server(host=HOST, port=port, environment=environment, log=folder / "web.log")
        stack.callback(web.stop)
        worker = children.task_worker(environment=environment, log=folder / "worker.log")
        stack.callback(worker.stop)
        children.wait_for_page(f"{address}/", web)
    _welcome(told, address=address)
    return web, worker


def _people(server: Server | None, *, environment: dict[str, str]) -> dict[str, Any]:
    """Build the people where they are missing; return the accounts and what to try.

    Some thousand commits need not wait for the disk one by one: a building that is cut off is begun again anyway.
    What was built is on the disk before it counts as complete.
    """
    hasty = {"PGOPTIONS": "-c synchronous_commit=off"} if server else {}
    told: dict[str, Any] = json.loads(
        _run("kotopolku.cli.demo.data", environment=environment | hasty).splitlines()[-1]
    )
    if server:
        with server.connect() as superuser:
            superuser.execute("CHECKPOINT")
    return told


def _check_folder(folder: Path, server: Server) -> None:
    """Begin again where the building was interrupted; refuse tables that today's program cannot use."""
    if not state.complete(folder):
        server.drop_database(DATABASE)
        server.ensure_database(DATABASE)
    elif state.rewritten(folder):
        raise PostgresProblem(
            "The program's tables were redrawn since this demo was made "
            f"({', '.join(state.rewritten(folder))}). Begin anew: python3 dev.py demo --fresh"
        )


def _wait_for_trouble(started: tuple[Child, ...]) -> None:
    while True:
        time.sleep(0.5)
        for child in started:
            if not child.running():
                raise ChildFailed(f"The {child.name} ended by itself. Its log ends:\n{child.last_words(20)}")


def environment_for(urls: Urls) -> dict[str, str]:
    """Return the environment of the demo's processes."""
    environment = dict(os.environ) | {"DATABASE_URL": urls.app, "KOTOPOLKU_DEMO": "1"}
    environment.pop("KOTOPOLKU_DATABASE_ROLE", None)
    if urls.owner:
        environment["DATABASE_OWNER_URL"] = urls.owner
    return environment


def _run(*module: str, environment: dict[str, str]) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *module], env=environment, capture_output=True, text=True, check=False,
        stdin=subprocess.DEVNULL,
    )  # fmt: skip
    if done.returncode != 0:
        raise StepFailed(f"{' '.join(module)} failed:\n{done.stdout[-2000:]}{done.stderr[-4000:]}")
    return done.stdout


@contextlib.contextmanager
def _step(name: str) -> Iterator[None]:
    begun = time.monotonic()
    print(f"  {name:<12} …", end="", flush=True)
    yield
    print(f" {time.monotonic() - begun:.1f} s", flush=True)


def _welcome(told: dict[str, Any], *, address: str) -> None:
    print(f"\nKotopolku runs at {address}/ (everybody in it is invented; Ctrl-C stops it)\n")
    for one in told["accounts"]:
        print(
            f"  {one['username']:<8} {one['password']}  {one['role']:<12} {one['name']}: {one['what_to_try']}"
        )
    if told["try"]:
        print("\nTry:")
    for line in told["try"]:
        print(f"  · {line}")
    sys.stdout.flush()
