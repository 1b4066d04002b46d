"""Slow down who tries too often: sign-in and the public forms by network address, search by the signed-in person.

The count stands outside the request's transaction, so that a try that fails is counted too.
"""

from collections.abc import Callable, Mapping

from django.conf import settings
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve

from kotopolku.accounts.limits import Limit, one_more
from kotopolku.web.parts import errors
from kotopolku.web.parts.middleware import STAFF_ADDRESSES, speak_profile_language
from kotopolku.web.parts.requests import client_address

Answer = Callable[[HttpRequest], HttpResponse]

SIGN_IN = Limit(
    most=30, seconds=5 * 60
)  # an office has one address; django-axes locks out each name long before
FORMS = Limit(most=20, seconds=10 * 60)
SEARCH = Limit(most=120, seconds=60)
LIMITS: Mapping[str, Limit] = {
    "sign_in": SIGN_IN,
    "second_step": SIGN_IN,
    "packet_link": SIGN_IN,
    "public:contact-form": FORMS,
    "public:assessment-request": FORMS,
    "public:line-take": FORMS,
    "public:line-call": FORMS,
    "public:line-question": FORMS,
    "public:book-time": FORMS,
    "public:book-own": FORMS,
    "public:book-mine": FORMS,
    "public:outreach-ask": FORMS,
    "desk:find": SEARCH,
}


class TooOften:
    """Answers 429, in the reader's language, from one try too many on until the window ends. Only POST counts."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method == "POST":
            try:
                page = resolve(request.path_info).view_name
                refused = self._count(request, page) if page in LIMITS else None
            except Resolver404:
                refused = None
            except (OperationalError, InterfaceError):  # the page itself will say that the database is away
                refused = None
            if refused is not None:
                return refused
        return self.get_response(request)

    @staticmethod
    def _count(request: HttpRequest, page: str) -> HttpResponse | None:
        signed_in = settings.SESSION_COOKIE_NAME in request.COOKIES and request.user.is_authenticated
        who = f"staff {request.user.pk}" if signed_in else f"address {network(client_address(request))}"
        too_many = one_more(page, who, limit=LIMITS[page])
        if too_many is None:
            return None
        if signed_in and request.path_info.startswith(STAFF_ADDRESSES):
            speak_profile_language(request)
        return errors.too_many(request, until=too_many.until, seconds=too_many.seconds)


def network(address: str) -> str:
    """Return what counts as one visitor: an IPv4 address, or the /64 that one IPv6 subscriber has to themselves."""
    from ipaddress import ip_address, ip_network

    try:
        found = ip_address(address)
    except ValueError:
        return "unknown"
    if found.version == 6 and found.ipv4_mapped is not None:
        return str(found.ipv4_mapped)
    return str(ip_network(f"{found}/64", strict=False)) if found.version == 6 else str(found)
