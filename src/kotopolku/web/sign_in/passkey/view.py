"""Passkeys: adding one, and showing one in the second step or when a fresh proof is asked."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods, require_POST

from kotopolku.accounts.actions import note_sign_in
from kotopolku.accounts.sign_in import Staff
from kotopolku.accounts.sign_in_passkeys import add_passkey, creation_options, passkey_is_right
from kotopolku.letters.actions import tell_sign_in_changed
from kotopolku.web.parts.fresh import fresh_sign_in
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.sign_in.again.view import proved_again
from kotopolku.web.sign_in.entering import enter, pending


class NameForm(forms.Form):
    """What the passkey is called in its owner's list."""

    name = forms.CharField(
        label=lazy("Name of the passkey"),
        help_text=lazy("For example “work computer”."),
        max_length=60,
        error_messages={"required": lazy("Write a name for the passkey.")},
    )


@require_http_methods(["GET", "POST"])
@fresh_sign_in
def passkey_add(request: PageRequest) -> HttpResponse:
    """Make a passkey; 422 when the key did not answer the challenge."""
    staff = request.user
    assert isinstance(staff, Staff)
    form = NameForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["name"].replace("\0", "")
        if add_passkey(staff, name=name, answer=request.POST.get("credential", "")):
            tell_sign_in_changed(staff_id=staff.pk, code="sign_in_passkey")
            return redirect("own:overview")
        form.add_error(None, _("The passkey did not answer. Try again."))
    context = {"title": _("Add a passkey"), "form": form, "options": creation_options(staff)}
    status = 422 if request.method == "POST" else 200
    return render(request, "sign_in/passkey/page.html", context, status=status)


@require_POST
def second_passkey(request: PageRequest) -> HttpResponse:
    """The second step by a passkey."""
    known = pending(request)
    if known is None:
        return redirect("sign_in")
    staff, waiting = known
    if passkey_is_right(staff, request.POST.get("credential", "")):
        return enter(request, staff, way=waiting.way, target=waiting.next)
    return _refused(request, staff, back="second_step")


@require_POST
def again_passkey(request: PageRequest) -> HttpResponse:
    """A fresh proof by a passkey."""
    staff = request.user
    assert isinstance(staff, Staff)
    if passkey_is_right(staff, request.POST.get("credential", "")):
        return proved_again(request, staff)
    return _refused(request, staff, back="own:again")


def _refused(request: PageRequest, staff: Staff, *, back: str) -> HttpResponse:
    note_sign_in(username=staff.get_username(), staff_id=staff.pk, result="second_refused")
    context = {"title": _("The passkey did not answer"), "back": back}
    return render(request, "sign_in/passkey/refused.html", context, status=422)
