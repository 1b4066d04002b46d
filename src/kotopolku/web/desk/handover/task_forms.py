"""Forms of what goes with a hand-over: told and acknowledged, a move, a placement, the client's own tasks."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.packet import words


class ToldForm(forms.Form):
    """How the client was told who answers now."""

    way = forms.ChoiceField(
        label=lazy("How was the client told?"),
        choices=words.choices(words.WAYS, "telephone", "meeting", "letter", "email"),
    )
    on = DayField(label=lazy("When?"))
    note = forms.CharField(label=lazy("More about it"), max_length=500, required=False)


class AcknowledgedForm(forms.Form):
    """Who of the authority has acknowledged."""

    whom = forms.CharField(
        label=lazy("Who acknowledged it?"),
        max_length=200,
        error_messages={"required": lazy("Write who has acknowledged it.")},
    )
    on = DayField(label=lazy("When?"))


class MoveForm(forms.Form):
    """Where the client moves, from which day, and whether anything may be passed on."""

    to = forms.ChoiceField(label=lazy("Municipality of the area"), required=False)
    to_name = forms.CharField(
        label=lazy("Or a municipality outside the area"), max_length=200, required=False
    )
    registered_on = DayField(label=lazy("Registered from"))
    consent = forms.ChoiceField(
        label=lazy("May the plan be passed on to the new municipality?"),
        widget=forms.RadioSelect,
        choices=[("yes", lazy("The client consents")), ("no", lazy("The client does not consent"))],
        error_messages={"required": lazy("Ask the client and choose the answer.")},
    )
    consent_on = DayField(label=lazy("Asked on"))
    consent_how = forms.CharField(
        label=lazy("How did the client answer?"),
        max_length=500,
        error_messages={"required": lazy("Write how the client answered.")},
    )
    told_return = forms.BooleanField(label=lazy("I told the client how to come back"), required=False)

    def __init__(self, *args: Any, places: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].choices = [("", lazy("Choose")), *places]  # type: ignore[attr-defined]


class ProposalForm(forms.Form):
    """Who proposed the placement, and when."""

    proposed_on = DayField(label=lazy("Proposed on"))
    proposed_by = forms.CharField(
        label=lazy("Who proposes it?"),
        max_length=200,
        error_messages={"required": lazy("Write who proposes the placement.")},
    )


class PlacementAnswerForm(forms.Form):
    """The municipality's answer."""

    answer = forms.ChoiceField(
        label=lazy("The municipality's answer"),
        widget=forms.RadioSelect,
        choices=[("accepted", lazy("takes the client")), ("declined", lazy("does not take the client"))],
        error_messages={"required": lazy("Choose the municipality's answer.")},
    )
    answered_on = DayField(label=lazy("Answered on"))
    expected_on = DayField(label=lazy("Expected on"), required=False)
    reason = forms.CharField(label=lazy("If not: why?"), max_length=1000, required=False)


class ArrangementForm(forms.Form):
    """What is arranged before and after the arrival."""

    expected_on = DayField(label=lazy("Expected on"), required=False)
    housing = forms.CharField(
        label=lazy("Housing"),
        max_length=500,
        required=False,
        help_text=lazy("Which home, from which day, who gives the keys. No address of a protected client."),
    )
    county_told_on = DayField(label=lazy("County told on"), required=False)
    county_told_whom = forms.CharField(label=lazy("Who was told?"), max_length=200, required=False)
    arrived_on = DayField(label=lazy("Arrived on"), required=False)
    steps = forms.MultipleChoiceField(
        label=lazy("The first week: what is done"),
        widget=forms.CheckboxSelectMultiple,
        choices=words.choices(words.FIRST_WEEK),
        required=False,
    )


class OwnTaskForm(forms.Form):
    """How a task of the client's own goes, and when we ask again."""

    measure_id = forms.TypedChoiceField(
        label=lazy("Task"), coerce=int, error_messages={"required": lazy("Choose the task.")}
    )
    note = forms.CharField(
        label=lazy("How does it go?"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": lazy("Write how it goes.")},
    )
    next_on = DayField(
        label=lazy("Ask again on"),
        required=False,
        help_text=lazy("Leave empty when it need not be asked again."),
    )

    def __init__(self, *args: Any, tasks: list[tuple[int, str]], on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["measure_id"].choices = tasks  # type: ignore[attr-defined]
        self.on = on
