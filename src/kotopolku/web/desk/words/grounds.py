"""The law's grounds as sentences in the reader's language: a message and what fills it, put together here."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from kotopolku.cases.interview_topics import TOPICS
from kotopolku.languages.names import is_language
from kotopolku.law.facts.names import FACT_NAMES
from kotopolku.law.finding import Param
from kotopolku.web.desk.words import codes
from kotopolku.web.desk.words.facts import fact_name
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day, number

#: Lists in which a code met in a ground is looked for, the likeliest first.
LISTS = (
    codes.TOLD,
    codes.GOALS,
    codes.SERVICES,
    codes.STATUS_KINDS,
    codes.LEGAL_BASES,
    codes.CHANNELS,
    codes.SOCIAL_ASSISTANCE,
    codes.PLAN_CONTENT,
    codes.AUTHORITIES,
)


def sentence(message: str, params: Mapping[str, Param]) -> str:
    """Return the translated message with days, numbers and codes written as people write them."""
    return _(message).format(**{name: _written(value, name=name) for name, value in params.items()})


def _written(value: Param | None, *, name: str) -> str:
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return str(day(value))
    if isinstance(value, Decimal | int):
        return str(number(value))
    if isinstance(value, tuple):
        return ", ".join(_written(item, name=name) for item in value)
    return code_word(str(value)) if value is not None else ""


def code_word(code: str) -> str:
    """Return the word for a code of any list of the law, a fact's name or a language; else the code itself."""
    if code in TOPICS:
        return _(TOPICS[code].label)
    for words in LISTS:
        if code in words:
            return str(words[code])
    if code in FACT_NAMES or "." in code:
        return fact_name(code)
    if 2 <= len(code) <= 3 and is_language(code):
        return language_name(code)
    return code
