"""Which running processes belong to a data folder; needed after a `kill -9`, and never guessed from a number alone."""

import contextlib
import os
import signal
import sys
import time
from collections.abc import Iterable
from pathlib import Path

ORPHANS_LEAVE_WITHIN = 5.0


def servers_in(data: Path) -> list[int]:
    """Return the ids of PostgreSQL processes whose working folder is `data` (every server process stands there).

    Linux only; elsewhere the list is empty and PostgreSQL's own checks decide.
    """
    if sys.platform != "linux":
        return []
    return [pid for pid in _numbers() if _stands_in(pid, data.resolve())]


def postmaster(data: Path) -> int | None:
    """Return the process id that `postmaster.pid` names, or None when there is no such file or it is unreadable."""
    try:
        return int((data / "postmaster.pid").read_text(encoding="utf-8").split("\n", 1)[0])
    except (OSError, ValueError):
        return None


def clear_leftovers(data: Path) -> None:
    """End what a killed launcher or server left behind in `data`, so that the folder can be started again.

    The caller holds the folder's lock, so nobody else's server is running. A server that lost its launcher is
    asked to stop; back ends that lost their server leave by themselves, and are ended when they do not. Only
    processes that stand in this very folder are touched: the number in `postmaster.pid` may by now be a
    stranger's.
    """
    alone = postmaster(data)
    if alone is not None and alone in servers_in(data):
        _send([alone], signal.SIGINT)
    if not _gone_within(data, ORPHANS_LEAVE_WITHIN):
        _send(servers_in(data), signal.SIGQUIT)
    if not _gone_within(data, ORPHANS_LEAVE_WITHIN):
        _send(servers_in(data), signal.SIGKILL)
        _gone_within(data, ORPHANS_LEAVE_WITHIN)
    if sys.platform == "linux" and not servers_in(data):
        # Without this a reused process number would make PostgreSQL refuse its own folder.
        (data / "postmaster.pid").unlink(missing_ok=True)


def _numbers() -> Iterable[int]:
    return (int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdigit())


def _stands_in(pid: int, data: Path) -> bool:
    folder = Path(f"/proc/{pid}")
    try:
        program = (folder / "exe").readlink().name.removesuffix(" (deleted)")
        return program == "postgres" and (folder / "cwd").readlink() == data
    except OSError:  # ended meanwhile, or another user's
        return False


def _send(pids: Iterable[int], number: signal.Signals) -> None:
    for pid in pids:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.kill(pid, number)


def _gone_within(data: Path, seconds: float) -> bool:
    until = time.monotonic() + seconds
    while servers_in(data):
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True
