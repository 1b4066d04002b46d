"""A mail server process for the tests of letters, and what it was given."""

import subprocess
import sys
from collections.abc import Iterator
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from kotopolku.letters.mailer import mailer_from

SERVER = Path(__file__).parent / "mail_server.py"
SENDER = "kotoutuminen@raisio.example"


class Mailbox:
    """A running mail server: its port, and the letters it has kept."""

    def __init__(self, folder: Path, *options: str) -> None:
        self.folder = folder
        self.process = subprocess.Popen(
            [sys.executable, str(SERVER), str(folder), *options],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            text=True,
        )
        self.port = int(self.process.stdout.readline())

    def letters(self) -> list[EmailMessage]:
        kept = sorted(self.folder.glob("*.eml"), key=lambda file: file.stat().st_mtime_ns)
        return [message_from_bytes(file.read_bytes(), policy=policy.default) for file in kept]

    def stop(self) -> None:
        self.process.kill()
        self.process.wait()


@pytest.fixture
def mailbox(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Mailbox]:
    """A mail server that the settings point to."""
    server = Mailbox(tmp_path)
    monkeypatch.setattr(settings, "MAIL", mailer_from(f"smtp://127.0.0.1:{server.port}", sender=SENDER))
    try:
        yield server
    finally:
        server.stop()


@pytest.fixture
def mail_settings(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Point the settings at another server: mail_settings("smtp://…")."""

    def point(url: str) -> None:
        monkeypatch.setattr(settings, "MAIL", mailer_from(url, sender=SENDER))

    return point
