"""Linkin haltija: somebody without a duty here opens the one packet a link is for, once they have proved who they are.

Where the area has an identity provider, it vouches for the address of the named receiver; else a one-time code is sent
there. What was proved holds in one browser for an hour, and opens one packet: the database asks for it at every row.
"""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.utils.crypto import salted_hmac

from kotopolku.accounts.limits import Limit, TooMany, one_more
from kotopolku.audit import log
from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import about, action
from kotopolku.audit.actor import Actor, Role
from kotopolku.audit.digests import digest_of
from kotopolku.audit.errors import NotFound
from kotopolku.letters.actions import send
from kotopolku.letters.entries import ToWriter

ASKING = Limit(most=5, seconds=60 * 60)
GUESSING = Limit(most=5, seconds=10 * 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningLink:
    """A link that runs today: for whom, and to which packet."""

    secret: str
    packet_id: UUID
    who_for: str
    email: str
    area_id: str

    @property
    def actor(self) -> Actor:
        """Return the receiver as who acts: a visitor by the name the link was made for."""
        return Actor(role=Role.PUBLIC, name=self.who_for, area_id=self.area_id, purpose="packet_link")


def running_link(secret: str) -> RunningLink:
    """Return the link of this secret part. Raises NotFound, and logs the refusal, for any other."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM running_packet_link(%s)", [digest_of(secret)])
        row = cursor.fetchone()
    if row is None:
        log.refuse(kind="look", subject="packet_link", subject_id="")
        raise NotFound("packet_link")
    packet_id, who_for, email, area_id = row
    return RunningLink(secret=secret, packet_id=packet_id, who_for=who_for, email=email, area_id=area_id)


@action(Role.PUBLIC)
def send_link_code(*, link: RunningLink, language: str) -> TooMany | None:
    """Send a one-time code to the address the link is for, instead of a former one.

    Returns when to ask again where it was asked for too often.
    """
    about("packet", link.packet_id)
    too_many = one_more("packet_link_ask", digest_of(link.secret), limit=ASKING)
    if too_many is not None:
        return too_many
    code = f"{secrets.randbelow(10**6):06d}"
    with connection.cursor() as cursor:
        cursor.execute("SELECT give_link_code(%s, %s)", [digest_of(link.secret), _keyed(link, code)])
    send(
        to=ToWriter(address=link.email),
        template="link_code",
        params={"code": code},
        language=language,
        area_id=link.area_id,
    )
    return None


@action(Role.PUBLIC)
def prove_link(*, link: RunningLink, code: str = "", vouched_email: str = "") -> str | TooMany | None:
    """Prove to be whom the link is for, and return what this browser shows from now on; None for a wrong proof.

    `vouched_email` is an address that an identity provider has vouched for just now; otherwise the `code` counts.
    """
    about("packet", link.packet_id)
    too_many = one_more("packet_link_code", digest_of(link.secret), limit=GUESSING)
    if too_many is not None:
        return too_many
    proof, proved = (
        ("email", vouched_email) if vouched_email else ("code", _keyed(link, code) if code else "")
    )
    token = secrets.token_urlsafe(32)
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT hold_packet_link(%s, %s, %s, %s)",
            [digest_of(link.secret), proof, proved, digest_of(token)],
        )
        (held,) = cursor.fetchone()
    if not held:
        log.refuse(kind="look", subject="packet", subject_id=str(link.packet_id))
        return None
    return token


@contextmanager
def holding(link: RunningLink, token: str, *, on: date) -> Iterator[None]:
    """Act as the receiver of the link: its one packet shows while `token` is what was proved last."""
    with acting_as(link.actor, on=on):
        _tell_database(digest_of(token))
        yield
        if not connection.needs_rollback:
            _tell_database("")


def _tell_database(holder: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('app.link', %s, true)", [holder])


def _keyed(link: RunningLink, code: str) -> str:
    return salted_hmac("kotopolku.packet_link", f"{link.secret}\0{code}", algorithm="sha256").hexdigest()
