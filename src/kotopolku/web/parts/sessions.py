"""The end of a session, as a page sees it: who it was is forgotten, what they had just written is not.

A POST whose session has ended is kept as a draft of its writer and shown again, in the page's own form, when they have
signed in. Who the writer is says a signed cookie, which names a row of their list of sessions: it opens nothing, and
means nothing once they have signed out or ended that session from elsewhere.
"""

import time
from datetime import date
from urllib.parse import urlsplit

from django.contrib.auth import logout
from django.core.signing import BadSignature, Signer
from django.http import HttpRequest, HttpResponse, QueryDict
from django.middleware.csrf import CsrfViewMiddleware
from django.template.loader import render_to_string
from django.utils.html import escape

from kotopolku.accounts.access import actors_of
from kotopolku.accounts.sign_in_sessions import is_over, note_use, owner_of_listed
from kotopolku.audit.acting import acting_as
from kotopolku.cases.unsent import drop_unsent, keep_unsent, unsent

OWNER_COOKIE = "kotopolku_owner"
OWNER_DAYS = 7
UNSENT = "unsent"  # of the session: addresses of pages whose form waits to be filled again
NOT_TYPED = frozenset({"csrfmiddlewaretoken"})
LONGEST_PAGE = 300
_signer = Signer(salt="owner of a session")


def has_ended(request: HttpRequest) -> bool:
    """End the session when its time is over; else note that it is used."""
    now = time.time()
    if is_over(request.session, now=now):
        logout(request)
        return True
    note_use(request.session, now=now)
    return False


def remember_owner(response: HttpResponse, listed: int, *, secure: bool) -> None:
    """Let the browser say later whose session it had, when it no longer has one."""
    response.set_cookie(
        OWNER_COOKIE,
        _signer.sign(str(listed)),
        max_age=OWNER_DAYS * 24 * 60 * 60,
        httponly=True,
        samesite="Lax",
        secure=secure,
    )


def page_of(request: HttpRequest, rooms: tuple[str, ...]) -> str:
    """Return the page a form was sent from: a staff address of ours that sent it, else where it was sent to."""
    came_from = urlsplit(request.headers.get("Referer", ""))
    if came_from.netloc == request.get_host() and came_from.path.startswith(rooms):
        return came_from.path[:LONGEST_PAGE]
    return request.path_info[:LONGEST_PAGE]


def keep_for_owner(request: HttpRequest, *, on: date, rooms: tuple[str, ...]) -> str:
    """Keep what was sent under the one whose session it was; returns the page to come back to, "" when unknown."""
    try:
        owner = owner_of_listed(int(_signer.unsign(request.COOKIES.get(OWNER_COOKIE, ""))))
    except (BadSignature, ValueError):
        return ""
    actors = actors_of(owner, on=on) if owner else ()
    if not actors or _forged(request):
        return ""
    page = page_of(request, rooms)
    with acting_as(actors[0], on=on, route="unsent"):
        keep_unsent(page=page, fields=_typed(request.POST))
    return page


def keep_for_self(request: HttpRequest, page: str) -> None:
    """Keep what the signed-in writer has just sent; the page is filled with it when they come back to it."""
    keep_unsent(page=page, fields=_typed(request.POST))
    request.session[UNSENT] = [page, *request.session.get(UNSENT, ())]


def _typed(sent: QueryDict) -> dict[str, list[str]]:
    return {name: [str(one) for one in values] for name, values in sent.lists() if name not in NOT_TYPED}


def _forged(request: HttpRequest) -> bool:
    """True for a form that no page of ours has made."""
    check = CsrfViewMiddleware(_no_page)
    check.process_request(request)
    return check.process_view(request, _no_page, (), {}) is not None


def _no_page(_request: HttpRequest) -> HttpResponse:
    return HttpResponse()


def refill(request: HttpRequest) -> bool:
    """Fill the page's form with what was not sent from it: a page builds its form from `request.POST or None`."""
    if request.path_info not in request.session.get(UNSENT, ()):
        return False
    if request.method == "POST":
        forget(request, request.path_info)
        return False
    fields = unsent(request.path_info) if request.method == "GET" else None
    if fields is None:
        return False
    sent = QueryDict(mutable=True)
    for name, values in fields.items():
        sent.setlist(name, values)
    request.POST = sent  # type: ignore[assignment]
    return True


def forget(request: HttpRequest, page: str) -> None:
    """Forget what was not sent from a page."""
    drop_unsent(page=page)
    request.session[UNSENT] = [one for one in request.session.get(UNSENT, ()) if one != page]


def tell_refilled(request: HttpRequest, response: HttpResponse) -> None:
    """Say at the top of the page what has happened, with every text the page's own form did not take."""
    if response.status_code != 200 or getattr(response, "streaming", False):
        return
    page = response.content.decode()
    texts = [value for _name, values in request.POST.lists() for value in values if len(value.strip()) > 1]
    lost = [text for text in texts if str(escape(text)) not in page]
    context = {"lost": [text for text in lost if " " in text or len(text) > 12], "page": request.path_info}
    note = render_to_string("parts/unsent.html", context, request)
    before, start, rest = page.partition("<main")
    tag, end, inner = rest.partition(">")
    response.content = f"{before}{start}{tag}{end}{note}{inner}".encode() if start else response.content
