"""Sign in with a password; in a demo, step in as any role with one click; sign out."""

from datetime import datetime

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kotopolku.accounts.access import actor_for
from kotopolku.accounts.actions import note_sign_in
from kotopolku.accounts.queries import DemoStaff, demo_staff
from kotopolku.accounts.sign_in import PasswordBackend, Staff
from kotopolku.accounts.sign_in_limits import guessed_right, guessed_wrong, locked_until, name_key
from kotopolku.accounts.sign_in_sessions import forget_session
from kotopolku.audit.acting import acting
from kotopolku.audit.errors import NotFound
from kotopolku.web.parts.requests import PageRequest, client_address
from kotopolku.web.parts.roles import home_of, role
from kotopolku.web.parts.sessions import OWNER_COOKIE
from kotopolku.web.sign_in.entering import enter, in_demo, wait_for_second, wanted
from kotopolku.web.sign_in.locked import locked_text
from kotopolku.web.sign_in.password.form import SignInForm


@require_http_methods(["GET", "POST"])
def sign_in(request: PageRequest) -> HttpResponse:
    """Ask for user name and password (POST: check them); 422 when they do not match, 429 after too many tries."""
    form = SignInForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            staff, locked = _checked(request, form)
            if staff is not None:
                return wait_for_second(request, staff, way="password", target=wanted(request))
            status = 429 if locked else 422
    context = {
        "title": _("Sign in"),
        "form": form,
        "next": wanted(request),
        "oidc_name": settings.OIDC_NAME,
        "demo_staff": [
            {
                "id": one.staff_id,
                "name": one.name,
                "role": role(one.role),
                "organisation": one.organisation.pick("fi"),
            }
            for one in _demo_staff(request)
        ],
    }
    return render(request, "sign_in/password/page.html", context, status=status)


def _checked(request: PageRequest, form: SignInForm) -> tuple[Staff | None, bool]:
    """Return who it is, or None and whether the form now says that one must wait."""
    username = form.cleaned_data["username"]
    address, key = client_address(request), name_key(username)
    until = locked_until(address, key)
    if until is not None:
        return _locked(form, username, until)
    staff = PasswordBackend().authenticate(request, **form.cleaned_data)
    if staff is None:
        until = guessed_wrong(address, key)
        if until is not None:
            return _locked(form, username, until)
        note_sign_in(username=username, staff_id=None, result="refused")
        form.add_error("username", _("The user name and the password do not match. Check both."))
        return None, False
    guessed_right(address, key)
    if actor_for(staff.pk, on=acting().on) is None:
        note_sign_in(username=username, staff_id=staff.pk, result="no_duty")
        form.add_error(
            "username", _("Your duty has ended or has not begun. Ask your coordinator for a duty.")
        )
        return None, False
    return staff, False


def _locked(form: SignInForm, username: str, until: datetime) -> tuple[None, bool]:
    note_sign_in(username=username, staff_id=None, result="locked")
    form.add_error("username", locked_text(until))
    return None, True


def _demo_staff(request: PageRequest) -> tuple[DemoStaff, ...]:
    return demo_staff(request.area.id, on=acting().on) if in_demo(request) else ()


@require_POST
def step_in(request: PageRequest, staff_id: int) -> HttpResponse:
    """Demo only: become the chosen invented staff member; everywhere else the address does not exist."""
    if staff_id not in {one.staff_id for one in _demo_staff(request)}:
        raise NotFound
    staff = PasswordBackend().get_user(staff_id)
    if staff is None:
        raise NotFound
    return enter(request, staff, way="step_in", target=wanted(request))


@require_POST
def sign_out(request: PageRequest) -> HttpResponse:
    """End the session."""
    if request.user.is_authenticated:
        note_sign_in(username=request.user.get_username(), staff_id=request.user.pk, result="signed_out")
        forget_session(request.session.session_key)
    logout(request)
    answer = redirect("sign_in")
    answer.delete_cookie(OWNER_COOKIE)
    return answer


@require_GET
def front(request: PageRequest) -> HttpResponse:
    """`/staff/` is easy to say on the phone; it leads to the first page of one's duty."""
    return redirect(home_of(request.actor))
