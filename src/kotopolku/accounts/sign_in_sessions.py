"""Sessions (istunnot): how long they last, what is known of them, and ending them.

A session carries four stamps in seconds: when it began, when it was last used, when its owner last proved themselves,
and how they signed in. It ends 30 minutes after its last use and 9 hours after its beginning, whatever is done in it.
"""

from collections.abc import MutableMapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from allauth.usersessions.models import UserSession
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.backends.db import SessionStore
from django.db.models.functions import Now

from kotopolku.accounts.models import Staff
from kotopolku.audit.acting import current_actor
from kotopolku.audit.action import action
from kotopolku.audit.actor import ROOMS
from kotopolku.audit.errors import NotFound

IDLE = 30 * 60
LONGEST = 9 * 60 * 60
FRESH = 10 * 60
NOTED_EVERY = 60  # seconds between two notes of use: a page more or less must not cost a write
STAMP = "stamps"
LONGEST_BROWSER = 200
LISTED = timedelta(days=7)  # after its last use; until then what it sent in vain finds its writer

Session = MutableMapping[str, Any] | SessionBase


def begin(session: Session, *, way: str, now: float) -> None:
    """Stamp a session that begins now; `way` is how its owner signed in (password, oidc, step_in)."""
    session[STAMP] = {"began": now, "used": now, "fresh": now, "way": way}


def is_over(session: Session, *, now: float) -> bool:
    """True when the session has been idle or has lasted too long. One without stamps gets them, from now on."""
    stamps = session.get(STAMP)
    if stamps is None:
        begin(session, way="unknown", now=now)
        return False
    return bool(now - stamps["used"] > IDLE or now - stamps["began"] > LONGEST)


def note_use(session: SessionBase, *, now: float) -> None:
    """Note that the session is used, at most once a minute."""
    stamps = session[STAMP]
    if now - stamps["used"] < NOTED_EVERY:
        return
    session[STAMP] = stamps | {"used": now}
    UserSession.objects.filter(session_key=session.session_key).update(last_seen_at=Now())


def is_fresh(session: Session, *, now: float) -> bool:
    """True when the owner proved themselves within ten minutes; who stepped into a demo role has nothing to prove."""
    stamps = session.get(STAMP, {})
    return bool(stamps.get("way") == "step_in" or now - stamps.get("fresh", 0) <= FRESH)


def freshen(session: Session, *, now: float) -> None:
    """Note that the owner has just proved themselves again."""
    session[STAMP] = session.get(STAMP, {}) | {"fresh": now}


def list_session(session: SessionBase, *, staff: Staff, address: str, browser: str) -> int:
    """Put a session that has just begun on its owner's list and return its place there; old ones leave it."""
    if session.session_key is None:
        session.save()
    UserSession.objects.filter(user=staff, last_seen_at__lt=Now() - LISTED).delete()
    made, _ = UserSession.objects.update_or_create(
        session_key=session.session_key,
        defaults={"user": staff, "ip": address, "user_agent": browser[:LONGEST_BROWSER]},
    )
    return int(made.pk)


def owner_of_listed(listed: int) -> int | None:
    """Return whose session it was, run out or not; None for one that somebody ended or that never was."""
    found: int | None = (
        UserSession.objects.filter(pk=listed, user__is_active=True).values_list("user_id", flat=True).first()
    )
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionView:
    """One of one's own sessions."""

    id: int
    address: str
    browser: str
    began_at: datetime
    used_at: datetime
    current: bool


def own_sessions(*, current: str | None) -> tuple[SessionView, ...]:
    """Return the acting person's sessions that still open pages, the one in use first."""
    found = UserSession.objects.filter(user_id=current_actor().staff_id).order_by("-last_seen_at")
    views = [
        SessionView(
            id=one.pk,
            address=one.ip,
            browser=one.user_agent,
            began_at=one.created_at,
            used_at=one.last_seen_at,
            current=one.session_key == current,
        )
        for one in found
        if _lasts(one)
    ]
    return tuple(sorted(views, key=lambda one: not one.current))


def _lasts(one: UserSession) -> bool:
    return bool(SessionStore().exists(one.session_key))


@action(*ROOMS)
def end_session(*, session_id: int) -> None:
    """End one of one's own sessions, at once; raises NotFound for others'."""
    found = UserSession.objects.filter(pk=session_id, user_id=current_actor().staff_id).first()
    if found is None:
        raise NotFound
    found.end()


@action(*ROOMS)
def end_other_sessions(*, current: str | None) -> int:
    """End all one's own sessions but the one in use; returns how many there were."""
    others = UserSession.objects.filter(user_id=current_actor().staff_id).exclude(session_key=current)
    count = len(others)
    for one in others:
        one.end()
    return count


def forget_session(session_key: str | None) -> None:
    """Take a session off its owner's list: they signed out, so nothing sent from it later is theirs."""
    UserSession.objects.filter(session_key=session_key).delete()


def move_session(session_key: str | None, *, to: str | None) -> None:
    """Keep a session on its owner's list when it goes on under another key."""
    UserSession.objects.filter(session_key=session_key).update(session_key=to)
