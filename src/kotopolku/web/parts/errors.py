"""Pages for what went wrong. Each says what to do next and has a number to quote, never what exists."""

import logging
from datetime import datetime, timedelta
from secrets import token_hex

from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent, TooManyFilesSent
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from kotopolku.audit.errors import Closed, Stale
from kotopolku.web.parts.dates import clock_time

log = logging.getLogger("kotopolku.errors")


def _page(
    request: HttpRequest, *, status: int, heading: str, advice: str, number: str | None = None
) -> HttpResponse:
    context = {
        "heading": heading,
        "advice": advice,
        "number": number or token_hex(4).upper(),
        "status": status,
    }
    return render(request, "parts/error.html", context, status=status)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404: not there or not yours; the two look alike."""
    return _page(
        request,
        status=404,
        heading=_("The page was not found"),
        advice=_(
            "Check the address. If you handle this client's matter, ask your supervisor for access to the client."
        )
        if request.path_info.startswith(("/desk/", "/office/", "/partner/", "/own/"))
        else _("Check the address, or start from the front page."),
    )


def forbidden(request: HttpRequest, exception: Exception | None = None, reason: str = "") -> HttpResponse:
    """403: only a form that is too old or came from elsewhere (CSRF)."""
    return _page(
        request,
        status=403,
        heading=_("The form had been open for too long"),
        advice=_(
            "Go back, load the page again and send the form once more. What you wrote is still in the form."
        ),
    )


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: an address or a request that no page of ours makes; 413: one that holds more than we take."""
    if isinstance(exception, RequestDataTooBig | TooManyFieldsSent | TooManyFilesSent):
        return _page(
            request,
            status=413,
            heading=_("You sent too much at once"),
            advice=_(
                "Nothing was saved. Go back and shorten the text, or send fewer or smaller files: a file may have 20 "
                "megabytes, all of them together 40."
            ),
        )
    return _page(
        request,
        status=400,
        heading=_("The request could not be read"),
        advice=_("Start again from the front page. If it happens again, tell us the number below."),
    )


def stale(request: HttpRequest, fault: Stale) -> HttpResponse:
    """409: somebody else saved the thing first. Pages that keep a draft show both texts themselves."""
    return _page(
        request,
        status=409,
        heading=str(fault.heading) or _("Somebody else saved this first"),
        advice=str(fault.advice)
        or _(
            "Nothing of yours was saved. Open the page again, look at what it says now, and do it again if needed."
        ),
    )


def closed(request: HttpRequest, fault: Closed) -> HttpResponse:
    """409: the thing is closed; it can be read where it was, not changed."""
    return _page(request, status=409, heading=_("This cannot be changed any more"), advice=str(fault.message))


def too_many(request: HttpRequest, *, until: datetime, seconds: int) -> HttpResponse:
    """429: too many tries; says when the next one counts."""
    response = _page(
        request,
        status=429,
        heading=_("Too many tries in a short time"),
        advice=_("Nothing was saved. Try again at %(time)s. If you are in a hurry, call us.")
        % {"time": clock_time(localtime(until + timedelta(minutes=1)).time())},
    )
    response.headers["Retry-After"] = str(seconds)
    return response


def server_error(request: HttpRequest) -> HttpResponse:
    """500: our fault; nothing was saved. The number finds the row in the server's own log."""
    number = token_hex(4).upper()
    log.error("error %s at %s", number, getattr(request.resolver_match, "view_name", "?"))
    return _page(
        request,
        status=500,
        heading=_("Something went wrong on our side"),
        advice=_("Nothing was saved. Try again. If it happens again, tell the support the number below."),
        number=number,
    )


def database_away(request: HttpRequest) -> HttpResponse:
    """503: the database does not answer; written without it."""
    number = token_hex(4).upper()
    log.error("database away, error %s", number)
    text = "<h1>{}</h1><p>{}</p><p>{}</p>".format(
        _("The service is not available right now"),
        _("Nothing you wrote here was saved. Try again in a few minutes."),
        number,
    )
    language = getattr(request, "language", None)
    code, direction = (language.code, language.direction) if language else ("fi", "ltr")
    page = f'<!doctype html><html lang="{code}" dir="{direction}"><meta charset="utf-8"><title>503</title>{text}</html>'
    return HttpResponse(page, status=503, headers={"Retry-After": "60"})
