"""Own sign-in: the phone, recovery codes, passkeys, and the sessions that are open now."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kotopolku.accounts.sign_in import Staff
from kotopolku.accounts.sign_in_factors import factors_of, new_recovery_codes, remove_passkey
from kotopolku.accounts.sign_in_sessions import end_other_sessions, end_session, own_sessions
from kotopolku.audit.errors import NotFound
from kotopolku.letters.actions import tell_sign_in_changed
from kotopolku.web.parts.fresh import fresh_sign_in
from kotopolku.web.parts.requests import PageRequest, sent_number
from kotopolku.web.parts.roles import home_of
from kotopolku.web.parts.sessions import UNSENT, forget
from kotopolku.web.sign_in.enrol.view import keep_phone, phone_page, proved, show_codes
from kotopolku.web.sign_in.own.browsers import browser_name
from kotopolku.web.sign_in.second.form import CodeForm


def person(request: PageRequest) -> Staff:
    """Return who is signed in; the addresses of these pages open to nobody else."""
    assert isinstance(request.user, Staff)
    return request.user


@require_GET
def overview(request: PageRequest) -> HttpResponse:
    """Show how one signs in and where one is signed in."""
    sessions = own_sessions(current=request.session.session_key)
    context = {
        "title": _("Your sign-in and sessions"),
        "factors": factors_of(person(request).pk),
        "sessions": [{"view": one, "browser": browser_name(one.browser)} for one in sessions],
        "home": home_of(request.actor),
    }
    return render(request, "sign_in/own/page.html", context)


@require_http_methods(["GET", "POST"])
@fresh_sign_in
def phone(request: PageRequest) -> HttpResponse:
    """Take a new phone into use; the former one no longer works."""
    form = CodeForm(request.POST or None)
    if request.method == "POST" and proved(form):
        return show_codes(request, keep_phone(request, person(request), form), target="/own/")
    return phone_page(request, person(request), form)


@require_POST
@fresh_sign_in
def recovery(request: PageRequest) -> HttpResponse:
    """Make new recovery codes and show them, this once."""
    codes = new_recovery_codes(staff=person(request))
    tell_sign_in_changed(staff_id=person(request).pk, code="sign_in_recovery")
    return show_codes(request, codes, target="/own/")


@require_POST
@fresh_sign_in
def passkey_remove(request: PageRequest) -> HttpResponse:
    """Forget a passkey."""
    chosen, staff_id = sent_number(request.POST, "passkey"), person(request).pk
    if chosen in {one.id for one in factors_of(staff_id).passkeys}:
        remove_passkey(passkey_id=chosen)
        tell_sign_in_changed(staff_id=staff_id, code="sign_in_passkey_removed")
    return redirect("own:overview")


@require_POST
def session_end(request: PageRequest) -> HttpResponse:
    """End one of one's sessions."""
    end_session(session_id=sent_number(request.POST, "session"))
    return redirect("own:overview")


@require_POST
def sessions_end(request: PageRequest) -> HttpResponse:
    """End all one's sessions but this one."""
    end_other_sessions(current=request.session.session_key)
    return redirect("own:overview")


@require_POST
def forget_unsent(request: PageRequest) -> HttpResponse:
    """Forget what was not sent from a page, and go back to it."""
    page = request.POST.get("page", "")
    if page not in request.session.get(UNSENT, ()):
        raise NotFound
    forget(request, page)
    return redirect(page)
