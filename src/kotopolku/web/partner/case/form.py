"""What the county's worker writes: the need of its services, and what affects studies or work."""

from django import forms
from django.utils.translation import gettext_lazy as lazy


class OwnPartForm(forms.Form):
    """The county's own part; its worker and day are known from the sign-in."""

    needs = forms.CharField(
        label=lazy("Which social or health services are needed?"),
        help_text=lazy("Only the need of a service. No diagnoses."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": lazy("Write what the county found out, or that it sees no need.")},
    )
    ability = forms.CharField(
        label=lazy("Ability to work and function, as far as it affects studies or work"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 4}),
    )
