"""A contact of an authority (681/2023 9 §): who sends it, the person's consent, and what was noticed."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from kotopolku.languages.codes import Language
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.public.asking import LONGEST_MESSAGE, LONGEST_NAME, AskingForm, Members


class ContactForm(AskingForm):
    """All fields of a contact. Without consent it cannot be sent: then the law lets the authority only guide."""

    about_another = True

    def __init__(self, data: Any = None, *, members: Members, language: Language, on: date) -> None:
        super().__init__(data, members=members, language=language, on=on)
        self.fields["sender_organisation"] = forms.CharField(
            label=_("Your authority"),
            max_length=LONGEST_NAME,
            error_messages={"required": _("Write the name of your authority.")},
        )
        self.fields["sender_name"] = forms.CharField(
            label=_("Your name and title"),
            max_length=LONGEST_NAME,
            error_messages={"required": _("Write your name and title.")},
        )
        self.fields["sender_email"] = forms.EmailField(
            label=_("Your work e-mail"),
            error_messages={
                "required": _("Write your work e-mail."),
                "invalid": _("Write the whole e-mail address, for example name@office.fi."),
            },
        )
        self.fields["consent"] = forms.ChoiceField(
            label=_("Does the person consent to this contact?"),
            choices=[("yes", _("Yes")), ("no", _("No"))],
            widget=forms.RadioSelect,
            error_messages={"required": _("Say whether the person consents.")},
        )
        self.fields["consent_on"] = DayField(
            label=_("Day of the consent"), help_text=_("For example 24.11.2026"), latest=on, required=False
        )
        self.fields["need_seen"] = forms.BooleanField(
            label=_("In my work I have noticed that the person seems to need integration services."),
            error_messages={
                "required": _(
                    "Tick the box if you have noticed the need. Otherwise guide the person to advice."
                )
            },
        )
        self.fields["message"] = forms.CharField(
            label=_("What have you noticed?"),
            help_text=_("Write only what we need to help. Leave out details of health."),
            widget=forms.Textarea(attrs={"rows": 5}),
            max_length=LONGEST_MESSAGE,
            required=False,
        )
        self.order_fields([*SENDER, *CONSENT, *PERSON])

    def clean(self) -> dict[str, Any]:
        """Consent decides: no consent, no contact; with consent its day is needed."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("consent") == "no":
            self.add_error(
                "consent",
                _(
                    "Without consent the law does not let you send a contact. Guide the person to our services instead."
                ),
            )
        elif cleaned.get("consent") == "yes" and "consent_on" in cleaned and cleaned["consent_on"] is None:
            self.add_error("consent_on", _("Write the day on which the person consented."))
        return cleaned


SENDER = ("sender_organisation", "sender_name", "sender_email")
CONSENT = ("need_seen", "consent", "consent_on")
PERSON = (
    "municipality_id",
    "subject_name",
    "birth",
    "subject_phone",
    "subject_language",
    "message",
    "website",
)
