"""The README's first command, from a fresh copy to a running program, its end, and its second start."""

import os
import shutil
import signal
import subprocess
import threading
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from kotopolku.cli import children
from kotopolku.cli.check.files import tracked
from kotopolku.cli.postgres import start
from tests.database import ROOT

pytestmark = pytest.mark.deep

UP_WITHIN, STOPS_WITHIN = 600, 60  # beside other long tests
IDLE_LIMIT = 400 * 1024  # KiB of proportional set size
UNSET = ("KOTOPOLKU_", "DATABASE_", "VIRTUAL_ENV", "DJANGO_", "PYTEST_", "PYTHONPATH", "PYTHONPYCACHE")


@pytest.fixture(scope="module")
def clone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A fresh copy of what Git tracks, with nothing set up in it."""
    folder = tmp_path_factory.mktemp("fresh") / "kotopolku"
    for path in tracked(ROOT):
        target = folder / path.relative_to(ROOT)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(path, target)
    yield folder
    shutil.rmtree(folder)


class Demo:
    """A running `dev.py demo`, whose output is collected."""

    def __init__(self, clone: Path, *arguments: str) -> None:
        self.port = children.free_port()
        self.clone, self.lines = clone, list[str]()
        environment = {name: value for name, value in os.environ.items() if not name.startswith(UNSET)}
        self.process = subprocess.Popen(
            ["python3", "dev.py", "demo", "--port", str(self.port), *arguments],
            cwd=clone, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
            text=True,
        )  # fmt: skip
        self._up = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.lines.append(line.rstrip())
            if "Ctrl-C stops it" in line:
                self._up.set()
        self._up.set()

    @property
    def told(self) -> str:
        return "\n".join(self.lines)

    def wait_until_up(self) -> float:
        begun = time.monotonic()
        assert self._up.wait(UP_WITHIN), self.told
        assert self.process.poll() is None, self.told
        return time.monotonic() - begun

    def status(self, address: str = "/") -> int:
        with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{address}", timeout=30) as answer:
            return int(answer.status)

    def stop(self) -> int:
        """Send what Ctrl-C sends; return the exit code."""
        self.process.send_signal(signal.SIGINT)
        try:
            return self.process.wait(STOPS_WITHIN)
        except subprocess.TimeoutExpired:
            self.process.kill()
            raise
        finally:
            self._reader.join(5)


def test_from_a_fresh_copy_to_a_running_program_and_back(clone: Path) -> None:
    # given a fresh copy, when the README's command is given
    demo = Demo(clone)
    seconds = demo.wait_until_up()
    print(f"fresh start: {seconds:.1f} s\n{demo.told}")
    # then the program answers, and says who one can be
    assert demo.status("/") == demo.status("/sign-in/") == 200
    assert "Try:" in demo.told
    # and it is small when it idles, after every page kind was asked for once
    for address in ("/fi/", "/ar/", "/fi/services/", "/fi/programme/", "/fi/law/681-2023/14/"):
        assert demo.status(address) == 200
    time.sleep(3)
    memory = {pid: pss(pid) for pid in family(demo.process.pid)}
    print("\n".join(f"{kib / 1024:7.1f} MB  {command(pid)}" for pid, kib in memory.items()))
    assert len(memory) > 5
    assert sum(memory.values()) < IDLE_LIMIT
    # when something is done, and the demo is stopped
    with start(clone / ".data" / "demo") as server, server.connect(database="kotopolku") as database:
        assert server.shared
        database.execute("INSERT INTO django_session VALUES ('mine', '', '2099-01-01')")
    assert demo.stop() == 0, demo.told
    # then nothing is left of it
    assert [command(pid) for pid in running_in(clone)] == []
    assert children.is_free("127.0.0.1", demo.port)

    # when it is started again, then what was done is kept
    again = Demo(clone)
    print(f"second start: {again.wait_until_up():.1f} s")
    assert again.status("/") == 200
    with start(clone / ".data" / "demo") as server, server.connect(database="kotopolku") as database:
        assert database.execute(
            "SELECT count(*) FROM django_session WHERE session_key = 'mine'"
        ).fetchone() == (1,)
        assert database.execute("SELECT count(*) FROM person").fetchone()[0] > 100
    assert again.stop() == 0, again.told
    assert [command(pid) for pid in running_in(clone)] == []


def test_killed_without_a_word_it_leaves_nothing_behind_and_starts_again(clone: Path) -> None:
    # given a running demo whose first process is killed
    demo = Demo(clone)
    demo.wait_until_up()
    demo.process.kill()
    demo.process.wait()
    # then its children go too
    until = time.monotonic() + STOPS_WITHIN
    while running_in(clone) and time.monotonic() < until:
        time.sleep(0.2)
    assert [command(pid) for pid in running_in(clone)] == []
    # and the next start works
    again = Demo(clone)
    again.wait_until_up()
    assert again.status("/") == 200
    assert again.stop() == 0, again.told


def family(pid: int) -> list[int]:
    parents = {
        int(entry.name): parent(int(entry.name)) for entry in Path("/proc").iterdir() if entry.name.isdigit()
    }
    found = [pid]
    for one in found:
        found += [child for child, its in parents.items() if its == one]
    return found


def parent(pid: int) -> int:
    try:
        return int((Path(f"/proc/{pid}/stat").read_text()).rsplit(")", 1)[1].split()[1])
    except OSError:
        return 0


def pss(pid: int) -> int:
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))


def command(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()[:100]
    except OSError:
        return ""


def running_in(folder: Path) -> list[int]:
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if (entry / "cwd").readlink().is_relative_to(folder):
                    found.append(int(entry.name))
            except OSError:
                continue
    return found
