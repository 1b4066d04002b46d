"""The short forms beside the interview: what was told, measures, conclusion."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as lazy

from kotopolku.cases.entries import Sitting
from kotopolku.web.desk.answer.field import WhoAnswered
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_choices
from kotopolku.web.parts.day_field import DayField


class ToldForm(forms.Form):
    """One read-through may tick all four, with one question that shows whether it was understood."""

    items = forms.MultipleChoiceField(
        label=lazy("Told now"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": lazy("Tick what you told the client.")},
    )
    told_language = forms.ChoiceField(
        label=lazy("In which language?"),
        error_messages={"required": lazy("Choose the language in which it was told.")},
    )
    understood_how = forms.CharField(
        label=lazy("How did you see that it was understood?"),
        help_text=lazy("For example: I asked “What is the plan for?” and the client told it in own words."),
        max_length=1000,
        error_messages={"required": lazy("Write how you saw that the client understood, in a few words.")},
    )

    def __init__(self, *args: Any, untold: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["items"].choices = [(code, codes.TOLD[code]) for code in untold]  # type: ignore[attr-defined]
        self.fields["told_language"].choices = [("", lazy("Choose")), *language_choices()]  # type: ignore[attr-defined]


class MeasureForm(forms.Form):
    """A specifying measure (decree 869/2024 3 §)."""

    kind = forms.ChoiceField(label=lazy("Measure"))
    who = forms.CharField(label=lazy("Who did it?"), max_length=200)
    measured_on = DayField(label=lazy("When?"))
    result = forms.CharField(
        label=lazy("What came out?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = codes.choices(codes.MEASURE_KINDS)  # type: ignore[attr-defined]


class SittingForm(forms.Form):
    """One more talk on another day."""

    sitting_on = DayField(label=lazy("When?"))
    sitting_channel = forms.ChoiceField(label=lazy("Where or how?"))
    place = forms.CharField(label=lazy("Place"), required=False, max_length=200)
    sitting_minutes = forms.IntegerField(label=lazy("Minutes"), required=False, min_value=1, max_value=600)
    sitting_language = forms.ChoiceField(
        label=lazy("Language used"), error_messages={"required": lazy("Choose the language of the talk.")}
    )
    sitting_interpreter = forms.ChoiceField(label=lazy("Interpreter"), required=False)
    sitting_reason = forms.CharField(
        label=lazy("Weighty reason for another way than an office or service point"),
        required=False,
        max_length=2000,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "sitting_%s", **kwargs})
        self.fields["sitting_channel"].choices = codes.choices(codes.CHANNELS)  # type: ignore[attr-defined]
        self.fields["sitting_language"].choices = [("", lazy("Choose")), *language_choices()]  # type: ignore[attr-defined]
        self.fields["sitting_interpreter"].choices = codes.choices(  # type: ignore[attr-defined]
            codes.INTERPRETER_KINDS, empty=lazy("no interpreter")
        )

    def sitting(self) -> Sitting:
        """Return what `record_sitting` takes."""
        data = self.cleaned_data
        return Sitting(
            held_on=data["sitting_on"],
            channel=data["sitting_channel"],
            place=data["place"],
            weighty_reason=data["sitting_reason"],
            language=data["sitting_language"],
            interpreter_kind=data["sitting_interpreter"],
            minutes=data["sitting_minutes"],
        )


class CountyPartForm(forms.Form):
    """What a county's worker without an account said, recorded on their behalf."""

    who = WhoAnswered()
    way = forms.ChoiceField(label=lazy("How did the answer come?"))
    said_on = DayField(label=lazy("When?"))
    needs = forms.CharField(
        label=lazy("Which social or health services are needed?"),
        help_text=lazy("Only the need of a service. No diagnoses."),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    ability = forms.CharField(
        label=lazy("Ability to work and function, as far as it affects studies or work"),
        required=False,
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "county_%s", **kwargs})
        self.fields["way"].choices = codes.choices(codes.ANSWER_WAYS)  # type: ignore[attr-defined]


class ConcludeForm(forms.Form):
    """Outcome, reason and what happens next: no outcome, no closing."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    outcome = forms.ChoiceField(label=lazy("What did the assessment lead to?"), required=False)
    outcome_reason = forms.CharField(
        label=lazy("Why?"), required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 2})
    )
    next_step = forms.CharField(
        label=lazy("What happens next, and when?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = codes.choices(codes.ASSESSMENT_OUTCOMES, empty=lazy("Choose"))  # type: ignore[attr-defined]
