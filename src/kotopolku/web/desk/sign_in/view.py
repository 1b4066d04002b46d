"""Sign in with a password; in a demo, step in as any role with one click; sign out."""

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from kotopolku.accounts.access import actor_for
from kotopolku.accounts.actions import note_sign_in
from kotopolku.accounts.queries import DemoStaff, demo_staff
from kotopolku.accounts.sign_in import PasswordBackend, Staff
from kotopolku.audit.acting import acting
from kotopolku.audit.errors import NotFound
from kotopolku.web.desk.sign_in.form import SignInForm
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.roles import home_of, role


@require_http_methods(["GET", "POST"])
def sign_in(request: PageRequest) -> HttpResponse:
    """Ask for user name and password (POST: check them); 422 with the form as typed when they do not match."""
    form = SignInForm(request.POST or None)
    status = 200
    if request.method == "POST":
        staff = _checked(request, form)
        if staff is not None:
            return _enter(request, staff)
        status = 422
    context = {
        "title": _("Sign in"),
        "form": form,
        "next": _next(request),
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
    return render(request, "desk/sign_in/page.html", context, status=status)


def _checked(request: PageRequest, form: SignInForm) -> Staff | None:
    if not form.is_valid():
        return None
    staff = PasswordBackend().authenticate(request, **form.cleaned_data)
    if staff is None:
        note_sign_in(username=form.cleaned_data["username"], staff_id=None, result="refused")
        form.add_error("username", _("The user name and the password do not match. Check both."))
        return None
    if actor_for(staff.pk, on=acting().on) is None:
        note_sign_in(username=form.cleaned_data["username"], staff_id=staff.pk, result="no_duty")
        form.add_error(
            "username", _("Your duty has ended or has not begun. Ask your coordinator for a duty.")
        )
        return None
    return staff


def _enter(request: PageRequest, staff: Staff) -> HttpResponseRedirect:
    target = _next(request) or settings.LOGIN_REDIRECT_URL
    login(request, staff, backend=f"{PasswordBackend.__module__}.{PasswordBackend.__name__}")
    note_sign_in(username=staff.get_username(), staff_id=staff.pk, result="done")
    return HttpResponseRedirect(target)


def _next(request: PageRequest) -> str:
    target = request.POST.get("next") or request.GET.get("next") or ""
    safe = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return target if safe else ""


def _demo_staff(request: PageRequest) -> tuple[DemoStaff, ...]:
    area = request.area
    if not settings.DEMO or not area or not area.is_demo:
        return ()
    return demo_staff(area.id, on=acting().on)


@require_POST
def step_in(request: PageRequest, staff_id: int) -> HttpResponse:
    """Demo only: become the chosen invented staff member; everywhere else the address does not exist."""
    if staff_id not in {one.staff_id for one in _demo_staff(request)}:
        raise NotFound
    staff = PasswordBackend().get_user(staff_id)
    if staff is None:
        raise NotFound
    return _enter(request, staff)


@require_POST
def sign_out(request: PageRequest) -> HttpResponse:
    """End the session."""
    if request.user.is_authenticated:
        note_sign_in(username=request.user.get_username(), staff_id=request.user.pk, result="signed_out")
    logout(request)
    return redirect("sign_in")


@require_GET
def front(request: PageRequest) -> HttpResponse:
    """`/staff/` is easy to say on the phone; it leads to the first page of one's duty."""
    return redirect(home_of(request.actor))
