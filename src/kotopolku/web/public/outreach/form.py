"""A wish that advice comes: from a municipality's contact person, a school, an association or an employer."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _

from kotopolku.languages.codes import UI_LANGUAGES, Language
from kotopolku.roster.codes import LONGEST
from kotopolku.roster.entries import RequestEntry
from kotopolku.web.public.asking import Members
from kotopolku.web.public.trap import TrapForm


class OutreachForm(TrapForm):
    """Who asks, where, when it would suit. Nothing about any client."""

    def __init__(self, data: Any = None, *, members: Members, language: Language) -> None:
        super().__init__(data)
        self.language = language
        senders = [
            ("contact_person", _("Contact person of a municipality")),
            ("school", _("School or day care")),
            ("association", _("Association")),
            ("employer", _("Employer")),
        ]
        needed = {"required": _("Choose who asks.")}
        self.fields["sender_kind"] = forms.ChoiceField(
            label=_("Who asks?"), choices=senders, widget=forms.RadioSelect, error_messages=needed
        )
        self.fields["organisation"] = _text(
            _("Name of the organisation"), _("Write the name of the organisation."), most=LONGEST["sender"]
        )
        self.fields["sender"] = _text(
            _("Your name and task"), _("Write your name and task."), most=LONGEST["sender"]
        )
        self.fields["email"] = forms.EmailField(
            label=_("Your work e-mail"),
            error_messages={
                "required": _("Write your work e-mail."),
                "invalid": _("Write the whole e-mail address, for example name@office.fi."),
            },
        )
        towns = [(one.id, one.names.pick(language.code).text) for one in members]
        self.fields["municipality_id"] = forms.TypedChoiceField(
            label=_("In which municipality?"),
            choices=[("", _("Choose")), *towns],
            coerce=int,
            error_messages={"required": _("Choose the municipality.")},
        )
        self.fields["wished"] = _text(
            _("Which days and times would suit you?"), _("Write when it would suit."), most=LONGEST["wished"]
        )
        self.fields["languages"] = forms.MultipleChoiceField(
            label=_("Which languages are needed?"),
            choices=[(one.code, one.own_name) for one in UI_LANGUAGES if one.code != "fi-x-selko"],
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )
        self.fields["people"] = forms.IntegerField(
            label=_("About how many people?"), min_value=1, max_value=5000, required=False
        )
        self.fields["message"] = forms.CharField(
            label=_("What else should we know?"),
            help_text=_("Do not write about individual people."),
            widget=forms.Textarea(attrs={"rows": 4}),
            max_length=LONGEST["message"],
            required=False,
        )

    def entry(self) -> RequestEntry:
        """Return the wish for the action."""
        data = {name: value for name, value in self.cleaned_data.items() if name != "website"}
        return RequestEntry(**data | {"languages": tuple(data["languages"]), "language": self.language.code})


def _text(label: str, missing: str, *, most: int) -> forms.CharField:
    return forms.CharField(label=label, max_length=most, error_messages={"required": missing})
