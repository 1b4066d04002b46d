"""Day, month and holiday arithmetic, held against dateutil and the holidays package."""

from datetime import date, timedelta

import holidays
import pytest
from dateutil.relativedelta import relativedelta
from hypothesis import given
from hypothesis import strategies as st

from kotopolku.law import calendar

DAYS = st.dates(min_value=date(1930, 1, 1), max_value=date(2200, 12, 31))
MONTHS = st.integers(min_value=-600, max_value=600)


@pytest.mark.slow
@given(day=DAYS, months=MONTHS)
def test_months_agree_with_dateutil(day: date, months: int) -> None:
    assert calendar.add_months(day, months) == day + relativedelta(months=months)


@given(day=DAYS, years=st.integers(min_value=0, max_value=100))
def test_years_agree_with_dateutil(day: date, years: int) -> None:
    assert calendar.add_years(day, years) == day + relativedelta(years=years)


@pytest.mark.slow
@pytest.mark.parametrize("year", range(2024, 2036))
def test_holidays_agree_with_the_package(year: int) -> None:
    assert calendar.holidays(year) == set(holidays.country_holidays("FI", years=year))


@pytest.mark.parametrize(
    ("day", "rolled"),
    [
        (date(2026, 12, 24), date(2026, 12, 28)),  # Thursday, Christmas Eve; then a weekend
        (date(2026, 6, 19), date(2026, 6, 22)),  # Midsummer Eve
        (date(2027, 1, 1), date(2027, 1, 4)),
        (date(2026, 5, 14), date(2026, 5, 15)),  # Ascension Day
        (date(2025, 12, 31), date(2025, 12, 31)),  # New Year's Eve is a working day
        (date(2026, 11, 24), date(2026, 11, 24)),
    ],
)
def test_a_last_day_rolls_to_a_working_day(day: date, rolled: date) -> None:
    assert calendar.roll_forward(day) == rolled


@given(day=DAYS)
def test_a_rolled_day_is_the_first_working_day(day: date) -> None:
    rolled = calendar.roll_forward(day)

    assert calendar.is_working_day(rolled)
    assert not any(
        calendar.is_working_day(day + timedelta(days=number)) for number in range((rolled - day).days)
    )


def test_the_starting_day_is_not_counted() -> None:
    assert calendar.add_days(date(2025, 1, 31), 30) == date(2025, 3, 2)


def test_a_time_without_end_stops_at_the_last_day_there_is() -> None:
    assert calendar.add_years(date(9999, 1, 1), 3) == date.max
    assert calendar.add_days(date(9999, 12, 30), 7) == date.max


def test_the_birthday_is_no_longer_under() -> None:
    born = date(2008, 2, 29)

    assert calendar.under_age(born, 18, date(2026, 2, 27))
    assert not calendar.under_age(born, 18, date(2026, 2, 28))


def test_both_ends_are_counted() -> None:
    assert calendar.days_between(date(2026, 1, 1), date(2026, 1, 3)) == 3
    assert calendar.days_between(date(2026, 1, 3), date(2026, 1, 1)) == 0
