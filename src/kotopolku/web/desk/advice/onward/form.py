"""The form of onward guidance: choices only, since a visit is nobody's."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as lazy

from kotopolku.advice.onward import OnwardEntry
from kotopolku.web.desk.advice import words
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.onward_slip import TAKE


class OnwardForm(forms.Form):
    """To whom, how, when, and what to take along."""

    to = forms.ChoiceField(label=lazy("To whom"))
    way = forms.ChoiceField(
        label=lazy("How"),
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Choose how you guide the visitor on.")},
    )
    consent_how = forms.ChoiceField(
        label=lazy("How did the visitor consent to the hand-over?"), required=False
    )
    at_once = forms.BooleanField(label=lazy("Walks there now, next door"), required=False)
    day = DayField(label=lazy("Or has a time on"), required=False)
    at = forms.TimeField(
        label=lazy("At"),
        required=False,
        input_formats=["%H:%M", "%H.%M", "%H"],
        error_messages={"invalid": lazy("Write the time as 9.30.")},
    )
    take = forms.MultipleChoiceField(
        label=lazy("What to take along"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: object, receivers: Sequence[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        for name, choices in (
            ("to", receivers),
            ("way", codes.choices(words.ONWARD_WAYS)),
            ("consent_how", [("", "–"), *codes.choices(words.CONSENTS)]),
            ("take", list(TAKE.items())),
        ):
            self.fields[name].choices = choices  # type: ignore[attr-defined]

    def entry(self) -> OnwardEntry:
        """Return the guidance for the action."""
        return OnwardEntry(**self.cleaned_data | {"take": tuple(self.cleaned_data["take"])})
