"""The program's own processes while the demo or the tests run them: web server and task worker."""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from kotopolku.cli.postgres.privilege import death_signal

STOPS_WITHIN = 10.0
ANSWERS_WITHIN = 90.0
HTTP_OK = 200


class ChildFailed(Exception):
    """A process of ours ended or did not answer; the message holds the end of its log."""


class Child:
    """A process of ours, in a session of its own so that Ctrl-C reaches only the parent, who stops it in order.

    Where the kernel can, it is told to stop also when the parent dies without a word.
    """

    def __init__(self, name: str, command: list[str], *, environment: Mapping[str, str], log: Path) -> None:
        self.name, self.log = name, log
        with log.open("wb") as out:
            self._process = subprocess.Popen(
                [*_dies_with_us(), *command],
                env=dict(environment), stdin=subprocess.DEVNULL, stdout=out, stderr=out, start_new_session=True,
            )  # fmt: skip

    @property
    def pid(self) -> int:
        return self._process.pid

    def running(self) -> bool:
        return self._process.poll() is None

    def stop(self) -> None:
        """Ask it to end, wait, and end it with all its children when it does not."""
        if self.running():
            self._process.terminate()
            try:
                self._process.wait(timeout=STOPS_WITHIN)
            except subprocess.TimeoutExpired:
                with contextlib.suppress(ProcessLookupError):
                    os.killpg(self._process.pid, signal.SIGKILL)
                self._process.wait()

    def last_words(self, lines: int = 12) -> str:
        return "\n".join(self.log.read_text(encoding="utf-8", errors="replace").splitlines()[-lines:])


def web_server(*, host: str, port: int, environment: Mapping[str, str], log: Path) -> Child:
    """Start the application server with one worker of four threads (never its ASGI way: it hangs on SIGTERM)."""
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--workers", "1", "--blocking-threads", "4",
        "--host", host, "--port", str(port), "--no-ws", "--log-level", "warning", "kotopolku.wsgi:application",
    ]  # fmt: skip
    return Child("web server", command, environment=environment, log=log)


def task_worker(*, environment: Mapping[str, str], log: Path) -> Child:
    """Start the task worker, which also enqueues the jobs that are due."""
    command = [sys.executable, "-m", "kotopolku.cli.main", "worker"]
    return Child("task worker", command, environment=environment, log=log)


def wait_for_page(address: str, child: Child) -> None:
    """Return when `address` answers 200. Raises ChildFailed when the server ended, failed, or took too long."""
    until, answer = time.monotonic() + ANSWERS_WITHIN, "no answer"
    while time.monotonic() < until and child.running():
        try:
            with urllib.request.urlopen(address, timeout=10) as response:  # noqa: S310 - our own loopback address
                if response.status == HTTP_OK:
                    return
        except urllib.error.HTTPError as fault:
            answer = f"HTTP {fault.code}"
            if fault.code >= 500:
                break
        except OSError as fault:
            answer = str(fault)
        time.sleep(0.1)
    raise ChildFailed(
        f"{address} does not work ({answer}). The {child.name}'s log ends:\n{child.last_words(30)}"
    )


def free_port(host: str = "127.0.0.1") -> int:
    """Return a port that is free now."""
    with socket.socket() as probe:
        probe.bind((host, 0))
        return int(probe.getsockname()[1])


def is_free(host: str, port: int) -> bool:
    """Tell whether we could listen on the port."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return False
    return True


def _dies_with_us() -> tuple[str, ...]:
    return tuple("TERM" if word == "INT" else word for word in death_signal())
