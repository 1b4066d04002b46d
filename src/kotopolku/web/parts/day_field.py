"""A day as people write it in Finland, `14.2.1994`, with errors that say which part is wrong and how to mend it."""

import re
from calendar import monthrange
from collections.abc import Mapping
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kotopolku.languages.days import plain_day

_WRITTEN = re.compile(r"\s*(\d{1,2})\s*[.\-/]\s*(\d{1,2})\s*[.\-/]\s*(\d{4})\s*")
_ISO = re.compile(r"\s*(\d{4})-(\d{2})-(\d{2})\s*")


def parse_day(text: str) -> date:
    """Return the day; raises ValueError with a sentence in the reader's language."""
    iso = _ISO.fullmatch(text)
    written = _WRITTEN.fullmatch(text)
    if iso:
        year, month, number = (int(part) for part in iso.groups())
    elif written:
        number, month, year = (int(part) for part in written.groups())
    else:
        raise ValueError(
            _("“%(text)s” is not a date. Write day, month and year, for example 14.2.1994.") % {"text": text}
        )
    if not 1 <= month <= 12:
        raise ValueError(
            _("Month %(month)s does not exist. Write the day first, for example 14.2.1994.")
            % {"month": month}
        )
    if not 1880 <= year <= 2150:
        raise ValueError(
            _("Year %(year)s cannot be right. Write all four digits of the year.") % {"year": year}
        )
    last = monthrange(year, month)[1]
    if not 1 <= number <= last:
        raise ValueError(
            _("There is no day %(day)s in that month: it has %(last)s days.") % {"day": number, "last": last}
        )
    return date(year, month, number)


def write_day(value: date) -> str:
    """Return the form in which a day is typed: 14.2.1994."""
    return plain_day(value)


class DayInput(forms.TextInput):
    """A short text field: native date pickers show the browser's language, not the page's."""

    def __init__(self, attrs: Mapping[str, Any] | None = None) -> None:
        super().__init__(attrs={"autocomplete": "off", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        """Return a date as it is typed; text as it was typed."""
        return write_day(value) if isinstance(value, date) else super().format_value(value)


class DayField(forms.Field):
    """A day. `latest` and `earliest` (included) are set by the form, since only it knows the day of the request."""

    widget = DayInput

    def __init__(self, *, latest: date | None = None, earliest: date | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.latest, self.earliest = latest, earliest

    def to_python(self, value: Any) -> date | None:
        """Return the day or None; raises ValidationError with the sentence of `parse_day`."""
        if value in self.empty_values:
            return None
        if isinstance(value, date):
            return value
        try:
            return parse_day(str(value)[:100])
        except ValueError as fault:
            raise ValidationError(str(fault)) from fault

    def validate(self, value: Any) -> None:
        """Check the limits."""
        super().validate(value)
        if value is not None and self.latest is not None and value > self.latest:
            raise ValidationError(
                _("The day may not be later than %(day)s.") % {"day": write_day(self.latest)}
            )
        if value is not None and self.earliest is not None and value < self.earliest:
            raise ValidationError(
                _("The day may not be earlier than %(day)s.") % {"day": write_day(self.earliest)}
            )
