"""Forms of a fee: told, asked, answered, judged, dropped, decided."""

from datetime import timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.fees.codes import ANSWER_DAYS, CALL, LETTER
from kotopolku.fees.entries import FeeEntry
from kotopolku.fees.queries import FeeView
from kotopolku.web.desk.decision.form import WrittenForm
from kotopolku.web.parts.choices import language_choices, language_name
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.forms import choose
from kotopolku.web.parts.requests import PageRequest

YES_NO = (("yes", lazy("Yes")), ("no", lazy("No")))


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
        choose(self, "way", [*letter, (CALL, _("By a call in the client's language"))])
        choose(self, "language", [("", _("Choose")), *language_choices()])


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


class DecideForm(WrittenForm):
    """A decision about a fee."""

    amount = forms.DecimalField(
        label=lazy("Fee, euros"), min_value=0, max_digits=8, decimal_places=2, localize=True
    )
    due_on = DayField(label=lazy("Due date"), required=False)
    field_order = ("number", "amount", "due_on")

    def entry(self) -> FeeEntry:
        """Return what `decide_fee` takes."""
        return FeeEntry(**self.cleaned_data)
