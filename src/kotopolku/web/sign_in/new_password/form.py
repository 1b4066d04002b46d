"""A new password, written twice."""

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy


def _new() -> forms.PasswordInput:
    return forms.PasswordInput(attrs={"autocomplete": "new-password"})


class NewPasswordForm(forms.Form):
    """The same words twice, since nobody sees what they type."""

    password = forms.CharField(
        label=lazy("New password"),
        help_text=lazy(
            "At least 12 characters. Several words that only you would put together are easy to keep."
        ),
        max_length=200,
        strip=False,
        widget=_new(),
        error_messages={"required": lazy("Write the new password.")},
    )
    again = forms.CharField(
        label=lazy("The new password again"),
        max_length=200,
        strip=False,
        widget=_new(),
        error_messages={"required": lazy("Write the new password again.")},
    )

    def clean(self) -> None:
        """Say it at the second field when the two differ."""
        data = self.cleaned_data
        if not self.errors and data["password"] != data["again"]:
            self.add_error("again", _("The two are not the same. Write both again."))
