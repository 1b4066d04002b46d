"""One e-mail over SMTP: what the server's answer means, and an identity that stays the same at a second try.

Nothing here knows Django or the database, so that the settings can read the address of the server with it.
"""

import re
import smtplib
import ssl
from dataclasses import dataclass, field
from email.errors import HeaderParseError
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from urllib.parse import parse_qs, unquote, urlsplit

TIMEOUT_SECONDS = 20
CALENDAR_FILE = "aika.ics"  # says nothing of what the time is for
_ENHANCED = re.compile(rb"[245]\.\d{1,3}\.\d{1,3}")


class WrongMailAddress(ValueError):
    """The address of the mail server cannot be read; the message says what it must look like."""


class TryLater(Exception):
    """The server is away or asks to come again (4xx); the message is a code without personal data."""


class GiveUp(Exception):
    """The server refuses for good (5xx) or the address is none; the message is a code without personal data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailer:
    """A mail server and the sender's address. The password never shows in a representation."""

    host: str
    port: int
    sender: str
    user: str = ""
    password: str = field(default="", repr=False)
    implicit_tls: bool = False
    starttls: bool = False
    ca_file: str = ""


def mailer_from(url: str, *, sender: str) -> Mailer:
    """Read `smtp[s]://user:password@host:port?starttls=1&ca=/file`; raises WrongMailAddress, never with the secret."""
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.scheme not in {"smtp", "smtps"} or not parts.hostname or port == -1:
        raise WrongMailAddress(
            "it must look like smtps://user:password@host:465 or smtp://host:587?starttls=1"
        )
    if "@" not in sender or any(sign in sender for sign in "\r\n"):
        raise WrongMailAddress("give the sender's address too, for example kotoutuminen@raisio.example")
    query = {key: values[-1] for key, values in parse_qs(parts.query).items()}
    return Mailer(
        host=parts.hostname,
        port=port or (465 if parts.scheme == "smtps" else 587),
        sender=sender,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
        implicit_tls=parts.scheme == "smtps",
        starttls=query.get("starttls") == "1",
        ca_file=query.get("ca", ""),
    )


def deliver(
    mailer: Mailer, *, letter_id: str, to: str, subject: str, body: str, language: str, calendar: str = ""
) -> str:
    """Hand one letter to the server and return its Message-ID, the same at every try of the same letter.

    Raises TryLater or GiveUp.
    """
    message = _message(mailer, letter_id=letter_id, to=to, subject=subject, body=body, language=language)
    if calendar:
        message.add_attachment(
            calendar.encode(),
            maintype="text",
            subtype="calendar",
            filename=CALENDAR_FILE,
            params={"charset": "utf-8"},
        )
        message["Content-Language"] = language  # it went into the text's own part
    try:
        with _connected(mailer) as server:
            server.send_message(message, from_addr=mailer.sender, to_addrs=[to])
    except smtplib.SMTPRecipientsRefused as refused:
        code, words = next(iter(refused.recipients.values()))
        raise _answer(code, words) from None
    except smtplib.SMTPResponseException as fault:
        raise _answer(fault.smtp_code, fault.smtp_error) from None
    except smtplib.SMTPNotSupportedError:
        raise GiveUp("not_supported") from None
    except ssl.SSLError as fault:  # before OSError, whose child it is; a wrong certificate is mended by hand
        raise TryLater(f"tls {fault.reason or 'failed'}") from None
    except (OSError, smtplib.SMTPException) as fault:
        raise TryLater(f"connection {type(fault).__name__}") from None
    return str(message["Message-ID"])


def _message(
    mailer: Mailer, *, letter_id: str, to: str, subject: str, body: str, language: str
) -> EmailMessage:
    message = EmailMessage(policy=SMTP)
    try:
        message["To"] = Address(addr_spec=to)
        message["From"] = Address(addr_spec=mailer.sender)
        message["Subject"] = subject
    except (HeaderParseError, ValueError, IndexError):
        raise GiveUp("address_unreadable") from None
    message["Message-ID"] = f"<{letter_id}@{mailer.sender.rpartition('@')[2]}>"
    message["Auto-Submitted"] = "auto-generated"
    message.set_content(body)
    message["Content-Language"] = language  # after the content, which would take it away
    return message


def _connected(mailer: Mailer) -> smtplib.SMTP:
    context = ssl.create_default_context(cafile=mailer.ca_file or None)
    if mailer.implicit_tls:
        server: smtplib.SMTP = smtplib.SMTP_SSL(
            mailer.host, mailer.port, timeout=TIMEOUT_SECONDS, context=context
        )
    else:
        server = smtplib.SMTP(mailer.host, mailer.port, timeout=TIMEOUT_SECONDS)
    try:
        if mailer.starttls:
            server.starttls(context=context)
        if mailer.user:
            server.login(mailer.user, mailer.password)
    except BaseException:
        server.close()
        raise
    return server


def _answer(code: int, words: bytes | str) -> TryLater | GiveUp:
    """Keep the numbers of the server's answer and none of its words, which often repeat the address."""
    text = words if isinstance(words, bytes) else words.encode()
    found = _ENHANCED.match(text.strip())
    reason = f"smtp {code}" + (f" {found.group().decode()}" if found else "")
    # 535 is our own password, not the recipient: the letter must not be lost for it.
    return GiveUp(reason) if code >= 500 and code not in {530, 534, 535} else TryLater(reason)
