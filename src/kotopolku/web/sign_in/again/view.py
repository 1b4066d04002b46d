"""Prove yourself again: the password or a code, and back to what you were doing."""

import time

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.actions import note_sign_in
from kotopolku.accounts.sign_in import PasswordBackend, Staff
from kotopolku.accounts.sign_in_factors import factors_of
from kotopolku.accounts.sign_in_oidc import is_connected
from kotopolku.accounts.sign_in_passkeys import request_options
from kotopolku.accounts.sign_in_sessions import freshen
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.sign_in.entering import HOME, wanted
from kotopolku.web.sign_in.second.form import CodeForm
from kotopolku.web.sign_in.second.view import check_code, guess, hint


class PasswordForm(forms.Form):
    """The password alone: who it is, is known."""

    password = forms.CharField(
        label=lazy("Password"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
        error_messages={"required": lazy("Write your password.")},
    )


@require_http_methods(["GET", "POST"])
def again(request: PageRequest) -> HttpResponse:
    """Ask for a code of who has a phone, else for the password; 422 for a wrong one, 429 after too many."""
    staff = request.user
    assert isinstance(staff, Staff)
    factors = factors_of(staff.pk)
    by_code = factors.totp or not staff.has_usable_password()
    form: forms.Form = (CodeForm if by_code else PasswordForm)(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            status = (
                check_code(request, staff, form)
                if isinstance(form, CodeForm)
                else _password(request, staff, form)
            )
            if status == 200:
                return proved_again(request, staff)
    context = {
        "title": _("Confirm that it is you"),
        "form": form,
        "field": form["code" if by_code else "password"],
        "hint": hint(factors) if by_code else "",
        "options": request_options(staff) if factors.passkeys else "",
        "next": wanted(request),
        "oidc_name": settings.OIDC_NAME if is_connected(staff.pk) else "",
        "oidc_query": "?auth_params=prompt%3Dlogin%26max_age%3D0",
    }
    return render(request, "sign_in/again/page.html", context, status=status)


def proved_again(request: PageRequest, staff: Staff) -> HttpResponse:
    """Note the proof and lead back."""
    freshen(request.session, now=time.time())
    note_sign_in(username=staff.get_username(), staff_id=staff.pk, result="again")
    return redirect(wanted(request) or HOME)


def _password(request: PageRequest, staff: Staff, form: forms.Form) -> int:
    given = {"username": staff.get_username(), "password": form.cleaned_data["password"]}
    return guess(
        request,
        staff,
        form,
        field="password",
        right=lambda: PasswordBackend().authenticate(request, **given) is not None,
        wrong=_("The password is not right."),
    )
