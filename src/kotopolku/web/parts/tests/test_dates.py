"""Days and times are written by each language's own habit, with Western digits."""

from datetime import date, time
from decimal import Decimal

import pytest
from django.utils import translation

from kotopolku.languages.codes import UI_LANGUAGES
from kotopolku.web.parts import dates

ON = date(2026, 11, 24)
N = "\u00a0"


@pytest.mark.parametrize(
    ("lang", "written"),
    [
        ("fi", "24.11.2026"),
        ("fi-x-selko", "24.11.2026"),
        ("sv", "24.11.2026"),
        ("en", f"24{N}Nov{N}2026"),
        ("uk", "24.11.2026"),
        ("ar", "24.11.2026"),
        ("fa", "24.11.2026"),
    ],
)
def test_a_day_in_full(lang, written):
    assert dates.day(ON, lang) == written


def test_ukrainian_keeps_its_zeros():
    assert dates.day(date(2026, 12, 2), "uk") == "02.12.2026"


@pytest.mark.parametrize("language", UI_LANGUAGES, ids=lambda one: one.code)
def test_no_language_breaks_and_all_digits_are_western(language):
    words = [
        dates.day(ON, language.code),
        dates.day_long(ON, language.code),
        dates.weekday_day(ON, ON, language.code),
        dates.clock_time(time(13, 5), language.code),
        dates.number(1842, language.code),
    ]
    for word in words:
        assert word
        assert all(c.isascii() for c in word if c.isdigit())


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (date(2026, 11, 25), f"ke{N}25.11."),
        (date(2026, 12, 8), f"ti{N}8.12."),
        (date(2026, 12, 9), "9.12."),
        (date(2027, 1, 1), "1.1.2027"),
    ],
    ids=["tomorrow", "two weeks", "beyond two weeks", "next year"],
)
def test_the_weekday_is_said_when_it_is_near(value, written):
    assert dates.weekday_day(value, ON, "fi") == written


def test_a_heading_says_the_day_in_words():
    assert dates.day_long(ON, "fi") == "Tiistai 24. marraskuuta"
    assert dates.day_long(ON, "sv") == "Tisdag 24 november"
    assert dates.day_long(ON, "en") == "Tuesday 24 November"


def test_times_and_spans():
    assert dates.clock_time(time(10, 42), "fi") == f"klo{N}10.42"
    assert dates.clock_time(time(10, 42), "uk") == "10:42"
    assert dates.time_range(time(9), time(12), "fi") == "9–12"
    assert dates.time_range(time(12), time(15, 30), "fi") == "12–15.30"
    assert dates.time_range(time(9), time(12), "uk") == "09:00–12:00"
    assert dates.day_range(date(2026, 11, 25), date(2027, 11, 24), "fi") == "25.11.2026–24.11.2027"


def test_numbers_keep_together():
    assert dates.number(1842, "fi") == f"1{N}842"
    assert dates.number(Decimal("2.4"), "fi") == "2,4"
    assert dates.euros(Decimal("56.7"), "fi") == f"56,70{N}€"


def test_an_unknown_day_is_not_written():
    assert dates.day(None) == "" == dates.day_short(None) == dates.weekday_day(None, ON)


def test_a_length_of_time_is_short():
    with translation.override("en"):
        assert dates.duration(78) == f"1{N}h 18{N}min"
        assert dates.duration(120) == f"2{N}h"
        assert dates.duration(15) == f"15{N}min"
