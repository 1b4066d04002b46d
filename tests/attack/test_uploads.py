"""Hostile files sent as a browser sends them: refused at the field, and kept under no name of theirs."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from kotopolku.audit.acting import acting_as
from kotopolku.letters.tests.test_files import pdf
from kotopolku.papers.models import PaperFile
from tests.cast import TODAY
from tests.desk import being_assessed, client_of

SCRIPT = b"<html><script>alert('kp7')</script></html>"
#: File name, what the browser says it is, and its content: none of these is a paper.
REFUSED = {
    "wrong type": ("paper.pdf", "application/pdf", SCRIPT),
    "program": ("paper.exe", "application/octet-stream", b"MZ" + b"\0" * 200),
    "vector with a script": (
        "a.svg",
        "image/svg+xml",
        b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(7)'/>",
    ),
    "oversized": ("big.pdf", "application/pdf", b"%PDF-1.7\n" + b"x" * (20 * 1024 * 1024 + 1)),
    "action": (
        "a.pdf",
        "application/pdf",
        b"%PDF-1.7\n1 0 obj<</OpenAction<</S/JavaScript/JS(app.alert(7))>>>>endobj",
    ),
    "empty": ("a.pdf", "application/pdf", b""),
    "image that is cut": ("a.png", "image/png", b"\x89PNG\r\n\x1a\n" + SCRIPT),
    "two in one": ("a.jpg", "image/jpeg", b"\xff\xd8\xff\xe0" + SCRIPT + b"%PDF-1.7"),
}
NAMES = (
    "../../../../etc/passwd",
    "<script>alert('kp7').pdf",
    "a\r\nSet-Cookie: kp7=1.pdf",
    "ä" * 300 + ".pdf",
    "x.pdf.exe",
)


@pytest.fixture
def desk(officer, monkeypatch, today):
    """(client of the officer, page where papers are registered)."""
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())
    return client_of(officer), reverse("desk:papers", args=[being_assessed(officer)[1]])


def sent(desk, name, kind, content):
    client, page = desk
    fields = {"title": "Paperi", "kind": "other", "way": "post", "sender": "x", "arrived_on": "24.11.2026"}
    return client.post(page, {**fields, "file": SimpleUploadedFile(name, content, content_type=kind)})


@pytest.mark.slow
def test_a_file_that_is_no_paper_is_refused_at_its_field_and_not_kept(officer, desk):
    for what, (name, kind, content) in REFUSED.items():
        answer = sent(desk, name, kind, content)
        assert answer.status_code in {413, 422}, what
        assert b"alert('kp7')" not in answer.content, what
        if answer.status_code == 422:
            assert "file" in answer.context["form"].errors, what
    with acting_as(officer, on=TODAY):
        assert not PaperFile.objects.exists()


@pytest.mark.slow
def test_a_paper_under_a_hostile_name_is_kept_without_it(officer, desk):
    for name in NAMES:
        answer = sent(desk, name, "application/pdf", pdf())
        assert answer.status_code == 302, name
        assert "kp7" not in answer.headers.get("Set-Cookie", "") + str(answer.cookies), name
        page = desk[0].get(desk[1]).content.decode()
        assert "<script>alert" not in page, name
        assert "etc/passwd" not in page, name
    with acting_as(officer, on=TODAY):
        assert PaperFile.objects.count() == len(NAMES)
