"""The form of safe contact: a choice for each way, then hours, message, name and language."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.people.entries import SafeContactEntry
from kotopolku.people.queries import ContactRule
from kotopolku.web.desk.facts.form import Sourced
from kotopolku.web.desk.words import codes, safety
from kotopolku.web.parts.choices import language_choices
from kotopolku.web.parts.day_field import DayField

NEVER = "never"
TIMES = ["%H.%M", "%H:%M", "%H"]


class HourField(forms.TimeField):
    """A time of day as people write it: 9, 9.30 or 9:30."""

    def __init__(self, **kwargs: Any) -> None:
        message = lazy("Write the time as hours and minutes, for example 9.30.")
        super().__init__(input_formats=TIMES, error_messages={"invalid": message}, **kwargs)
        self.widget = forms.TimeInput(format="%H.%M", attrs={"autocomplete": "off"})


class SafeContactForm(Sourced):
    """How the client may be reached."""

    not_through = forms.MultipleChoiceField(
        label=lazy("Nobody of these may carry a message"),
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    from_time = HourField(label=lazy("From"), required=False)
    until_time = HourField(label=lazy("Until"), required=False)
    weekdays_only = forms.BooleanField(label=lazy("On weekdays only"), required=False)
    message_allowed = forms.NullBooleanField(
        label=lazy("May a message be left?"),
        widget=forms.Select(
            choices=[("", lazy("not asked yet")), ("true", lazy("yes")), ("false", lazy("no"))]
        ),
    )
    sender_name = forms.CharField(
        label=lazy("Who do you say is calling?"),
        help_text=lazy("A name that does not tell what the matter is, if the client asked for one."),
        max_length=100,
        required=False,
    )
    language = forms.ChoiceField(label=lazy("Language"), required=False)
    note = forms.CharField(
        label=lazy("What else must be known"),
        max_length=500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    since = DayField(label=lazy("Since"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        orders = [(str(number), _("allowed, number %(n)s") % {"n": number}) for number in range(1, 7)]
        choices = [("", lazy("not said")), (NEVER, lazy("never")), *orders]
        for way, label in safety.WAYS.items():
            self.fields[way] = forms.ChoiceField(label=str(label), choices=choices, required=False)
        self.fields["not_through"].choices = codes.choices(safety.GO_BETWEENS)  # type: ignore[attr-defined]
        self.fields["language"].choices = [("", lazy("not said")), *language_choices()]  # type: ignore[attr-defined]

    @property
    def ways(self) -> list[forms.BoundField]:
        """Return the fields of the ways."""
        return [self[way] for way in safety.WAYS]

    def entry(self) -> SafeContactEntry:
        """Return what `set_safe_contact` takes."""
        data = self.cleaned_data
        numbered = sorted(
            (int(data[way]), at, way) for at, way in enumerate(safety.WAYS) if data[way].isdecimal()
        )
        return SafeContactEntry(
            ways=tuple(way for _number, _at, way in numbered),
            never=tuple(way for way in safety.WAYS if data[way] == NEVER),
            not_through=tuple(data["not_through"]),
            from_time=data["from_time"],
            until_time=data["until_time"],
            weekdays_only=data["weekdays_only"],
            message_allowed=data["message_allowed"],
            sender_name=data["sender_name"],
            language=data["language"],
            note=data["note"],
            since=data["since"],
        )


def initial(rule: ContactRule) -> dict[str, object]:
    """Return the present rule as the form shows it."""
    ways = {way: str(number) for number, way in enumerate(rule.ways, start=1)}
    return {
        **ways,
        **dict.fromkeys(rule.never, NEVER),
        "not_through": list(rule.not_through),
        "from_time": rule.from_time,
        "until_time": rule.until_time,
        "weekdays_only": rule.weekdays_only,
        "message_allowed": {None: "", True: "true", False: "false"}[rule.message_allowed],
        "sender_name": rule.sender_name,
        "language": rule.language,
        "note": rule.note,
        "since": rule.since,
    }
