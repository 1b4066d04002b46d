"""What both public forms share: the municipality, the person, and a field that only machines fill."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from kotopolku.accounts.queries import Municipality
from kotopolku.languages.codes import Language
from kotopolku.languages.names import choices
from kotopolku.web.public.days import BirthField
from kotopolku.web.public.trap import PHONE, TrapForm

LONGEST_NAME = 200
LONGEST_MESSAGE = 3900  # leaves room for the year of birth that `person` puts in front

type Members = tuple[Municipality, ...]


def _all(message: str, *codes: str) -> dict[str, str]:
    return dict.fromkeys(codes, message)


class AskingForm(TrapForm):
    """A form about one person in one of the municipalities. `on` is today; a day after it is refused."""

    about_another = False

    def __init__(self, data: Any = None, *, members: Members, language: Language, on: date) -> None:
        super().__init__(data)
        self.fields["municipality_id"] = forms.TypedChoiceField(
            label=_("Municipality where the person lives")
            if self.about_another
            else _("Municipality where you live"),
            choices=[("", _("Choose")), *((one.id, one.names.pick(language.code).text) for one in members)],
            coerce=int,
            error_messages=_all(_("Choose the municipality."), "required", "invalid_choice", "invalid"),
        )
        self.fields["subject_name"] = forms.CharField(
            label=_("Name of the person") if self.about_another else _("Your name"),
            max_length=LONGEST_NAME,
            error_messages={
                "required": _("Write the name of the person. One name is enough.")
                if self.about_another
                else _("Write your name. One name is enough.")
            },
        )
        self.fields["birth"] = BirthField(
            label=_("Date of birth, or the year"),
            help_text=_("For example 14.2.1994 or 1994"),
            latest=on,
            required=False,
        )
        self.fields["subject_phone"] = forms.RegexField(
            regex=PHONE,
            label=_("Telephone number of the person") if self.about_another else _("Your telephone number"),
            required=False,
            error_messages={
                "invalid": _("Write the telephone number with numbers, for example 040 123 4567.")
            },
        )
        self.fields["subject_language"] = forms.ChoiceField(
            label=_("Language the person speaks best")
            if self.about_another
            else _("Language you speak best"),
            choices=[("", _("Choose")), *choices(language.code)],
            required=False,
            error_messages={"invalid_choice": _("Choose the language from the list.")},
        )

    def person(self) -> Mapping[str, Any]:
        """Return what `receive_contact` is told about the person.

        A year of birth without a day stands on the first line of the message, in the language of the work.
        """
        given = self.cleaned_data
        birth_date, birth_year = given["birth"]
        message = given["message"]
        if birth_date is None and birth_year is not None:
            message = f"Syntymävuosi: {birth_year}\n{message}".strip()
        return {
            "municipality_id": given["municipality_id"],
            "subject_name": given["subject_name"],
            "subject_birth_date": birth_date,
            "subject_phone": given["subject_phone"],
            "subject_language": given["subject_language"],
            "message": message,
        }
