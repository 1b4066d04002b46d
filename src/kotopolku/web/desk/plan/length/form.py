"""A time when the plan could not be carried out, its end, and an entry that was a mistake."""

from collections.abc import Mapping
from datetime import date
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as lazy

from kotopolku.web.desk.judge.view import MONTHS, QUESTIONS
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.day_field import DayField

PREFIX = "plan.extension."
#: The grounds of 23 § 3 mom. and 31 §, by their last name.
GROUNDS = {
    key.removeprefix(PREFIX): cast(Any, text) for key, text in QUESTIONS.items() if key.startswith(PREFIX)
}


class ObstacleForm(forms.Form):
    """Days on which the plan could not be carried out (23 § 4 mom.)."""

    reason = forms.ChoiceField(label=lazy("Why could the plan not be carried out?"))
    first_day = DayField(label=lazy("First day"))
    last_day = DayField(label=lazy("Last day"), required=False, help_text=lazy("Empty while it goes on."))
    note = forms.CharField(label=lazy("More about it"), max_length=1000, required=False)

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["reason"].choices = codes.choices(codes.OBSTACLE_REASONS, empty=lazy("Choose"))  # type: ignore[attr-defined]
        self.fields["first_day"].latest = today  # type: ignore[attr-defined]


class ObstacleEndForm(forms.Form):
    """The last day of a time that was going on, or why its entry was a mistake."""

    obstacle = forms.IntegerField(widget=forms.HiddenInput, min_value=1, max_value=2**62)
    last_day = DayField(label=lazy("Last day"), required=False)
    why = forms.CharField(label=lazy("Why was the entry a mistake?"), max_length=500, required=False)


class GroundsForm(forms.Form):
    """Mitä jos: the grounds for an extension as they might be. Nothing of it is recorded; judging is an act apart."""

    def __init__(self, *args: Any, known: Mapping[str, Any], **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "initial": dict(known)})
        for name, question in GROUNDS.items():
            if f"{PREFIX}{name}" in MONTHS:
                self.fields[name] = forms.IntegerField(
                    label=question, required=False, min_value=0, max_value=24
                )
            else:
                self.fields[name] = forms.BooleanField(label=question, required=False)

    def grounds(self) -> dict[str, Any]:
        """Return the grounds as the law reads them."""
        return {name: self.cleaned_data[name] for name in GROUNDS}
