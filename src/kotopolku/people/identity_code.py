"""Henkilötunnus: is it one, and if not, which part is wrong (domain: DDMMYY, century sign, number, check character).

All eleven characters are the code: since 2023 two people may differ by the century sign alone. The code is compared
exactly and never rebuilt from a birth date.
"""

from datetime import date

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

CENTURIES = {
    "+": 1800,
    **dict.fromkeys("-YXWVU", 1900),
    **dict.fromkeys("ABCDEF", 2000),
}
CHECK_CHARACTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY"
LENGTH = 11
SMALLEST_NUMBER = 2


class NotIdentityCode(ValueError):
    """The text is no identity code; `message` says which part is wrong and how to mend it."""

    def __init__(self, message: "str | Promise") -> None:
        super().__init__("not an identity code")
        self.message = message


def read(text: str) -> str:
    """Return the code in its one written form (capitals, no spaces around). Raises NotIdentityCode."""
    code = text.strip().upper().replace("–", "-").replace("−", "-")
    if len(code) != LENGTH:
        raise NotIdentityCode(
            format_lazy(
                _("A personal identity code has 11 characters, this one has {count}. Example: {example}."),
                count=len(code),
                example="010190-901R",
            )
        )
    _day_part(code)
    _number_part(code)
    if code[10] != check_character(code[:6], code[7:10]):
        raise NotIdentityCode(
            _(
                "The last character of the code does not fit the others. Check each character for a typing error."
            )
        )
    return code


def birth_date(code: str) -> date:
    """Return the date of birth that a valid code carries."""
    return date(CENTURIES[code[6]] + int(code[4:6]), int(code[2:4]), int(code[:2]))


def check_character(day_part: str, number: str) -> str:
    """Return the check character of six digits of the day and three of the individual number."""
    return CHECK_CHARACTERS[int(day_part + number) % len(CHECK_CHARACTERS)]


def _day_part(code: str) -> None:
    if not (code[:6].isascii() and code[:6].isdigit()):
        raise NotIdentityCode(
            format_lazy(
                _("The code must begin with six figures, day, month and year. Now it begins with {part}."),
                part=code[:6],
            )
        )
    if code[6] not in CENTURIES:
        raise NotIdentityCode(
            format_lazy(
                _("The seventh character {sign} is no century sign. It is one of {signs}."),
                sign=code[6],
                signs=" ".join(CENTURIES),
            )
        )
    try:
        birth_date(code)
    except ValueError:
        raise NotIdentityCode(
            format_lazy(
                _(
                    "There is no day {day}.{month}.{year}. The code begins with the day and the month of birth."
                ),
                day=code[:2],
                month=code[2:4],
                year=CENTURIES[code[6]] + int(code[4:6]),
            )
        ) from None


def _number_part(code: str) -> None:
    number = code[7:10]
    if not (number.isascii() and number.isdigit()) or int(number) < SMALLEST_NUMBER:
        raise NotIdentityCode(
            format_lazy(
                _("Characters 8–10 must be a number from 002 to 999. Now they are {part}."), part=number
            )
        )
