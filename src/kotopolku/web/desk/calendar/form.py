"""Forms of the calendar: book, move, give, cancel, a room."""

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from kotopolku.appointments.codes import (
    LEAST_IN_GROUP,
    LEAST_MINUTES,
    MOST_IN_GROUP,
    MOST_MINUTES,
    MOST_TIMES,
)
from kotopolku.appointments.entries import BookingEntry
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.web.desk.calendar import words
from kotopolku.web.parts.choices import language_choices
from kotopolku.web.parts.day_field import DayField
from kotopolku.web.parts.forms import Choices, choose


class ClockField(forms.TimeField):
    """A time of day as it is written here: 10.30, 10:30 or 10."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            input_formats=["%H.%M", "%H:%M", "%H"],
            error_messages={
                "invalid": lazy("Write the time like this: 10.30."),
                "required": lazy("Write the time like this: 10.30."),
            },
            widget=forms.TimeInput(format="%H.%M", attrs={"autocomplete": "off", "inputmode": "decimal"}),
            **kwargs,
        )


class MinutesField(forms.IntegerField):
    """How long, in minutes; empty: as long as usual."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            min_value=LEAST_MINUTES,
            max_value=MOST_MINUTES,
            required=False,
            error_messages={
                "min_value": lazy("Give the length in minutes, from 5 to 480."),
                "max_value": lazy("Give the length in minutes, from 5 to 480."),
                "invalid": lazy("Give the length in minutes, from 5 to 480."),
            },
            widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
            **kwargs,
        )


class WhenForm(forms.Form):
    """A day and a time of day."""

    day = DayField(label=lazy("Day"))
    clock = ClockField(label=lazy("At"))
    minutes = MinutesField(label=lazy("Minutes"))
    outside = forms.BooleanField(
        label=lazy("We have agreed on a time outside the opening hours"), required=False
    )

    def starts_at(self) -> datetime:
        """Return the instant, in Helsinki time."""
        return datetime.combine(self.cleaned_data["day"], self.cleaned_data["clock"], tzinfo=HELSINKI)


class BookForm(WhenForm):
    """A time for a client."""

    kind = forms.ChoiceField(label=lazy("What for?"), widget=forms.RadioSelect)
    mode = forms.ChoiceField(label=lazy("How do you meet?"), initial="place", widget=forms.RadioSelect)
    workers = forms.TypedChoiceField(label=lazy("Who meets the client?"), coerce=int)
    second = forms.TypedChoiceField(
        label=lazy("Another worker"), coerce=int, empty_value=None, required=False
    )
    place = forms.ChoiceField(label=lazy("Place"), required=False)
    room = forms.TypedChoiceField(label=lazy("Room"), coerce=int, empty_value=None, required=False)
    link = forms.URLField(
        label=lazy("Address of the video meeting"), required=False, max_length=500, assume_scheme="https"
    )
    language = forms.ChoiceField(label=lazy("Language"), required=False)
    interpreted = forms.BooleanField(
        label=lazy("With an interpreter"),
        help_text=lazy("The usual length is then doubled."),
        required=False,
    )
    times = forms.IntegerField(
        label=lazy("Every week, how many times"),
        required=False,
        min_value=1,
        max_value=MOST_TIMES,
        error_messages={
            name: lazy("Give how many times, from 1 to 20.") for name in ("invalid", "min_value", "max_value")
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    leave_out = forms.BooleanField(label=lazy("Leave out the weeks that do not fit"), required=False)
    field_order: tuple[str, ...] = (
        "kind",
        "mode",
        "day",
        "clock",
        "minutes",
        "outside",
        "workers",
        "second",
        "place",
        "room",
    )

    def __init__(
        self, *args: object, workers: Choices, places: Choices, rooms: Choices, **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        choose(self, "kind", list(words.KINDS.items()))
        choose(self, "mode", list(words.MODES.items()))
        choose(self, "workers", workers)
        choose(self, "second", [("", _("nobody")), *workers])
        choose(self, "place", [("", _("Choose")), *places])
        choose(self, "room", [("", _("no room")), *rooms])
        choose(self, "language", [("", _("not told")), *language_choices()])

    def entry(self, **whose: object) -> BookingEntry:
        """Return what `book` takes; `whose` is the case, or the name and municipality of a light booking."""
        data = self.cleaned_data
        staff = (data["workers"], *((data["second"],) if data["second"] else ()))
        return BookingEntry(
            starts_at=self.starts_at(),
            workers=tuple(dict.fromkeys(staff)),
            room_id=data["room"],
            **{name: data[name] for name in ("kind", "mode", "place", "link", "language", "interpreted")},
            minutes=data["minutes"],
            outside=data["outside"],
            **whose,  # type: ignore[arg-type]
        )


class LightForm(BookForm):
    """A time for somebody who is in no register: a name is enough."""

    name = forms.CharField(label=lazy("What is the person called?"), max_length=100)
    phone = forms.CharField(
        label=lazy("Telephone"),
        max_length=40,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "tel", "autocomplete": "off"}),
    )
    municipality = forms.TypedChoiceField(label=lazy("Municipality"), coerce=int)
    capacity = forms.IntegerField(
        label=lazy("A group: how many fit"),
        help_text=lazy("Clients join it from their own page. Leave it empty for one person."),
        required=False,
        min_value=LEAST_IN_GROUP,
        max_value=MOST_IN_GROUP,
        error_messages={
            name: lazy("Give how many fit in the group, from 2 to 60.")
            for name in ("invalid", "min_value", "max_value")
        },
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    field_order = ("name", "phone", "municipality", "capacity", *BookForm.field_order)

    def __init__(self, *args: object, municipalities: Choices, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        choose(self, "municipality", municipalities)


class JoinForm(forms.Form):
    """A button alone: a client joins a group."""


class GiveForm(forms.Form):
    """To which colleague a time is given."""

    to_staff = forms.TypedChoiceField(label=lazy("To whom?"), coerce=int)

    def __init__(self, *args: object, workers: Choices, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        choose(self, "to_staff", [("", _("Choose")), *workers])


class RoomForm(forms.Form):
    """A room that can be booked."""

    place = forms.ChoiceField(label=lazy("Place"))
    name = forms.CharField(label=lazy("Name of the room"), max_length=60)
    directions = forms.CharField(
        label=lazy("How to find it"),
        help_text=lazy("Entrance, stair and floor: an interpreter is told it."),
        max_length=200,
        required=False,
    )

    def __init__(self, *args: object, places: Choices, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        choose(self, "place", [("", _("Choose")), *places])
