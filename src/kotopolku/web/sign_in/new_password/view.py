"""Choose a password of one's own: at the first sign-in, before anything else opens, and later whenever one wants."""

from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.sign_in import Staff
from kotopolku.accounts.sign_in_passwords import choose_password
from kotopolku.accounts.sign_in_sessions import end_other_sessions, move_session
from kotopolku.letters.actions import tell_sign_in_changed
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.fresh import fresh_sign_in
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.sign_in.entering import enter, pending
from kotopolku.web.sign_in.new_password.form import NewPasswordForm


@require_http_methods(["GET", "POST"])
def new_password(request: PageRequest) -> HttpResponse:
    """After both steps of a first sign-in; the session begins when the first password has been changed."""
    known = pending(request)
    if known is None or not known[1].proved:
        return redirect("sign_in")
    staff, waiting = known
    form = NewPasswordForm(request.POST or None)
    if request.method == "POST" and _chosen(staff, form):
        return enter(request, staff, way=waiting.way, target=waiting.next)
    return _page(request, form, first=True)


@require_http_methods(["GET", "POST"])
@fresh_sign_in
def own_password(request: PageRequest) -> HttpResponse:
    """Change one's own password; every other session of one's own ends."""
    staff = request.user
    assert isinstance(staff, Staff)
    form = NewPasswordForm(request.POST or None)
    if request.method == "POST" and _chosen(staff, form):
        former = request.session.session_key
        end_other_sessions(current=former)
        update_session_auth_hash(request, staff)  # the session goes on, under a new key
        move_session(former, to=request.session.session_key)
        return redirect("own:overview")
    return _page(request, form, first=False)


def _chosen(staff: Staff, form: NewPasswordForm) -> bool:
    def choose() -> bool:
        choose_password(staff=staff, password=form.cleaned_data["password"])
        tell_sign_in_changed(staff_id=staff.pk, code="sign_in_password")
        return True

    return form.is_valid() and attempt(form, choose)


def _page(request: PageRequest, form: NewPasswordForm, *, first: bool) -> HttpResponse:
    context = {"title": _("Choose your own password"), "form": form, "first": first}
    return render(
        request, "sign_in/new_password/page.html", context, status=422 if request.method == "POST" else 200
    )
