"""To the organisation's sign-in and back. django-allauth speaks the protocol; who may enter is decided here."""

import time
from typing import Any, NoReturn

import requests
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.providers.openid_connect import views as protocol
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from kotopolku.accounts.access import actor_for
from kotopolku.accounts.actions import note_sign_in
from kotopolku.accounts.sign_in import Staff
from kotopolku.accounts.sign_in_oidc import PROVIDER, proves_two_factors, staff_by_claims
from kotopolku.accounts.sign_in_sessions import FRESH, freshen
from kotopolku.audit.errors import NotFound
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.visitor import LINKS, keep_visitor
from kotopolku.web.sign_in.entering import HOME, enter, ours, wait_for_second


@require_POST
def start(request: PageRequest, provider_id: str = PROVIDER) -> HttpResponse:
    """Lead to the organisation's sign-in page; the address does not exist where none is set."""
    if not settings.OIDC_NAME:
        raise NotFound
    try:
        answer: HttpResponse = protocol.login(request, provider_id)
    except requests.RequestException:
        return refused(request, _("%(name)s does not answer now. Try again in a few minutes."), status=503)
    return answer


@require_GET
def back(request: PageRequest, provider_id: str = PROVIDER) -> HttpResponse:
    """Take the answer of the organisation's sign-in."""
    if not settings.OIDC_NAME:
        raise NotFound
    try:
        answer: HttpResponse = protocol.callback(request, provider_id)
    except requests.RequestException:
        return refused(request, _("%(name)s does not answer now. Try again in a few minutes."), status=503)
    return answer


def refused(request: HttpRequest, reason: str, *, status: int = 422) -> HttpResponse:
    """Say why nobody got in, and which other ways there are."""
    name = settings.OIDC_NAME
    context = {
        "title": _("Signing in with %(name)s did not work") % {"name": name},
        "reason": reason % {"name": name} if "%(name)s" in reason else reason,
    }
    return render(request, "sign_in/oidc/refused.html", context, status=status)


class Adapter(DefaultSocialAccountAdapter):  # type: ignore[misc]
    """Where django-allauth asks what to do with somebody a provider has vouched for: enter, ask on, or refuse."""

    def pre_social_login(self, request: PageRequest, sociallogin: Any) -> NoReturn:
        """Decide, and go no further into the library's own sign-up and sign-in."""
        raise ImmediateHttpResponse(_decided(request, sociallogin))

    def on_authentication_error(self, request: PageRequest, *_args: Any, **_named: Any) -> NoReturn:
        """The provider refused, the visitor gave up, or the answer is not one we asked for."""
        note_sign_in(username="", staff_id=None, result="refused")
        raise ImmediateHttpResponse(
            refused(request, _("%(name)s did not confirm who you are, or it took too long. Start again."))
        )

    def is_open_for_signup(self, request: HttpRequest, sociallogin: Any) -> bool:
        """Return that accounts are made by administrators alone."""
        return False


def _decided(request: PageRequest, sociallogin: Any) -> HttpResponse:
    data = sociallogin.account.extra_data
    token, told = data.get("id_token") or {}, data.get("userinfo") or {}
    subject = sociallogin.account.uid
    # Both must speak of the same person (OpenID Connect Core 5.3.2); what the signed-in session proves is in the token.
    claims = told | token if token.get("sub") == subject else {}
    target = ours(request, sociallogin.state.get("next") or "")
    if target.startswith(LINKS):
        return _visitor(request, claims, target=target)
    staff = staff_by_claims(subject=subject, claims=claims) if claims else None
    if staff is None:
        note_sign_in(username="", staff_id=None, result="refused")
        return refused(
            request,
            _(
                "%(name)s knows you, but no account here has been connected to you. "
                "Ask your administrator to add the e-mail address that %(name)s knows."
            ),
        )
    if actor_for(staff.pk, on=request.on) is None:
        note_sign_in(username=staff.get_username(), staff_id=staff.pk, result="no_duty")
        return refused(request, _("Your duty has ended or has not begun. Ask your coordinator for a duty."))
    if request.user.is_authenticated:
        return _again(request, staff, token, target=target)
    if proves_two_factors(token):
        return enter(request, staff, way="oidc", target=target)
    return wait_for_second(request, staff, way="oidc", target=target)


def _visitor(request: PageRequest, claims: dict[str, Any], *, target: str) -> HttpResponse:
    """Somebody comes for what a link opens: no account is asked for, but two factors and a verified address are."""
    if not proves_two_factors(claims) or not keep_visitor(request.session, claims, now=time.time()):
        note_sign_in(username="", staff_id=None, result="refused")
        return refused(
            request,
            _(
                "%(name)s did not prove strongly enough who you are, or knows no e-mail address of yours. "
                "Call the one who sent you the link."
            ),
        )
    return redirect(target)


def _again(request: PageRequest, staff: Staff, token: dict[str, Any], *, target: str) -> HttpResponse:
    """A signed-in person has proved themselves again: the same one, and just now."""
    if request.user.pk != staff.pk or time.time() - int(token.get("auth_time") or 0) > FRESH:
        note_sign_in(username=staff.get_username(), staff_id=staff.pk, result="refused")
        return refused(request, _("%(name)s did not ask you to sign in again, or somebody else signed in."))
    freshen(request.session, now=time.time())
    note_sign_in(username=staff.get_username(), staff_id=staff.pk, result="again")
    return redirect(target or HOME)
