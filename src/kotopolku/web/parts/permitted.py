"""Pages that exist for some duties only: for the others they are not there, and trying is logged."""

from collections.abc import Callable, Collection
from functools import wraps
from typing import Concatenate

from django.http import HttpResponse

from kotopolku.audit.acting import current_actor
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import Role
from kotopolku.audit.log import refuse
from kotopolku.web.parts.requests import PageRequest


def must_be(roles: Collection[Role], *, subject: str) -> None:
    """Raise NotPermitted unless the acting duty has one of the roles."""
    if current_actor().role not in roles:
        refuse(kind="look", subject=subject, subject_id="")
        raise NotPermitted(subject)


def must_be_official(*, subject: str) -> None:
    """Raise NotPermitted unless the acting duty is a public official's (viranhaltija)."""
    if not current_actor().is_official:
        refuse(kind="look", subject=subject, subject_id="")
        raise NotPermitted(subject)


def only_for[**P](
    roles: Collection[Role], *, subject: str
) -> Callable[
    [Callable[Concatenate[PageRequest, P], HttpResponse]], Callable[Concatenate[PageRequest, P], HttpResponse]
]:
    """Make a page exist for some roles only, whatever the method: put it above `require_GET` and its like."""

    def decorate(
        page: Callable[Concatenate[PageRequest, P], HttpResponse],
    ) -> Callable[Concatenate[PageRequest, P], HttpResponse]:
        @wraps(page)
        def guarded(request: PageRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
            must_be(roles, subject=subject)
            return page(request, *args, **kwargs)

        return guarded

    return decorate
