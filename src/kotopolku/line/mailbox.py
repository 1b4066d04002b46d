"""The shared box over IMAP: what is new there, and marked seen once it stands in the line.

A message is looked at without marking it (BODY.PEEK), at most its first part; nothing is ever deleted or moved.
Nothing here knows Django or the database, so that the settings can read the address of the box with it.
"""

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

TIMEOUT_SECONDS = 20
MOST_BYTES = 256 * 1024
"""How much of a message is fetched: its words stand first; what is attached is not needed here."""

MOST_AT_ONCE = 50
_SIZE = re.compile(rb"RFC822\.SIZE (\d+)")


class WrongMailbox(ValueError):
    """The address of the shared box cannot be read; the message says what it must look like."""


class BoxAway(Exception):
    """The server is away or refuses; the message is a code without personal data or a server's own words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """A shared box. The password never shows in a representation."""

    host: str
    port: int
    user: str
    password: str = field(default="", repr=False)
    folder: str = "INBOX"
    implicit_tls: bool = False
    starttls: bool = False
    ca_file: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A new message as it came: its name in the folder, its first bytes, and whether there were more."""

    uid: str
    start: bytes = field(repr=False)
    is_cut: bool


def mailbox_from(url: str) -> Mailbox:
    """Read `imap[s]://user:password@host:port/FOLDER?starttls=1&ca=/file`; raises WrongMailbox, without the secret."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.scheme not in {"imap", "imaps"} or not parts.hostname or port == -1 or not parts.username:
        raise WrongMailbox(
            "it must look like imaps://user:password@host:993 or imap://user:password@host:143?starttls=1"
        )
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    folder = unquote(parts.path.strip("/")) or "INBOX"
    if not folder.isascii() or any(sign in folder for sign in '"\\\r\n'):
        raise WrongMailbox("the folder's name may hold ASCII letters, digits and spaces only")
    return Mailbox(
        host=parts.hostname,
        port=port or (993 if parts.scheme == "imaps" else 143),
        user=unquote(parts.username),
        password=unquote(parts.password or ""),
        folder=folder,
        implicit_tls=parts.scheme == "imaps",
        starttls=query.get("starttls") == "1",
        ca_file=query.get("ca", ""),
    )


class Box:
    """The open folder of a shared box."""

    def __init__(self, server: imaplib.IMAP4) -> None:
        self._server = server

    def new(self) -> Iterator[Found]:
        """Yield the messages nobody has seen yet, the oldest first; looking at them changes nothing."""
        for uid in self._new_names()[:MOST_AT_ONCE]:
            name = uid.decode()
            parts = _asked(self._server.uid("FETCH", name, f"(RFC822.SIZE BODY.PEEK[]<0.{MOST_BYTES}>)"))
            pairs = [part for part in parts if isinstance(part, tuple)]
            if not pairs:  # somebody has moved it meanwhile
                continue
            size = _SIZE.search(b" ".join(part if isinstance(part, bytes) else part[0] for part in parts))
            start = pairs[0][1]
            yield Found(uid=name, start=start, is_cut=size is not None and int(size[1]) > len(start))

    def mark_seen(self, uid: str) -> None:
        """Mark a message seen, so that it is not fetched again."""
        _asked(self._server.uid("STORE", uid, "+FLAGS.SILENT", "(\\Seen)"))

    def _new_names(self) -> list[bytes]:
        first = next(iter(_asked(self._server.uid("SEARCH", "UNSEEN"))), None)
        return first.split() if isinstance(first, bytes) else []


@contextmanager
def opened(box: Mailbox) -> Iterator[Box]:
    """Open the box's folder; raises BoxAway, here and while it is read, with a code only."""
    server = None
    try:
        server = _connected(box)
        if server.select(f'"{box.folder}"')[0] != "OK":
            raise BoxAway("folder")
        yield Box(server)
    except ssl.SSLError as fault:  # before OSError, whose child it is
        raise BoxAway(f"tls {fault.reason or 'failed'}") from None
    except (OSError, imaplib.IMAP4.error) as fault:
        raise BoxAway(f"connection {type(fault).__name__}") from None
    finally:
        if server is not None:
            with suppress(OSError, imaplib.IMAP4.error):
                server.logout()


def _connected(box: Mailbox) -> imaplib.IMAP4:
    context = ssl.create_default_context(cafile=box.ca_file or None)
    server: imaplib.IMAP4
    if box.implicit_tls:
        server = imaplib.IMAP4_SSL(box.host, box.port, ssl_context=context, timeout=TIMEOUT_SECONDS)
    else:
        server = imaplib.IMAP4(box.host, box.port, timeout=TIMEOUT_SECONDS)
    try:
        if box.starttls:
            server.starttls(ssl_context=context)
        server.login(box.user, box.password)
    except BaseException:
        server.shutdown()
        raise
    return server


def _asked(answer: tuple[str, list[Any]]) -> list[Any]:
    """Return what the server told; raises BoxAway when it refused."""
    if answer[0] != "OK":
        raise BoxAway("refused")
    return answer[1]
