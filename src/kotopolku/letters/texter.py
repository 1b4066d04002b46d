"""Tekstiviestit: one text message by an HTTP gateway, or into a folder where there is none to pay.

The gateway is given a POST with the form fields `from`, `to` and `message` over HTTP Basic, and answers 2xx with JSON
whose `id` is the message's own; docs/operations/configuration.md describes it. Nothing here knows Django.
"""

import base64
import json
import re
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from pathlib import Path
from urllib.parse import unquote, urlencode, urlsplit

from kotopolku.letters.mailer import GiveUp, TryLater

TIMEOUT_SECONDS = 20
MOST_ANSWER_BYTES = 65536
#: Answers that are about us or the moment, not about the message: it must not be lost for them.
_LATER = frozenset({401, 402, 403, 404, 408, 409, 425, 429})
_SENDER = re.compile(r"[A-Za-z][A-Za-z0-9]{2,10}|\+[1-9]\d{6,14}")
_COUNTRY = "+358"


class WrongGateway(ValueError):
    """The address of the gateway or the sender cannot be used; the message says what they must look like."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Texter:
    """A gateway of text messages, or a folder. The password never shows in a representation."""

    sender: str
    host: str = ""
    port: int = 0
    path: str = ""
    tls: bool = True
    user: str = ""
    password: str = field(default="", repr=False)
    folder: str = ""


def texter_from(url: str, *, sender: str) -> Texter:
    """Read `https://user:password@host/path` or `file:///folder`; raises WrongGateway, never with the secret."""
    if not _SENDER.fullmatch(sender):
        raise WrongGateway(
            "the sender is a name of 3 to 11 letters and digits, or a number like +358401234567"
        )
    parts = urlsplit(url)
    try:
        port = parts.port
    except ValueError:
        port = -1
    if parts.scheme == "file" and parts.path.startswith("/") and not parts.netloc:
        return Texter(sender=sender, folder=unquote(parts.path))
    if parts.scheme not in {"http", "https"} or not parts.hostname or port == -1:
        raise WrongGateway("it must look like https://user:password@gateway.example/sms, or file:///folder")
    tls = parts.scheme == "https"
    return Texter(
        sender=sender,
        host=parts.hostname,
        port=port or (443 if tls else 80),
        path=(parts.path or "/") + (f"?{parts.query}" if parts.query else ""),
        tls=tls,
        user=unquote(parts.username or ""),
        password=unquote(parts.password or ""),
    )


def mobile_number(written: str) -> str:
    """Return the number as gateways take it, `+358401234567`; "" for what no text message reaches.

    A Finnish number without its country is a mobile one where it begins with 04 or 050.
    """
    digits = re.sub(r"[\s()./-]", "", written)
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    elif re.fullmatch(r"0(4\d|50)\d{5,9}", digits):
        digits = _COUNTRY + digits[1:]
    return digits if re.fullmatch(r"\+[1-9]\d{7,14}", digits) else ""


def deliver_text(texter: Texter, *, letter_id: str, to: str, body: str) -> str:
    """Hand one message over and return what the gateway calls it. Raises TryLater or GiveUp."""
    number = mobile_number(to)
    if not number:
        raise GiveUp("address_unreadable")
    if texter.folder:
        return _kept(Path(texter.folder), letter_id, f"{texter.sender}\n{number}\n{body}")
    form = urlencode({"from": texter.sender, "to": number, "message": body})
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
    if texter.user:
        secret = base64.b64encode(f"{texter.user}:{texter.password}".encode()).decode()
        headers["Authorization"] = f"Basic {secret}"
    kind = HTTPSConnection if texter.tls else HTTPConnection
    connection = kind(texter.host, texter.port, timeout=TIMEOUT_SECONDS)
    try:
        connection.request("POST", texter.path, body=form, headers=headers)
        answer = connection.getresponse()
        status, said = answer.status, answer.read(MOST_ANSWER_BYTES)
    except (OSError, HTTPException) as fault:
        raise TryLater(f"connection {type(fault).__name__}") from None
    finally:
        connection.close()
    if 200 <= status < 300:
        return _named(said)
    raise (
        GiveUp(f"sms {status}") if 400 <= status < 500 and status not in _LATER else TryLater(f"sms {status}")
    )


def _kept(folder: Path, letter_id: str, text: str) -> str:
    """Write the message as one file, whole or not at all; a second try writes over the first."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        unfinished = folder / f"{letter_id}.part"
        unfinished.write_text(text, encoding="utf-8")
        unfinished.rename(folder / f"{letter_id}.txt")
    except OSError as fault:
        raise TryLater(f"folder {type(fault).__name__}") from None
    return f"file {letter_id}"


def _named(said: bytes) -> str:
    """Return the gateway's own id of the message; an answer that cannot be read is still an acceptance."""
    try:
        found = json.loads(said)
    except ValueError:
        return "accepted"
    name = found.get("id") if isinstance(found, dict) else None
    return str(name)[:100] if name else "accepted"
