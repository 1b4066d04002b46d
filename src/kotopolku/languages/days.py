"""A day in figures, as officials write it: 24.11.2026. For words that are kept as they were written."""

from datetime import date


def plain_day(day: date) -> str:
    """Return day, month and year with dots, without leading zeros."""
    return f"{day.day}.{day.month}.{day.year}"
