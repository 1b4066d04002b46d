"""Mistakes of the environment that would be found too late (asetusten tarkistus): numbered, each with its remedy.

`kotopolku serve` asks them before it starts and refuses on an error; `kotopolku manage check --tag configuration`
prints them. No message holds a secret. The list stands in docs/operations/configuration.md, and a test keeps it there.
"""

import difflib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core.checks import CheckMessage, Error, Warning, register

TAG = "configuration"
# Every name the program reads; a secret can also be given as NAME_FILE.
KNOWN = frozenset({
    "KOTOPOLKU_ADDRESS", "KOTOPOLKU_CHROMIUM", "KOTOPOLKU_DATA", "KOTOPOLKU_DATABASE_ROLE", "KOTOPOLKU_DEMO",
    "KOTOPOLKU_HOSTS", "KOTOPOLKU_HTTPS", "KOTOPOLKU_IMAP_URL", "KOTOPOLKU_MAIL_FROM", "KOTOPOLKU_OIDC_ACR",
    "KOTOPOLKU_OIDC_CLIENT_ID",
    "KOTOPOLKU_OIDC_CLIENT_SECRET", "KOTOPOLKU_OIDC_ISSUER", "KOTOPOLKU_OIDC_MFA", "KOTOPOLKU_OIDC_NAME",
    "KOTOPOLKU_ORIGINS", "KOTOPOLKU_POSTGRES_BIN", "KOTOPOLKU_PROXIES", "KOTOPOLKU_SECRET_KEY",
    "KOTOPOLKU_SMS_SENDER", "KOTOPOLKU_SMS_URL",
    "KOTOPOLKU_SMTP_URL", "KOTOPOLKU_TESTING", "KOTOPOLKU_TODAY", "KOTOPOLKU_VIDEO_URL",
})  # fmt: skip
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
FEWEST_SIGNS = 12  # a random key of fifty characters has far more different ones
MOST_PROXIES = 5
NEW_KEY = "Make one: python3 -c 'import secrets; print(secrets.token_urlsafe(50))'"
ENCRYPTED = frozenset({"require", "verify-ca", "verify-full"})


@register(TAG)
def configuration(app_configs: Any = None, **_more: Any) -> list[CheckMessage]:
    """Return every mistake found; none for the demo and the tests, which need none of it."""
    if settings.DEMO or os.environ.get("KOTOPOLKU_TESTING") == "1":
        return []
    return [*_names(), *_secrets(), *_hosts(), *_https(), *_mail(), *_text_messages(), *_box(), *_database()]


def _error(number: int, message: str, hint: str) -> CheckMessage:
    return Error(message, hint=hint, id=f"K{number:03}")


def _warning(number: int, message: str, hint: str) -> CheckMessage:
    return Warning(message, hint=hint, id=f"K{number:03}")


def _names() -> Iterator[CheckMessage]:
    for name in sorted(os.environ):
        if not name.startswith("KOTOPOLKU_"):
            continue
        plain = name.removesuffix("_FILE")
        if plain not in KNOWN:
            near = difflib.get_close_matches(plain, KNOWN, n=1)
            hint = (
                f"Did you mean {near[0]}?" if near else "Unset it, or see docs/operations/configuration.md."
            )
            yield _warning(30, f"The program knows no setting {name}.", hint)
        elif name != plain and plain in os.environ:
            yield _warning(31, f"{plain} and {name} are both set; the file wins.", f"Unset {plain}.")


def _secrets() -> Iterator[CheckMessage]:
    if len(set(settings.SECRET_KEY)) < FEWEST_SIGNS or "demo-and-test-only" in settings.SECRET_KEY:
        yield _error(
            32,
            "KOTOPOLKU_SECRET_KEY is not random.",
            NEW_KEY,
        )
    for name in sorted(os.environ):
        file = Path(os.environ[name]) if name.endswith("_FILE") else None
        if file is None or not name.startswith(("KOTOPOLKU_", "DATABASE_")) or not file.is_file():
            continue
        if file.stat().st_mode & (stat.S_IROTH | stat.S_IWOTH):
            yield _error(33, f"Everybody on this machine can read the file of {name}.", f"chmod o-rwx {file}")


def _hosts() -> Iterator[CheckMessage]:
    if any("*" in host for host in settings.ALLOWED_HOSTS):
        yield _error(
            34, "KOTOPOLKU_HOSTS lets any host name in.", "Name the hosts people use, parted by commas."
        )
    elif "testserver" in settings.ALLOWED_HOSTS:
        yield _warning(
            35, "KOTOPOLKU_HOSTS is not set.", "Name the hosts people use, for example koto.example.fi."
        )
    for origin in settings.CSRF_TRUSTED_ORIGINS:
        parts = urlsplit(origin)
        if parts.scheme != "https" and parts.hostname not in LOOPBACK:
            yield _error(
                36,
                f"KOTOPOLKU_ORIGINS names {origin}, which is not https.",
                "Begin it with https://.",
            )


def _https() -> Iterator[CheckMessage]:
    if not settings.HTTPS:
        yield _warning(
            37,
            "KOTOPOLKU_HTTPS=0: sessions travel unprotected.",
            "Unset it; put a proxy that speaks HTTPS in front.",
        )
    elif settings.ALLAUTH_TRUSTED_PROXY_COUNT < 1:
        yield _warning(
            38, "KOTOPOLKU_PROXIES=0 behind HTTPS: all visitors look like the proxy and share its limits.",
            "Set it to the number of proxies that are yours.",
        )  # fmt: skip
    if settings.ALLAUTH_TRUSTED_PROXY_COUNT > MOST_PROXIES:
        yield _error(
            39, "KOTOPOLKU_PROXIES is higher than any chain of proxies: visitors could choose their address.",
            "Set it to the number of proxies that are yours.",
        )  # fmt: skip


def _mail() -> Iterator[CheckMessage]:
    mail = settings.MAIL
    if mail is None:
        yield _warning(40, "No mail server is set: e-mail waits in the outbox.", "Set KOTOPOLKU_SMTP_URL.")
        return
    if not (mail.implicit_tls or mail.starttls or mail.host in LOOPBACK):
        yield _error(
            41,
            "Mail goes to another machine unencrypted.",
            "Use smtps://…, or add ?starttls=1 to KOTOPOLKU_SMTP_URL.",
        )
    address = urlsplit(settings.ADDRESS)
    if address.hostname in LOOPBACK:
        yield _warning(42, "Links in letters lead to this machine only.", "Set KOTOPOLKU_ADDRESS.")
    elif settings.HTTPS and address.scheme != "https":
        yield _error(43, "Links in letters do not lead to https.", "Begin KOTOPOLKU_ADDRESS with https://.")


def _text_messages() -> Iterator[CheckMessage]:
    sms = settings.SMS
    if sms is not None and not (sms.tls or sms.folder or sms.host in LOOPBACK):
        yield _error(
            46, "Text messages go to another machine unencrypted.", "Begin KOTOPOLKU_SMS_URL with https://."
        )


def _box() -> Iterator[CheckMessage]:
    box = settings.IMAP
    if box is not None and not (box.implicit_tls or box.starttls or box.host in LOOPBACK):
        yield _error(
            47,
            "The shared box is read from another machine unencrypted.",
            "Use imaps://…, or add ?starttls=1 to KOTOPOLKU_IMAP_URL.",
        )


def _database() -> Iterator[CheckMessage]:
    database: dict[str, Any] = settings.DATABASES["default"]
    host, sslmode = str(database["HOST"]), database["OPTIONS"].get("sslmode", "")
    elsewhere = host and not host.startswith("/") and host not in LOOPBACK
    if elsewhere and sslmode not in ENCRYPTED:
        yield _warning(
            44, "The database is on another machine, and nothing says that the way there is encrypted.",
            "Add ?sslmode=verify-full to DATABASE_URL.",
        )  # fmt: skip
