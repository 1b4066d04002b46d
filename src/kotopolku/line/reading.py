"""What a message to the shared box says: the little of it that an answer needs, and what was left where it is.

Only plain text comes in. HTML is neither shown nor turned into text, and nothing attached is fetched into the program:
both stay in the box, and the desk is told that they are there.
"""

import re
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from email.utils import getaddresses
from hashlib import sha256
from uuid import UUID

MOST_TEXT = 4000
HTML, FILES, CUT, UNREADABLE = "html", "files", "cut", "unreadable"
LEFT_IN_BOX = (HTML, FILES, CUT, UNREADABLE)
"""What the desk is told of a message: only HTML, files beside it, longer than what is kept, cannot be read."""

_ADDRESS = re.compile(r"[^@\s<>\",;:\\]+@[^@\s<>\",;:\\]+\.[^@\s<>\",;:\\]+")
_LETTER = re.compile(r"<([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@[^>\s]+>")
_STATUS = re.compile(r"^Status:\s*(5\.\d{1,3}\.\d{1,3})", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A message: its own id, who is answered, the words, and what of it was left in the box (codes of LEFT_IN_BOX).

    `is_reply_of_a_program`: an absence note, which asks nothing. `bounced` is the letter of ours that a mail server
    says it cannot deliver, and `bounced_code` the number it gives.
    """

    message_id: str
    name: str = field(default="", repr=False)
    address: str = field(default="", repr=False)
    text: str = field(default="", repr=False)
    left_in_box: tuple[str, ...] = ()
    is_reply_of_a_program: bool = False
    bounced: UUID | None = None
    bounced_code: str = ""


def read(start: bytes, *, is_cut: bool) -> Mail:
    """Return what a message says. Whatever came, something is returned: nobody's question may get lost by its form."""
    digest = sha256(start).hexdigest()
    try:
        return _read(start, is_cut=is_cut, digest=digest)
    except Exception:
        return Mail(message_id=digest, left_in_box=(UNREADABLE,))


def _read(start: bytes, *, is_cut: bool, digest: str) -> Mail:
    message = message_from_bytes(start, policy=policy.default)
    assert isinstance(message, EmailMessage)
    message_id = str(message["Message-ID"] or "").strip() or digest
    bounced, code = _bounce(message, start, own_id=message_id)
    if bounced is not None:
        return Mail(message_id=message_id, bounced=bounced, bounced_code=code)
    name, address = _writer(message)
    text, left = _words(message)
    if is_cut or len(text) > MOST_TEXT:
        left = (*left, CUT)
    return Mail(
        message_id=message_id,
        name=name,
        address=address,
        text=text[:MOST_TEXT],
        left_in_box=left,
        is_reply_of_a_program=str(message["Auto-Submitted"] or "").strip().lower().startswith("auto-replied"),
    )


def _writer(message: EmailMessage) -> tuple[str, str]:
    """Return name and address of who is answered: the one asked for (Reply-To), else the sender."""
    for header in ("Reply-To", "From"):
        for name, address in getaddresses([str(one) for one in message.get_all(header, [])]):
            if _ADDRESS.fullmatch(address) and len(address) <= 254:
                return name[:200], address
    return "", ""


def _words(message: EmailMessage) -> tuple[str, tuple[str, ...]]:
    """Return subject and plain text, and what is left in the box."""
    left: list[str] = []
    body = message.get_body(preferencelist=("plain",))
    plain = str(body.get_content()).strip() if body is not None else ""
    if not plain and message.get_body(preferencelist=("html",)) is not None:
        left.append(HTML)
    if any(part.get_content_maintype() != "text" for part in message.iter_attachments()) or any(
        part.get_filename() for part in message.walk()
    ):
        left.append(FILES)
    subject = " ".join(str(message["Subject"] or "").split())
    return "\n\n".join(filter(None, (subject, plain))), tuple(left)


def _bounce(message: EmailMessage, start: bytes, *, own_id: str) -> tuple[UUID | None, str]:
    """Return which letter of ours a mail server could not deliver (RFC 3464) and why; only a failure for good."""
    if message.get_content_type() != "multipart/report":
        return None, ""
    written = start.decode("utf-8", errors="replace")
    letter = next((one for one in _LETTER.finditer(written) if one[0] != own_id), None)
    status = _STATUS.search(written)
    return (UUID(letter[1]), status[1]) if letter and status else (None, "")
