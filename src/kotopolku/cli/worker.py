"""`kotopolku worker`: run queued tasks, and every half minute enqueue the jobs that are due."""

import argparse
import logging
import threading

from django.core.management import call_command
from django.db import close_old_connections

from kotopolku.cli.edge import now
from kotopolku.jobs.tick import tick

TICK_SECONDS = 30
logger = logging.getLogger("kotopolku.worker")


def run(argv: list[str]) -> int:
    """Work until SIGTERM or Ctrl-C; a running task is finished first."""
    parser = argparse.ArgumentParser(prog="kotopolku worker", description=__doc__)
    parser.add_argument("--interval", type=float, default=1.0, help="seconds between looks at an empty queue")
    parser.add_argument("--once", action="store_true", help="enqueue what is due, run what waits, and end")
    options = parser.parse_args(argv)
    if options.once:
        tick(at=now())
        call_command("db_worker", batch=True, startup_delay=False, reload=False)
        return 0
    stopping = threading.Event()
    clock = threading.Thread(target=_tick_until, args=(stopping,), name="clock", daemon=True)
    clock.start()
    try:
        call_command("db_worker", interval=options.interval, startup_delay=False, reload=False)
    except SystemExit:  # how the worker ends when it is told to while it has nothing to do
        pass
    finally:
        stopping.set()
        clock.join(timeout=5)
    return 0


def _tick_until(stopping: threading.Event) -> None:
    while not stopping.is_set():
        close_old_connections()
        try:
            tick(at=now())
        except Exception:
            # A lost connection now must not end the clock: the same jobs are still due at the next tick.
            logger.exception("the tick failed; it is tried again in %s seconds", TICK_SECONDS)
        stopping.wait(TICK_SECONDS)
