"""A day of birth as people know it: the whole day, or only the year."""

import re
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from kotopolku.web.parts.day_field import DayField

_YEAR = re.compile(r"\s*(\d{4})\s*")
_EARLIEST = 1900


class BirthField(DayField):
    """A day of birth, or only the year: the cleaned value is (day or None, year or None)."""

    def clean(self, value: Any) -> tuple[date | None, int | None]:
        """Return the day and the year of birth; both None for an empty optional field."""
        year_alone = _YEAR.fullmatch(str(value or "")[:100])
        if year_alone is None:
            day: date | None = super().clean(value)
            return day, day.year if day else None
        year = int(year_alone[1])
        if year < _EARLIEST or (self.latest is not None and year > self.latest.year):
            raise ValidationError(_("Check the year of birth."))
        return None, year
