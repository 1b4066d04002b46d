"""Sent messages in the office: the administrator, who sees no clients, sees the numbers and whether mail works."""

from django.http import HttpResponse

from kotopolku.audit.actor import Role
from kotopolku.web.parts.outbox.view import outbox
from kotopolku.web.parts.permitted import must_be
from kotopolku.web.parts.requests import PageRequest

READERS = frozenset({Role.COORDINATOR, Role.ADMINISTRATOR})


def letters(request: PageRequest) -> HttpResponse:
    """Show the outbox to those who answer for it."""
    must_be(READERS, subject="letters")
    return outbox(request)
