"""Määräaikojen laskeminen: days, months and holidays as act 150/1930 counts them.

Every end day is counted in one step from the day that starts the time. Counting month by month
would drift: 31 August, 28 February, 28 August.
"""

from calendar import monthrange
from datetime import MAXYEAR, date, timedelta
from functools import lru_cache

_DAY = timedelta(days=1)
_SATURDAY = 5


def add_days(day: date, days: int) -> date:
    """The day `days` days after `day`; `day` itself is not counted (150/1930 2 §)."""
    if days > (date.max - day).days:
        return date.max
    return day + timedelta(days=days)


def add_months(day: date, months: int) -> date:
    """The day with the same number `months` months later, or the last day of that month (150/1930 3 §)."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    if year > MAXYEAR:
        return date.max
    number = day.day
    if number > 28:
        number = min(number, monthrange(year, month + 1)[1])
    return date(year, month + 1, number)


def add_years(day: date, years: int) -> date:
    """The day with the same number `years` years later; 29 February becomes the 28th (150/1930 3 §)."""
    return add_months(day, 12 * years)


def under_age(birth_date: date, years: int, on: date) -> bool:
    """Whether the person is under `years` on `on`: the birthday itself is no longer under."""
    return on < add_years(birth_date, years)


def easter_sunday(year: int) -> date:
    """Easter Sunday of the Gregorian calendar."""
    golden = year % 19
    century, of_century = divmod(year, 100)
    leap, rest = divmod(century, 4)
    shift = (century - (century + 8) // 25 + 1) // 3
    moon = (19 * golden + century - leap - shift + 15) % 30
    quarter, left = divmod(of_century, 4)
    weekday = (32 + 2 * rest + 2 * quarter - moon - left) % 7
    late = (golden + 11 * moon + 22 * weekday) // 451
    month, day = divmod(moon + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1)


@lru_cache(maxsize=256)
def holidays(year: int) -> frozenset[date]:
    """Pyhäpäivät: church holidays, Independence Day, May Day, Christmas Eve and Midsummer Eve of `year`."""
    easter = easter_sunday(year)
    midsummer_eve = _weekday_from(date(year, 6, 19), weekday=4)
    return frozenset(
        {
            date(year, 1, 1),
            date(year, 1, 6),
            easter - 2 * _DAY,
            easter,
            easter + _DAY,
            date(year, 5, 1),
            easter + 39 * _DAY,
            easter + 49 * _DAY,
            midsummer_eve,
            midsummer_eve + _DAY,
            _weekday_from(date(year, 10, 31), weekday=_SATURDAY),
            date(year, 12, 6),
            date(year, 12, 24),
            date(year, 12, 25),
            date(year, 12, 26),
        }
    )


def is_holiday(day: date) -> bool:
    """Whether `day` is a holiday on which an act before an authority may wait (150/1930 5 §)."""
    return day in holidays(day.year)


def is_working_day(day: date) -> bool:
    """Whether `day` is neither a Saturday, a Sunday nor a holiday."""
    return day.weekday() < _SATURDAY and not is_holiday(day)


def roll_forward(day: date) -> date:
    """`day`, or the first working day after it (150/1930 5 §). Only for acts before an authority."""
    while not is_working_day(day):
        day += _DAY
    return day


def days_between(first: date, last: date) -> int:
    """Calendar days from `first` to `last`, both counted; 0 if `last` comes first."""
    return max(0, (last - first).days + 1)


def _weekday_from(day: date, *, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)
