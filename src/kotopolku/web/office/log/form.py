"""What the auditor narrows the log down by."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from kotopolku.audit.queries import Narrowing
from kotopolku.web.office.log.words import KINDS, RESULTS
from kotopolku.web.parts.day_field import DayField


class LogForm(forms.Form):
    """Days, worker, kind, result and person of the rows to show; everything may be left empty."""

    first = DayField(label=_("First day shown"), required=False)
    last = DayField(label=_("Last day shown"), required=False)
    staff = forms.TypedChoiceField(label=_("Worker"), coerce=int, empty_value=None, required=False)
    kind = forms.ChoiceField(label=_("What was done"), required=False)
    result = forms.ChoiceField(label=_("How it ended"), required=False)
    person = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, workers: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        anything = [("", _("all"))]
        choices: dict[str, list[tuple[Any, Any]]] = {
            "staff": [*anything, *workers],
            "kind": [*anything, *KINDS.items()],
            "result": [*anything, *RESULTS.items()],
        }
        for name, offered in choices.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = offered

    def narrowing(self) -> Narrowing:
        """Return what was asked for; a field that could not be read narrows nothing."""
        data = self.cleaned_data if hasattr(self, "cleaned_data") else {}
        return Narrowing(
            first=data.get("first"),
            last=data.get("last"),
            staff_id=data.get("staff"),
            kind=data.get("kind", ""),
            result=data.get("result", ""),
            person=data.get("person"),
        )


class NumberForm(forms.Form):
    """The number of a case, to find the code of its person."""

    number = forms.CharField(label=_("Case number"), max_length=20, help_text=_("For example 2026-01842"))
