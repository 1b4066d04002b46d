"""The answers given so far, carried by the page itself from step to step; nothing is kept on the server."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from kotopolku.web.parts.day_field import DayField
from kotopolku.web.public.check_yourself.questions import BY_NAME, QUESTIONS, Asked


class AnswersForm(forms.Form):
    """One optional field a question; `asked` names the one on the page, which must be answered."""

    asked = forms.ChoiceField(choices=[(one.name, one.name) for one in QUESTIONS], required=False)

    def __init__(self, data: Any = None, *, on: date) -> None:
        super().__init__(data)
        for one in QUESTIONS:
            self.fields[one.name] = _field(one, on)

    def clean(self) -> dict[str, Any]:
        """Ask for an answer to the question that was on the page."""
        cleaned = super().clean() or self.cleaned_data
        asked = cleaned.get("asked")
        if asked and not cleaned.get(asked) and asked not in self.errors:
            self.add_error(
                asked,
                _("Choose an answer.")
                if BY_NAME[asked].options
                else _("Write the day. It is in your first decision."),
            )
        return cleaned

    def given(self) -> dict[str, object]:
        """Return the answers that were given."""
        return {one.name: value for one in QUESTIONS if (value := self.cleaned_data.get(one.name))}


def _field(one: Asked, on: date) -> forms.Field:
    if not one.options:
        return DayField(label=str(one.says), help_text=str(one.hint), required=False, latest=on)
    return forms.ChoiceField(
        label=str(one.says),
        help_text=str(one.hint),
        choices=one.options,
        required=False,
        widget=forms.RadioSelect,
        error_messages={"invalid_choice": _("Choose an answer.")},
    )
