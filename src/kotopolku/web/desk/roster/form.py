"""Forms of the roster: a shift, and a day of outreach."""

from collections.abc import Iterable
from datetime import time

from babel.dates import get_day_names
from django import forms
from django.utils.translation import gettext_lazy as lazy

from kotopolku.accounts.queries import AreaView
from kotopolku.roster.codes import LONGEST
from kotopolku.roster.entries import DayEntry
from kotopolku.web.parts.choices import language_choices
from kotopolku.web.parts.dates import babel_locale, language
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.forms import Choices, choose


def time_field(label: object, missing: object) -> forms.TimeField:
    """Return a field for a clock time as it is written here: 9, 9.30 or 9:30."""
    return forms.TimeField(
        label=label,  # type: ignore[arg-type]
        input_formats=["%H:%M", "%H.%M", "%H"],
        error_messages={"required": missing, "invalid": lazy("Write the time as 9.30.")},  # type: ignore[dict-item]
    )


class ShiftForm(forms.Form):
    """A worker at a place: every week on a day of the week, or once."""

    staff = forms.TypedChoiceField(label=lazy("Who"), coerce=int)
    place = forms.ChoiceField(label=lazy("Place"))
    weekday = forms.TypedChoiceField(
        label=lazy("Every week on"), coerce=int, required=False, empty_value=None
    )
    day = DayField(label=lazy("Or once on"), required=False)
    opens = time_field(lazy("From, at"), lazy("Write from when."))
    closes = time_field(lazy("Until, at"), lazy("Write until when."))

    def __init__(self, *args: object, people: Choices, places: Choices, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        names = get_day_names("wide", "stand-alone", locale=babel_locale(language()))
        choose(self, "staff", people)
        choose(self, "place", places)
        choose(self, "weekday", [("", "–"), *((number, names[number]) for number in range(7))])


class DayForm(forms.Form):
    """A day of outreach; for a request it begins with what was asked. `act` names the button."""

    act = forms.ChoiceField(choices=[(one, one) for one in ("announce", "accept", "decline")])
    municipality = forms.TypedChoiceField(label=lazy("Municipality"), coerce=int, required=False)
    where = forms.CharField(
        label=lazy("Where people find you"),
        help_text=lazy("The public page shows it. For example: library, Kirkkokatu 2."),
        max_length=LONGEST["where"],
        required=False,
    )
    day = DayField(label=lazy("Day"), required=False)
    opens = time_field(lazy("From, at"), lazy("Write from when."))
    closes = time_field(lazy("Until, at"), lazy("Write until when."))
    languages = forms.MultipleChoiceField(label=lazy("Languages spoken there"), required=False)
    answer = forms.CharField(
        label=lazy("What do you want to tell the sender?"),
        help_text=lazy("It is sent by e-mail. Write nothing about any client."),
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=LONGEST["answer"],
        required=False,
    )

    def __init__(self, *args: object, area: AreaView, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        towns: Iterable[tuple[object, object]] = (
            (one.id, one.names.pick(language()).text) for one in area.municipalities
        )
        choose(self, "municipality", list(towns))
        choose(self, "languages", language_choices())
        if self.data.get("act") == "decline":
            self.fields["opens"].required = self.fields["closes"].required = False

    def clean(self) -> dict[str, object]:
        """A day that is announced has a place and a day; a "no" needs neither."""
        data = super().clean() or self.cleaned_data
        if data.get("act") != "decline":
            if not data.get("where") and "where" not in self.errors:
                self.add_error("where", lazy("Write where people find you."))
            if data.get("day") is None and "day" not in self.errors:
                self.add_error("day", lazy("Write the day."))
            if not data.get("municipality") and "municipality" not in self.errors:
                self.add_error("municipality", lazy("Choose the municipality."))
        return data

    def entry(self) -> DayEntry:
        """Return the day as its public notice tells it."""
        data = self.cleaned_data
        return DayEntry(
            municipality_id=data["municipality"],
            where=data["where"],
            day=data["day"],
            opens=data["opens"],
            closes=data["closes"],
            languages=tuple(data["languages"]),
        )


BEGINS, ENDS = time(9), time(15)
