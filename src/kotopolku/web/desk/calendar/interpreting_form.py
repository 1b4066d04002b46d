"""Forms of the interpreter desk, and its codes as words."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.appointments.entries import InterpreterEntry
from kotopolku.appointments.interpreter_queries import InterpreterView
from kotopolku.web.desk.calendar import words
from kotopolku.web.parts.choices import language_choices
from kotopolku.web.parts.forms import choose

GENDERS: Mapping[str, Promise] = {"woman": lazy("woman"), "man": lazy("man")}
ORDER_STATES: Mapping[str, Promise] = {
    "ordered": lazy("asked, not answered yet"),
    "confirmed": lazy("comes"),
    "declined": lazy("cannot come"),
    "cancelled": lazy("cancelled"),
    "late": lazy("came late"),
    "no_show": lazy("did not come"),
    "done": lazy("interpreted as agreed"),
}
ENDS = ("done", "late", "no_show")
FUNDINGS: Mapping[str, Promise] = {
    "compensated": lazy("the State compensates (61 §)"),
    "own": lazy("the municipality"),
    "employment": lazy("the employment authority"),
    "county": lazy("the wellbeing services county"),
}
QUALITIES: Mapping[str, Promise] = {"good": lazy("good"), "poor": lazy("there were problems")}


class InterpreterForm(forms.Form):
    """An interpreter or an agency, as agreed with them."""

    name = forms.CharField(label=lazy("Name"), max_length=120)
    is_agency = forms.BooleanField(label=lazy("An agency with many interpreters"), required=False)
    email = forms.EmailField(label=lazy("E-mail for orders"), max_length=200)
    phone = forms.CharField(label=lazy("Telephone"), max_length=40, required=False)
    languages = forms.MultipleChoiceField(
        label=lazy("Languages"), widget=forms.SelectMultiple(attrs={"size": 8})
    )
    dialects = forms.CharField(label=lazy("Dialects"), max_length=200, required=False)
    modes = forms.MultipleChoiceField(
        label=lazy("Ways of interpreting"), widget=forms.CheckboxSelectMultiple, required=False
    )
    gender = forms.ChoiceField(label=lazy("Gender"), required=False)
    hour_price = forms.DecimalField(
        label=lazy("Price an hour, euros"),
        max_digits=8,
        decimal_places=2,
        min_value=0,
        required=False,
        localize=True,
    )
    lead_days = forms.IntegerField(
        label=lazy("Wants to know, days before"), min_value=0, max_value=120, initial=14
    )
    late_hours = forms.IntegerField(
        label=lazy("Charges a cancelling later than, hours before"), min_value=0, max_value=720, initial=24
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "languages", list(language_choices()))
        choose(self, "modes", list(words.MODES.items()))
        choose(self, "gender", [("", _("not told")), *GENDERS.items()])

    def entry(self) -> InterpreterEntry:
        """Return what `add_interpreter` takes."""
        data = self.cleaned_data
        return InterpreterEntry(
            **{**data, "languages": tuple(data["languages"]), "modes": tuple(data["modes"])}
        )


class OrderForm(forms.Form):
    """Whom to ask, and what they should know."""

    interpreter = forms.TypedChoiceField(
        label=lazy("Whom do you ask?"), coerce=int, error_messages={"required": lazy("Choose whom to ask.")}
    )
    dialect = forms.CharField(label=lazy("Dialect"), max_length=80, required=False)
    gender = forms.ChoiceField(label=lazy("The client wishes for"), required=False)
    contact = forms.CharField(label=lazy("Who answers questions? Name and telephone"), max_length=200)

    def __init__(self, *args: Any, found: tuple[InterpreterView, ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        again = _("wished for again")
        names = [(one.id, f"{one.name} ({again})" if one.wish == "same" else one.name) for one in found]
        choose(self, "interpreter", [("", _("Choose")), *names])
        choose(self, "gender", [("", _("no wish")), *GENDERS.items()])


class CloseForm(forms.Form):
    """How the interpreting went, and what it cost."""

    how = forms.ChoiceField(label=lazy("How did it go?"))
    minutes = forms.IntegerField(
        label=lazy("Minutes interpreted"), min_value=0, max_value=1440, required=False
    )
    cost = forms.DecimalField(
        label=lazy("Cost, euros"), min_value=0, max_digits=10, decimal_places=2, required=False, localize=True
    )

    funding = forms.ChoiceField(label=lazy("Who pays?"), required=False)
    quality = forms.ChoiceField(label=lazy("How good was it?"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "how", [(one, ORDER_STATES[one]) for one in ENDS])
        choose(self, "funding", [("", _("not known yet")), *FUNDINGS.items()])
        choose(self, "quality", [("", _("not said")), *QUALITIES.items()])


class ColleagueForm(forms.Form):
    """Which colleague interprets a time."""

    colleague = forms.TypedChoiceField(
        label=lazy("Which colleague?"),
        coerce=int,
        error_messages={"required": lazy("Choose the colleague.")},
    )

    def __init__(self, *args: Any, found: tuple[tuple[int, str], ...], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "colleague", [("", _("Choose")), *found])


class LeaveForm(forms.Form):
    """Who may interpret other officials' assessments and plans."""

    staff = forms.TypedChoiceField(
        label=lazy("Who may interpret?"),
        coerce=int,
        error_messages={"required": lazy("Choose who may interpret.")},
    )

    def __init__(self, *args: Any, workers: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choose(self, "staff", [("", _("Choose")), *workers])
