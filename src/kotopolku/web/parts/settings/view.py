"""Own settings of the signed-in staff member, in the frame of the room they were opened from."""

from django import forms
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_http_methods

from kotopolku.accounts.actions import set_own_settings
from kotopolku.languages.codes import STAFF_LANGUAGES
from kotopolku.web.parts.requests import PageRequest


class SettingsForm(forms.Form):
    """Language and keys."""

    language = forms.ChoiceField(
        label=lazy("Language of the pages"),
        choices=[(one.code, one.own_name) for one in STAFF_LANGUAGES],
        widget=forms.RadioSelect,
    )
    single_keys = forms.BooleanField(
        label=lazy("Single-letter keys"),
        help_text=lazy(
            "For example “/” moves to the search box. Press “?” on any page for its list of keys."
        ),
        required=False,
    )


@require_http_methods(["GET", "POST"])
def own_settings(request: PageRequest) -> HttpResponse:
    """Show and keep own settings."""
    user = request.user
    initial = {"language": getattr(user, "language", "fi"), "single_keys": getattr(user, "single_keys", True)}
    form = SettingsForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        set_own_settings(**form.cleaned_data)
        return redirect(request.path_info)
    status = 422 if request.method == "POST" else 200
    return render(
        request, "parts/settings/page.html", {"title": _("Own settings"), "form": form}, status=status
    )
