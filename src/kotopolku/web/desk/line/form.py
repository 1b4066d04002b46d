"""Forms of the line: where I work, a missed call, what is done with a ticket, closed today."""

from datetime import date, datetime, time

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.audit.helsinki import HELSINKI
from kotopolku.web.desk.line import words
from kotopolku.web.desk.words import codes
from kotopolku.web.parts.choices import language_choices
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.forms import Choices, choose

ACTS = ("call", "recall", "start", "back", "no_show", "left", "quick", "priority", "move", "seen")


class StationForm(forms.Form):
    """At which office and in which room one works today."""

    office = forms.ChoiceField(label=lazy("Office"))
    room = forms.CharField(
        label=lazy("Room or desk"),
        help_text=lazy("The wall display shows it."),
        max_length=40,
        required=False,
    )

    def __init__(self, *args: object, offices: Choices, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        choose(self, "office", offices)


class GiveForm(forms.Form):
    """A number given at the desk."""

    language = forms.ChoiceField(label=lazy("Language"), required=False)
    topic = forms.ChoiceField(label=lazy("Topic"), required=False)

    def __init__(self, *args: object, topics: Choices, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        choose(self, "language", [("", lazy("not told")), *language_choices()])
        choose(self, "topic", [("", lazy("not told")), *topics])


class MissedForm(forms.Form):
    """A missed call: its number is enough."""

    phone = forms.CharField(
        label=lazy("Number that called"),
        max_length=40,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
        error_messages={"required": lazy("Write the number that called.")},
    )
    language = forms.ChoiceField(label=lazy("Language, if you know it"), required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        choose(self, "language", [("", lazy("not told")), *language_choices()])


class TicketForm(forms.Form):
    """What is done with one ticket: `act` names the button."""

    act = forms.ChoiceField(choices=[(one, one) for one in ACTS])
    reason = forms.ChoiceField(label=lazy("Goes first, because"), required=False)
    to_staff = forms.TypedChoiceField(
        label=lazy("To a colleague"), required=False, coerce=int, empty_value=None
    )
    language = forms.ChoiceField(label=lazy("In another language"), required=False)
    office = forms.ChoiceField(label=lazy("To another office"), required=False)

    def __init__(self, *args: object, staff: Choices, offices: Choices, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        none = ("", lazy("no change"))
        choose(self, "reason", [("", lazy("Nobody goes first")), *codes.choices(words.PRIORITIES)])
        choose(self, "to_staff", [("", lazy("whoever calls")), *staff])
        choose(self, "language", [none, *language_choices()])
        choose(self, "office", [none, *offices])


class ClosedForm(forms.Form):
    """Closed today: which office, from when until when, and why."""

    office = forms.ChoiceField(label=lazy("Office"), required=False)
    starts = forms.TimeField(
        label=lazy("From, at"),
        input_formats=["%H:%M", "%H.%M", "%H"],
        error_messages={"invalid": lazy("Write the time as 9.30.")},
    )
    ends = forms.TimeField(
        label=lazy("Until, at"),
        input_formats=["%H:%M", "%H.%M", "%H"],
        error_messages={"invalid": lazy("Write the time as 9.30.")},
    )
    last_day = DayField(label=lazy("Last day"), help_text=lazy("Empty means today."), required=False)
    reason = forms.ChoiceField(
        label=lazy("Reason"),
        widget=forms.RadioSelect,
        error_messages={"required": lazy("Choose why it is closed.")},
    )

    def __init__(self, *args: object, offices: Choices, on: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.on = on
        choose(self, "office", [("", lazy("Every office")), *offices])
        choose(self, "reason", codes.choices(words.REASONS))
        self.fields["starts"].error_messages["required"] = _("Write from when.")
        self.fields["ends"].error_messages["required"] = _("Write until when.")

    def starts_at(self) -> datetime:
        """Return the instant from which the office is closed."""
        return self._at(self.on, self.cleaned_data["starts"])

    def ends_at(self) -> datetime:
        """Return the instant from which it is open again."""
        return self._at(self.cleaned_data["last_day"] or self.on, self.cleaned_data["ends"])

    @staticmethod
    def _at(on: date, at: time) -> datetime:
        return datetime.combine(on, at, tzinfo=HELSINKI)
