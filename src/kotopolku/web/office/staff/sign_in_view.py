"""Help with signing in: a user is connected to the organisation's own sign-in, or begins anew with a new password."""

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.sign_in_passwords import WaysIn, reset_sign_in, set_subject, ways_in
from kotopolku.audit.actor import Role
from kotopolku.letters.actions import tell_sign_in_changed
from kotopolku.web.parts.forms import attempt
from kotopolku.web.parts.fresh import fresh_sign_in
from kotopolku.web.parts.permitted import only_for
from kotopolku.web.parts.requests import PageRequest
from kotopolku.web.parts.shapes import Crumb


class SubjectForm(forms.Form):
    """The user's identifier in the organisation's own sign-in."""

    subject = forms.CharField(
        label=lazy("Identifier in the organisation's own sign-in"),
        help_text=lazy("The provider's “sub” of this user, letter by letter. Leave it empty to disconnect."),
        max_length=191,
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "spellcheck": "false"}),
    )


class ResetForm(forms.Form):
    """The promise to have seen who asks."""

    seen = forms.BooleanField(
        label=lazy("I know that it is this person who asks"),
        error_messages={
            "required": lazy("Make sure of who asks before you take the ways of signing in away.")
        },
    )


@only_for(frozenset({Role.ADMINISTRATOR}), subject="staff")
@require_http_methods(["GET", "POST"])
@fresh_sign_in
def staff_sign_in(request: PageRequest, staff_id: int) -> HttpResponse:
    """Show how a user signs in; `do=subject` connects them, `do=reset` gives a first password, shown once."""
    found, do = ways_in(staff_id), request.POST.get("do", "")
    subject = SubjectForm(request.POST if do == "subject" else None, initial={"subject": found.subject})
    reset = ResetForm(request.POST if do == "reset" else None)
    status = 200
    if request.method == "POST":
        if (
            subject.is_bound
            and subject.is_valid()
            and attempt(subject, lambda: _connected(staff_id, subject))
        ):
            return redirect("office:staff_sign_in", staff_id=staff_id)
        password = attempt(reset, lambda: reset_sign_in(staff_id=staff_id)) if _agreed(reset) else False
        if password:
            tell_sign_in_changed(staff_id=staff_id, code="sign_in_reset")
            return _slip(request, found, password)
        status = 422
    context = {
        "title": _("Help with signing in"),
        "ways": found,
        "subject": subject,
        "reset": reset,
        "provider": settings.OIDC_NAME,
        "crumbs": [
            Crumb(label=_("Users and rights"), url=reverse("office:staff")),
            Crumb(label=found.name, url=reverse("office:staff_member", args=[staff_id])),
        ],
    }
    return render(request, "office/staff/sign_in.html", context, status=status)


def _connected(staff_id: int, form: SubjectForm) -> bool:
    set_subject(staff_id=staff_id, subject=form.cleaned_data["subject"])
    tell_sign_in_changed(staff_id=staff_id, code="sign_in_subject")
    return True


def _agreed(form: ResetForm) -> bool:
    return form.is_bound and form.is_valid()


def _slip(request: PageRequest, found: WaysIn, password: str) -> HttpResponse:
    context = {
        "title": _("The user can begin anew"),
        "name": found.name,
        "username": found.username,
        "password": password,
        "staff_id": found.staff_id,
    }
    return render(request, "office/staff/slip.html", context)
