"""The second step: who has given the password gives a code."""

from collections.abc import Callable

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.actions import note_sign_in
from kotopolku.accounts.sign_in import Staff
from kotopolku.accounts.sign_in_factors import Factors, code_is_right, factors_of
from kotopolku.accounts.sign_in_limits import guessed_right, guessed_wrong, locked_until, second_key
from kotopolku.accounts.sign_in_passkeys import request_options
from kotopolku.web.parts.requests import PageRequest, client_address
from kotopolku.web.sign_in.entering import enter, pending
from kotopolku.web.sign_in.locked import locked_text
from kotopolku.web.sign_in.second.form import CodeForm


@require_http_methods(["GET", "POST"])
def second_step(request: PageRequest) -> HttpResponse:
    """Ask for the second factor; 422 for a wrong code, 429 after too many, back to the first step when too late."""
    known = pending(request)
    if known is None:
        return redirect("sign_in")
    staff, waiting = known
    form = CodeForm(request.POST or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            status = check_code(request, staff, form)
            if status == 200:
                return enter(request, staff, way=waiting.way, target=waiting.next)
    factors = factors_of(staff.pk)
    context = {
        "title": _("Confirm that it is you"),
        "form": form,
        "factors": factors,
        "hint": hint(factors),
        "options": request_options(staff) if factors.passkeys else "",
    }
    return render(request, "sign_in/second/page.html", context, status=status)


def check_code(request: PageRequest, staff: Staff, form: CodeForm) -> int:
    """Return 200 for a right code; 422 or 429 for others, with the reason in the form and in the log."""
    return guess(
        request,
        staff,
        form,
        field="code",
        right=lambda: bool(code_is_right(staff.pk, form.cleaned_data["code"])),
        wrong=_("The code is not right, or it has been used. Write a new code."),
    )


def guess(
    request: PageRequest, staff: Staff, form: forms.Form, *, field: str, right: Callable[[], bool], wrong: str
) -> int:
    """Let a known person prove themselves, counted per person; `right` is asked only while they may try.

    Returns 200, 422 or 429; the reason stands at `field` and in the log.
    """
    address, key = client_address(request), second_key(staff.pk)
    until = locked_until(address, key)
    if until is None:
        if right():
            guessed_right(address, key)
            return 200
        until = guessed_wrong(address, key)
    result = "second_refused" if until is None else "second_locked"
    note_sign_in(username=staff.get_username(), staff_id=staff.pk, result=result)
    form.add_error(field, wrong if until is None else locked_text(until))
    return 422 if until is None else 429


def hint(factors: Factors) -> str:
    """Say where this person's codes are."""
    if factors.totp:
        return _("The six digits your phone's app shows now, or one of your recovery codes.")
    if factors.printed_left:
        return _("Any code of your printed sheet that you have not used. Cross it out afterwards.")
    return _("One of your recovery codes.")
