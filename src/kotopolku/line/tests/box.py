"""The shared box as its other users see it: mail arrives, mail is seen."""

import imaplib
import subprocess
import sys
from collections.abc import Iterator
from email.message import EmailMessage
from pathlib import Path

import pytest
from django.conf import settings

from kotopolku.line.mailbox import mailbox_from

SERVER = Path(__file__).parent / "imap_server.py"
ASKED = (
    "Hei, haluan tietää milloin toimisto on auki ja voinko tulla huomenna. Minä en tiedä missä se on. Kiitos."
)


def mail(text=ASKED, *, message_id="<1@example.org>", sender="Rana Haddad <rana@example.org>", **headers):
    """Return a message as it arrives."""
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "neuvonta@raisio.example", "Kysymys"
    if message_id:
        message["Message-ID"] = message_id
    for name, value in headers.items():
        message[name.replace("_", "-")] = value
    message.set_content(text)
    return message


class SharedBox:
    """A running IMAP server with one folder."""

    def __init__(self):
        self.process = subprocess.Popen(
            [sys.executable, str(SERVER)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, text=True
        )
        self.port = int(self.process.stdout.readline())
        self.url = f"imap://demouser:demopass@127.0.0.1:{self.port}"

    def _client(self):
        client = imaplib.IMAP4("127.0.0.1", self.port, timeout=20)
        client.login("demouser", "demopass")
        return client

    def receive(self, message):
        """Let a message arrive."""
        data = message if isinstance(message, bytes) else bytes(message)
        client = self._client()
        assert client.append("INBOX", "", "", data.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))[0] == "OK"
        client.logout()

    def count(self, what):
        """Return how many messages are ALL, SEEN or UNSEEN."""
        client = self._client()
        client.select("INBOX", readonly=True)
        found = client.search(None, what)[1][0].split()
        client.logout()
        return len(found)

    def unsee(self):
        """Mark every message unread, as a colleague may."""
        client = self._client()
        client.select("INBOX")
        client.store("1:*", "-FLAGS", "(\\Seen)")
        client.logout()

    def stop(self):
        self.process.kill()
        self.process.wait()


@pytest.fixture
def box(monkeypatch) -> Iterator[SharedBox]:
    """A shared box that the settings point to."""
    server = SharedBox()
    monkeypatch.setattr(settings, "IMAP", mailbox_from(server.url))
    try:
        yield server
    finally:
        server.stop()
