"""Forms of a fee: told, asked, answered, judged, dropped, decided."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.decisions.codes import LANGUAGES
from kotopolku.fees.codes import ANSWER_DAYS, CALL, LETTER
from kotopolku.fees.entries import FeeEntry
from kotopolku.fees.queries import FeeView
from kotopolku.web.parts.choices import language_choices, language_name
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.requests import PageRequest

YES_NO = (("yes", lazy("Yes")), ("no", lazy("No")))


def _choose(form: forms.Form, name: str, choices: list[tuple[object, object]]) -> None:
    form.fields[name].choices = choices  # type: ignore[attr-defined]


class ToldForm(forms.Form):
    """Whether the client told it back."""

    understood = forms.BooleanField(
        label=lazy("The client said in their own words what staying away may cost and how to cancel"),
        required=False,
    )


class HearForm(forms.Form):
    """How the client is asked, and until when they answer."""

    way = forms.ChoiceField(label=lazy("How is the client asked?"), widget=forms.RadioSelect)
    language = forms.ChoiceField(
        label=lazy("Language of the call"),
        help_text=lazy("Call with an interpreter when you do not speak the client's language."),
        required=False,
    )
    answer_by = DayField(
        label=lazy("Last day to answer"), help_text=lazy("At least a week from today, so that there is time.")
    )

    def __init__(self, *args: Any, request: PageRequest, fee: FeeView, language: str, **kwargs: Any) -> None:
        initial = {
            # A letter in another language than the client's may not be understood: then a call goes first.
            "way": LETTER if fee.letter_language == language else CALL,
            "language": language,
            "answer_by": request.on + timedelta(days=ANSWER_DAYS),
        }
        super().__init__(*args, **{"initial": initial, **kwargs})
        letter: list[tuple[object, object]] = []
        if fee.letter_language:
            said = _("By a message, in this language: %(language)s")
            letter = [(LETTER, said % {"language": language_name(fee.letter_language)})]
        _choose(self, "way", [*letter, (CALL, _("By a call in the client's language"))])
        _choose(self, "language", [("", _("Choose")), *language_choices()])


class AnswerForm(forms.Form):
    """What the client answered."""

    answer = forms.CharField(
        label=lazy("What did the client answer?"),
        help_text=lazy("Only what has to do with staying away. Do not ask for papers about health."),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class JudgeForm(forms.Form):
    """The two conditions that an official judges, with reasons."""

    acceptable_reason = forms.ChoiceField(
        label=lazy("Was there an acceptable reason?"), choices=YES_NO, widget=forms.RadioSelect
    )
    unreasonable = forms.ChoiceField(
        label=lazy("Would a fee be unreasonable?"), choices=YES_NO, widget=forms.RadioSelect
    )
    why = forms.CharField(
        label=lazy("Why do you judge so?"), max_length=2000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def judged(self) -> dict[str, Any]:
        """Return what `judge_fee` takes of it."""
        data = self.cleaned_data
        return {
            "acceptable_reason": data["acceptable_reason"] == "yes",
            "unreasonable": data["unreasonable"] == "yes",
            "why": data["why"],
        }


class DropForm(forms.Form):
    """Why no fee is charged."""

    reason = forms.CharField(label=lazy("Why is no fee charged?"), max_length=1000)


class DecideForm(forms.Form):
    """What a decision about a fee must hold (434/2003 44–47 §)."""

    number = forms.CharField(label=lazy("Number in the municipality's decision register"), max_length=200)
    amount = forms.DecimalField(
        label=lazy("Fee, euros"), min_value=0, max_digits=8, decimal_places=2, localize=True
    )
    due_on = DayField(label=lazy("Due date"), required=False)
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
        _choose(self, "language", [(code, language_name(code)) for code in LANGUAGES])

    def entry(self) -> FeeEntry:
        """Return what `decide_fee` takes."""
        return FeeEntry(**self.cleaned_data)
