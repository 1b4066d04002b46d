"""`kotopolku programme links` on the real folder, and against a server of our own."""

import shutil
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from kotopolku.cli import programme
from kotopolku.cli.programme import run
from kotopolku.cli.reaching import faults_of
from kotopolku.programme.links import OutwardLink
from kotopolku.programme.tests.samples import RAISIO


class Answers(BaseHTTPRequestHandler):
    """/there answers, /moved leads there, everything else is gone."""

    def do_GET(self):
        status = {"/there": 200, "/moved": 302}.get(self.path, 404)
        self.send_response(status)
        if status == 302:
            self.send_header("Location", "/there")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_words):
        """Say nothing."""


@pytest.fixture
def server():
    made = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=made.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{made.server_port}"
    made.shutdown()
    made.server_close()


def test_every_outward_link_is_listed_with_where_it_stands(capsys):
    assert run(["links", str(RAISIO)]) == 0
    out = capsys.readouterr().out
    assert "https://www.infofinland.fi\n    guides[arrived]" in out
    assert "https://vaski.finna.fi\n    local_services[library]" in out
    lines = out.splitlines()
    assert lines[-1] == f"{sum(line.startswith('http') for line in lines)} links"


def test_a_link_in_a_text_is_found_too(tmp_path, capsys):
    folder = tmp_path / "area"
    shutil.copytree(RAISIO, folder)
    text = folder / "texts" / "fi" / "guide-arrived-who.md"
    text.write_text(f"{text.read_text()}\nKatso https://example.fi/ohje.\n")
    run(["links", str(folder)])
    assert "https://example.fi/ohje\n    texts/fi/guide-arrived-who.md" in capsys.readouterr().out


def test_an_address_that_answers_or_leads_on_is_well_and_others_are_told(server):
    closed = "http://127.0.0.1:9"
    found = faults_of([f"{server}/there", f"{server}/moved", f"{server}/gone", closed, "nonsense"])
    assert found[f"{server}/gone"] == "answers 404"
    assert found[closed].startswith("does not answer")
    assert found["nonsense"].startswith("does not answer")
    assert set(found) == {f"{server}/gone", closed, "nonsense"}


def test_check_fails_when_a_link_is_broken(server, monkeypatch, capsys):
    # given a folder whose links lead to the server here
    links = [OutwardLink(url=f"{server}/{one}", places=("guides[arrived]",)) for one in ("gone", "there")]
    monkeypatch.setattr(programme, "outward_links", lambda _programme: links)
    assert run(["links", str(RAISIO), "--check"]) == 1
    out = capsys.readouterr().out
    assert f"{server}/gone  answers 404\n    guides[arrived]\n{server}/there\n" in out
    assert out.splitlines()[-1] == "2 links, 1 do not answer as they should"
    # when the broken one is taken out
    links.pop(0)
    assert run(["links", str(RAISIO), "--check"]) == 0
