"""The form of one member of the network: who, how to reach, what may be told until when, and what lets them act."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from kotopolku.network.entries import MemberEntry
from kotopolku.web.desk.words import network as words
from kotopolku.web.desk.words.codes import choices
from kotopolku.web.parts.day_field import DayField


class MemberForm(forms.Form):
    """Everything that is recorded of a member."""

    role = forms.ChoiceField(
        label=lazy("Who is this to the client?"),
        error_messages={"required": lazy("Choose who this is to the client.")},
    )
    name = forms.CharField(label=lazy("Name"), max_length=200, required=False)
    organisation = forms.CharField(
        label=lazy("Organisation or place"),
        help_text=lazy("For example a school and class, a clinic, an association."),
        max_length=200,
        required=False,
    )
    phone = forms.CharField(label=lazy("Telephone"), max_length=200, required=False)
    email = forms.EmailField(label=lazy("E-mail"), max_length=200, required=False)
    reach = forms.CharField(
        label=lazy("How and when to reach them"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    tells = forms.MultipleChoiceField(
        label=lazy("What the client lets us tell them"),
        help_text=lazy("Nothing chosen: nothing is told, not even that the client is with us."),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    tells_more = forms.CharField(
        label=lazy("In the client's own words"),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    tells_until = DayField(
        label=lazy("May be told until"), help_text=lazy("It ends by itself on this day."), required=False
    )
    consent_how = forms.ChoiceField(label=lazy("How was the consent given?"), required=False)
    consent_on = DayField(label=lazy("Consent given on"), required=False)
    authority = forms.CharField(
        label=lazy("Decision or authorisation"),
        help_text=lazy(
            "For a guardian, representative or support person: who decided or signed, and for what."
        ),
        max_length=1000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    authority_from = DayField(label=lazy("In force from"), required=False)
    authority_until = DayField(label=lazy("In force until"), required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        fields: dict[str, Any] = self.fields
        fields["role"].choices = choices(words.ROLES, empty=lazy("Choose"))
        fields["tells"].choices = choices(words.TELLS)
        fields["consent_how"].choices = choices(words.CONSENT_WAYS, empty=lazy("not asked"))
        fields["consent_on"].latest = on

    def entry(self) -> MemberEntry:
        """Return what the actions take."""
        return MemberEntry(**{**self.cleaned_data, "tells": tuple(self.cleaned_data["tells"])})


class EndForm(forms.Form):
    """Why somebody is no longer in the network."""

    end_reason = forms.CharField(
        label=lazy("Why?"),
        max_length=1000,
        error_messages={"required": lazy("Write why. The reason stays in the history.")},
    )


def initial(entry: MemberEntry) -> dict[str, object]:
    """Return a member as the form shows it."""
    return {name: getattr(entry, name) for name in MemberForm.base_fields} | {"tells": list(entry.tells)}
