"""The forms of a refusal and of its delivery."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.decisions.codes import LANGUAGES, PROVISIONS
from kotopolku.decisions.entries import DecisionEntry
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.forms import choose


class WrittenForm(forms.Form):
    """What every written decision must hold (434/2003 44–47 §)."""

    number = forms.CharField(label=lazy("Number in the municipality's decision register"), max_length=200)
    language = forms.ChoiceField(
        label=lazy("Language of the decision"),
        help_text=lazy("The client's own language stands beside it and helps to understand."),
        error_messages={"required": lazy("Choose the language of the decision.")},
    )
    reasons = forms.CharField(
        label=lazy("Reasons"),
        help_text=lazy("What was found out, and why it leads to this. Write to the client, in plain words."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    authority = forms.CharField(label=lazy("Whose decision is this?"), max_length=200)
    address = forms.CharField(
        label=lazy("Where is the request for rectification sent?"),
        help_text=lazy("Postal address, e-mail and opening hours of the registry."),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    contact = forms.CharField(label=lazy("Who tells more? Name and telephone"), max_length=500)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "language", [(code, language_name(code)) for code in LANGUAGES])


class DecisionForm(WrittenForm):
    """A refusal of a requested assessment."""

    requested_on = DayField(label=lazy("When did the client ask for the assessment?"))
    provisions = forms.MultipleChoiceField(
        label=lazy("Provisions on which the decision rests"), widget=forms.CheckboxSelectMultiple
    )
    field_order = ("number", "requested_on", "language", "provisions")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "provisions", [(code, f"{code} §: {_(text)}") for code, text in PROVISIONS.items()])

    def entry(self) -> DecisionEntry:
        """Return what `refuse_assessment` takes."""
        data = {**self.cleaned_data, "provisions": tuple(self.cleaned_data["provisions"])}
        return DecisionEntry(**data)


class DeliveryForm(forms.Form):
    """When and how the decision was given to the client."""

    way = forms.ChoiceField(label=lazy("How was it given?"))
    on = DayField(label=lazy("When?"))

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **{"initial": {"on": today}, **kwargs})
        self.fields["way"].choices = codes.choices(codes.DELIVERY_WAYS)  # type: ignore[attr-defined]
