"""A fresh proof of oneself, asked before exports, overrides and changes to one's own sign-in.

    @fresh_sign_in
    def export(request): ...

Who has not proved themselves within ten minutes is asked to, and comes back to the page; a form they had sent is
filled again. In a demo, who stepped in with one click has nothing to prove.
"""

import time
from collections.abc import Callable
from functools import wraps
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from kotopolku.accounts.sign_in_sessions import is_fresh
from kotopolku.web.parts.middleware import STAFF_ADDRESSES
from kotopolku.web.parts.sessions import keep_for_self, page_of


def fresh(request: HttpRequest) -> bool:
    """True when the signed-in person proved themselves within ten minutes."""
    return is_fresh(request.session, now=time.time())


def ask_again(request: HttpRequest) -> HttpResponse:
    """Lead to proving oneself, and back; what a form had sent is kept until then."""
    page = request.get_full_path()
    if request.method == "POST":
        page = page_of(request, STAFF_ADDRESSES)
        keep_for_self(request, page)
    return redirect(f"{reverse('own:again')}?{urlencode({'next': page})}")


def fresh_sign_in[**P](
    view: Callable[P, HttpResponse],
) -> Callable[P, HttpResponse]:
    """Let a view (its first argument is the request) run only for somebody who has just proved themselves."""

    @wraps(view)
    def run(*args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        request = args[0]
        assert isinstance(request, HttpRequest)
        return view(*args, **kwargs) if fresh(request) else ask_again(request)

    return run
