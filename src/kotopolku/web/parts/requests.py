"""The request as pages see it: with the day, the area, the actor and the language that the middleware adds."""

from datetime import date
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, QueryDict

from kotopolku.accounts.queries import AreaView
from kotopolku.audit.actor import Actor
from kotopolku.audit.errors import NotFound
from kotopolku.languages.codes import Language


class PageRequest(HttpRequest):
    """Only a name for type checkers: the middleware sets these on Django's own request."""

    on: date
    area: AreaView
    actor: Actor
    duties: tuple[Actor, ...]
    language: Language


def client_address(request: HttpRequest) -> str:
    """Return the visitor's network address, past as many proxies as are ours (KOTOPOLKU_PROXIES)."""
    try:
        return str(get_adapter().get_client_ip(request))
    except PermissionDenied:
        return "0.0.0.0"  # noqa: S104  a proxy that does not say who asked: all its visitors count as one


def number_or_none(text: str, *, digits: int = 18) -> int | None:
    """Read a whole number that came with a request, of so many digits at most; None for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= digits else None


def sent_number(data: QueryDict, name: str, *, digits: int = 18) -> int:
    """Return the number a button or a link of ours sent; raises NotFound for anything else."""
    found = number_or_none(data.get(name, ""), digits=digits)
    if found is None:
        raise NotFound(name)
    return found


def uuid_or_none(text: str) -> UUID | None:
    """Read an id that came with a request; None for anything else."""
    try:
        return UUID(text)
    except ValueError:
        return None
