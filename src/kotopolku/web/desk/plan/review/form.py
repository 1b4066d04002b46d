"""What the review found (874/2024 3 §), how each service stands, and what the client asks for."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from kotopolku.plans.views import MeasureView
from kotopolku.web.desk.plan.review.known import name_of
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.day_field import DayField

TWO_ROWS = {"rows": 2}
MOVES = ("started", "done", "dropped")


class ReviewForm(forms.Form):
    """The review; a service that is left alone stays as it is."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    on = DayField(label=lazy("Reviewed on"))
    participation = forms.CharField(
        label=lazy("Taking part in the services"), max_length=4000, widget=forms.Textarea(attrs={"rows": 4})
    )
    progress = forms.CharField(
        label=lazy("Progress and results"), max_length=4000, widget=forms.Textarea(attrs=TWO_ROWS)
    )
    hindrances = forms.CharField(
        label=lazy("What made taking part hard or slow"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs=TWO_ROWS),
    )
    changes = forms.CharField(
        label=lazy("What is changed in the plan"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs=TWO_ROWS),
    )
    source = forms.ChoiceField(label=lazy("Source"))
    county_participated = forms.BooleanField(
        label=lazy("The wellbeing services county took part"), required=False
    )
    ends_on = DayField(label=lazy("New last day of the plan"), required=False)
    next_review_on = DayField(
        label=lazy("Next review"),
        required=False,
        help_text=lazy("Empty: six months from this review at the latest."),
    )

    def __init__(self, *args: Any, today: date, measures: tuple[MeasureView, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.measures = measures
        self.fields["source"].choices = codes.choices(codes.REVIEW_SOURCES)  # type: ignore[attr-defined]
        self.fields["on"].latest = today  # type: ignore[attr-defined]
        for one in measures:
            present = codes.word(codes.MEASURE_STATES, one.state)
            moves = [(move, codes.word(codes.MEASURE_STATES, move)) for move in MOVES if move != one.state]
            self.fields[f"measure-{one.id}"] = forms.ChoiceField(
                label=name_of(one), required=False, choices=[("", present), *moves]
            )

    def measure_fields(self) -> Iterator[forms.BoundField]:
        """The services, each with how it stands."""
        return (self[f"measure-{one.id}"] for one in self.measures)

    def entries(self) -> dict[str, Any]:
        """Return what `review_plan` takes."""
        data = {name: value for name, value in self.cleaned_data.items() if not name.startswith("measure-")}
        states = {one.id: self.cleaned_data.get(f"measure-{one.id}", "") for one in self.measures}
        return {**data, "measures": {number: state for number, state in states.items() if state}}


class AskedForm(forms.Form):
    """The client asks for a review, or something has changed (22 § 1 mom.)."""

    on = DayField(label=lazy("Asked on"))
    change_in_needs = forms.BooleanField(label=lazy("Needs or life situation have changed"), required=False)
    text = forms.CharField(
        label=lazy("What does the client ask for?"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs=TWO_ROWS),
    )
