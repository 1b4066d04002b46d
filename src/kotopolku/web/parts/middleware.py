"""What every request gets before a page sees it: its language, its day, its area, who acts, and one transaction."""

import os
from collections.abc import Callable
from datetime import date, datetime

from django.conf import settings
from django.contrib.auth.views import redirect_to_login
from django.db import InterfaceError, OperationalError, connection, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.utils.functional import SimpleLazyObject

from kotopolku.accounts.access import actors_of
from kotopolku.accounts.queries import area_view
from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import ANYBODY, Actor
from kotopolku.audit.errors import Closed, NotFound, Stale
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.audit.log import refuse
from kotopolku.languages.codes import STAFF_LANGUAGES, UI_LANGUAGES, by_code, by_path
from kotopolku.web.parts import devices, errors, sessions
from kotopolku.web.parts.visitor import LINKS

CHOSEN_DUTY = "duty_id"  # of the session: under which of several duties the person works
OWN = "own"  # one's own sign-in and sessions, open to whoever works under any duty
API = "/api/"  # keys only: a session's cookie counts for nothing there
STAFF_ADDRESSES = ("/desk/", "/office/", "/partner/", "/own/")
SIGNING_IN = "/sign-in/"
DEVICE_PAGES = "/device/"  # of kiosks and wall screens, under no person's session
Answer = Callable[[HttpRequest], HttpResponse]


def today() -> date:
    """Return the day in Helsinki: the only place in the pages where a clock is read.

    `KOTOPOLKU_TODAY=2026-11-24` fixes it for tests, screenshots and rehearsals of a coming day; demo and tests only.
    """
    fixed = os.environ.get("KOTOPOLKU_TODAY")
    if fixed and (settings.DEMO or os.environ.get("KOTOPOLKU_TESTING") == "1"):
        return date.fromisoformat(fixed)
    return datetime.now(HELSINKI).date()  # noqa: TID251 - the edge


class PageLanguage:
    """Activate the language that stands first in the address; staff pages follow the profile instead."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        word = request.path_info.split("/", 2)[1] if request.path_info.startswith("/") else ""
        try:
            language = by_path(word)
        except KeyError:
            language = by_code(_preferred(request))
        request.language = language  # type: ignore[attr-defined]
        with translation.override(language.code):
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", request.language.code)  # type: ignore[attr-defined]
        return response


def _preferred(request: HttpRequest) -> str:
    """Return the first language of Accept-Language that is ours, else Finnish."""
    ours = {language.code for language in UI_LANGUAGES}
    wanted: list[tuple[float, str]] = []
    for part in request.headers.get("Accept-Language", "")[:500].split(","):
        tag, _, quality = part.strip().lower().partition(";q=")
        try:
            wanted.append((float(quality or 1), tag))
        except ValueError:
            continue
    aliases = {"fa-af": "prs", "ku-iq": "ckb", "ku": "kmr", "ku-tr": "kmr"}
    for _, tag in sorted(wanted, key=lambda item: -item[0]):
        for candidate in (aliases.get(tag, tag), tag.split("-")[0]):
            if candidate in ours:
                return candidate
    return "fi"


def speak_profile_language(request: HttpRequest) -> None:
    """Let the page speak the language of the signed-in person's profile; PageLanguage puts the former one back."""
    language = by_code(getattr(request.user, "language", "fi"))
    if language not in STAFF_LANGUAGES:
        language = by_code("fi")
    request.language = language  # type: ignore[attr-defined]
    translation.activate(language.code)


class ActingRequest:
    """Open the request's one transaction under the duty of who is signed in.

    The transaction is rolled back when the answer is an error of ours (500 and up) or what was asked for turned out
    not to be there, to be somebody else's, or to be changed by another (404, 409): an act of several steps leaves
    nothing half done. Looks that were refused are logged all the same. A visitor without a session gets the sign-in
    page for every staff address, whether the thing exists or not.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        on = today()
        request.on = on  # type: ignore[attr-defined]
        request.area = SimpleLazyObject(lambda: area_view(on=on, host=request.get_host()))  # type: ignore[attr-defined]
        try:
            actor = self._actor(request, on=on)
            request.actor = actor  # type: ignore[attr-defined]
            staff_address = request.path_info.startswith(STAFF_ADDRESSES)
            room = request.path_info.split("/")[1]
            if staff_address and not actor.is_staff:
                with acting_as(actor, on=on, route=room):
                    refuse(kind="look", subject="room", subject_id=room)
                return redirect_to_login(self._unsent(request, on=on) or request.get_full_path())
            if actor.is_staff and staff_address:
                speak_profile_language(request)
                # Whoever works, works in the area of the duty, whatever host name the page came from.
                request.area = SimpleLazyObject(lambda: area_view(actor.area_id, on=on))  # type: ignore[attr-defined]
            with acting_as(actor, on=on, route=room or "front"):
                if staff_address and room not in (*actor.rooms, OWN):
                    refuse(kind="look", subject="room", subject_id=room)
                    response = errors.not_found(request)
                else:
                    refilled = staff_address and sessions.refill(request)
                    response = self.get_response(request)
                    if refilled:
                        sessions.tell_refilled(request, response)
                if response.status_code >= 500 or getattr(request, "undone", False):
                    transaction.set_rollback(True)
        except (OperationalError, InterfaceError):
            connection.close()
            return errors.database_away(request)
        if staff_address or request.path_info.startswith((SIGNING_IN, DEVICE_PAGES, API, LINKS)):
            response.headers["Cache-Control"] = "no-store"
        return response

    @staticmethod
    def _actor(request: HttpRequest, *, on: date) -> Actor:
        if request.path_info.startswith(API):
            return ANYBODY
        if request.path_info.startswith(DEVICE_PAGES):
            return devices.actor_of(request)
        if settings.SESSION_COOKIE_NAME not in request.COOKIES or not request.user.is_authenticated:
            return ANYBODY
        if sessions.has_ended(request):
            return ANYBODY
        held = actors_of(request.user.pk, on=on)
        request.duties = held  # type: ignore[attr-defined]
        # The duty chosen in the user box, while it lasts; else the newest one.
        chosen = request.session.get(CHOSEN_DUTY)
        return next((one for one in held if one.duty_id == chosen), held[0] if held else ANYBODY)

    @staticmethod
    def _unsent(request: HttpRequest, *, on: date) -> str:
        return (
            sessions.keep_for_owner(request, on=on, rooms=STAFF_ADDRESSES) if request.method == "POST" else ""
        )

    def process_view(
        self, request: HttpRequest, view: object, args: tuple[object, ...], kwargs: dict[str, object]
    ) -> None:
        """Give the log the name of the page instead of its address, which may hold an id."""
        from kotopolku.audit.acting import acting

        match = request.resolver_match
        if match is not None:
            acting().route = match.view_name or match.route

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """Turn "not there" and "not yours" into the same page, and "changed by another" into its own."""
        if isinstance(exception, NotFound | NotPermitted | Stale | Closed):
            request.undone = True  # type: ignore[attr-defined]
            if isinstance(exception, Closed):
                return errors.closed(request, exception)
            if isinstance(exception, Stale):
                return errors.stale(request, exception)
            return errors.not_found(request, exception)
        return None
