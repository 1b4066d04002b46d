"""A person's own request for an assessment (681/2023 14 § 1 mom. 4 k): as little as is needed to call back."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from kotopolku.languages.codes import Language
from kotopolku.web.public.asking import LONGEST_MESSAGE, AskingForm, Members


class AssessmentRequestForm(AskingForm):
    """The request in the person's own language; a telephone number or an e-mail address is needed to answer."""

    def __init__(self, data: Any = None, *, members: Members, language: Language, on: date) -> None:
        super().__init__(data, members=members, language=language, on=on)
        if language.code not in {"fi", "fi-x-selko", "sv", "en"}:
            self.fields["subject_language"].initial = language.code
        self.fields["sender_email"] = forms.EmailField(
            label=_("Your e-mail"),
            required=False,
            error_messages={"invalid": _("Write the whole e-mail address, for example name@office.fi.")},
        )
        self.fields["message"] = forms.CharField(
            label=_("What would you like help with?"),
            help_text=_("You can write in your own language. You do not need to tell about your health."),
            widget=forms.Textarea(attrs={"rows": 5}),
            max_length=LONGEST_MESSAGE,
            required=False,
        )
        self.order_fields(
            [
                "subject_name",
                "municipality_id",
                "subject_language",
                "subject_phone",
                "sender_email",
                "birth",
                "message",
            ]
        )

    def clean(self) -> dict[str, Any]:
        """Without any address nobody could answer."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors.keys() & {"subject_phone", "sender_email"} and not (
            cleaned.get("subject_phone") or cleaned.get("sender_email")
        ):
            self.add_error(
                "subject_phone", _("Write a telephone number or an e-mail address. We use it to answer you.")
            )
        return cleaned
