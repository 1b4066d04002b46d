"""Ask for the town's pages beside the server, as somebody signed in, and keep the statements of each."""

import time
from collections.abc import Callable
from typing import Any

import psycopg

#: A page to ask for: its address and, for a POST, what is sent.
Request = tuple[str, dict[str, str] | None]
#: Statements with their values, in their order.
Caught = list[tuple[str, Any]]


def signed_in(staff_id: int = 1) -> tuple[str, str]:
    """Return name and value of the cookie of a session of somebody's; of the officer who is measured, if not said."""
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
    from django.contrib.sessions.backends.db import SessionStore

    from kotopolku.accounts.models import Staff
    from kotopolku.accounts.sign_in_sessions import begin

    session = SessionStore()
    session[SESSION_KEY] = str(staff_id)
    session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
    session[HASH_SESSION_KEY] = Staff.objects.get(pk=staff_id).get_session_auth_hash()
    begin(session, way="password", now=time.time())
    session.save()
    return settings.SESSION_COOKIE_NAME, str(session.session_key)


def statements(request: Request, cookie: tuple[str, str]) -> Caught:
    """Return what the page sends to the database; asked for once, and it leaves nothing behind."""
    from django.db import connection, transaction
    from django.test import Client

    client = Client()
    client.cookies[cookie[0]] = cookie[1]
    address, sent = request
    caught: Caught = []
    with connection.execute_wrapper(_catcher(caught)), transaction.atomic():
        answer = client.get(address) if sent is None else client.post(address, sent)
        transaction.set_rollback(True)
    if answer.status_code not in {200, 302} or "/sign-in/" in answer.headers.get("Location", ""):
        raise RuntimeError(f"{address} answered {answer.status_code}")
    return caught


def _catcher(caught: Caught) -> Callable[..., Any]:
    def catch(execute: Callable[..., Any], sql: str, params: Any, *rest: Any) -> Any:
        caught.append((sql, params))
        return execute(sql, params, *rest)

    return catch


def bare(url: str) -> psycopg.Connection:
    """Return a connection that sends statements as the program does, with nothing of Django between."""
    from django.conf import settings
    from django.db.backends.postgresql.psycopg_any import get_adapters_template

    return psycopg.connect(
        url,
        cursor_factory=psycopg.ClientCursor,
        context=get_adapters_template(settings.USE_TZ, None),
        prepare_threshold=None,
    )
