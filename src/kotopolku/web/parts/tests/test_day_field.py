"""What a person types as a day, and what the field answers."""

from datetime import date

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from kotopolku.web.parts.day_field import parse_day, write_day


@given(st.dates(min_value=date(1880, 1, 1), max_value=date(2150, 12, 31)))
def test_a_day_written_as_people_write_it_is_read_back(day):
    assert parse_day(write_day(day)) == day
    assert parse_day(day.isoformat()) == day


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ("2.14.1994", "Month 14 does not exist"),
        ("31.4.2026", "no day 31"),
        ("29.2.2026", "no day 29"),
        ("1.1.94", "is not a date"),
        ("tomorrow", "is not a date"),
        ("1.1.0094", "Year 94"),
    ],
)
def test_a_day_that_cannot_be_is_refused_with_the_part_that_is_wrong(typed, sentence):
    with translation.override("en"), pytest.raises(ValueError, match=sentence):
        parse_day(typed)
