"""The server's log of requests, where it is wanted, holds no part of an address that somebody typed."""

import subprocess
import sys
import time
import urllib.request

import pytest

from kotopolku.cli.children import free_port
from kotopolku.cli.serve import _access_log

APP = """
def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"moi"]
"""


@pytest.mark.slow
@pytest.mark.parametrize("wanted", [True, False])
def test_a_request_is_logged_without_what_stands_after_the_question_mark(tmp_path, wanted, monkeypatch):
    # given the server as we start it, on a tiny program; its own settings in the environment change nothing
    monkeypatch.setenv("GRANIAN_LOG_ACCESS_ENABLED", "true")
    monkeypatch.setenv("GRANIAN_LOG_ACCESS_FMT", "%(path)s?%(query_string)s")
    (tmp_path / "tiny.py").write_text(APP)
    port, log = free_port(), tmp_path / "log"
    command = [
        sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port), "--workers", "1",
        *_access_log(wanted=wanted), "tiny:application",
    ]  # fmt: skip
    with log.open("wb") as out:
        server = subprocess.Popen(command, cwd=tmp_path, stdout=out, stderr=out, env=None)
    try:
        # when somebody asks with a name in the address
        ask_until_answered(f"http://127.0.0.1:{port}/desk/?q=Haddad")
        until = time.monotonic() + 10
        while wanted and b"/desk/" not in log.read_bytes() and time.monotonic() < until:
            time.sleep(0.1)
    finally:
        server.terminate()
        server.wait(timeout=20)
    # then
    written = log.read_text()
    assert ("/desk/" in written) is wanted
    assert "Haddad" not in written


def ask_until_answered(address: str) -> None:
    until = time.monotonic() + 30
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=5).read()
        except OSError:
            time.sleep(0.2)
        else:
            return
    pytest.fail("the server did not answer")
