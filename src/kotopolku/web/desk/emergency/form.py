"""Whose file, and why it is opened."""

from django import forms
from django.utils.translation import gettext_lazy as _

from kotopolku.web.parts.override_words import REASONS


class NameForm(forms.Form):
    """Who is meant, by a number that only somebody who knows the person has."""

    named = forms.CharField(
        label=_("Identity code or case number"),
        max_length=40,
        help_text=_("The client must be known to this area. Asking is in the log."),
        error_messages={"required": _("Write the identity code or the case number.")},
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )


class ReasonForm(forms.Form):
    """Why the file is opened; the words are needed for a reason that is not in the list."""

    named = forms.CharField(max_length=40, widget=forms.HiddenInput)
    reason = forms.ChoiceField(
        label=_("Why do you open the file?"),
        choices=list(REASONS.items()),
        widget=forms.RadioSelect,
        error_messages={"required": _("Choose the reason.")},
    )
    words = forms.CharField(
        label=_("What has happened?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
