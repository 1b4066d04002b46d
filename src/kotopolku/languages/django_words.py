"""What Django says itself ("This field is required.") in languages it does not speak, and their months and days.

Django knows neither Dari, Kurmanji nor Somali and only part of others, and would show its own sentences in
Finnish. They follow the chain of the language instead: Dari through Persian, then English. Month and day
names are Babel's.
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import django
from babel import Locale
from babel.messages.mofile import read_mo

from kotopolku.languages.codes import Language

# Django's own sentences that can reach a page: the core's and those of the password validators.
_CATALOGUES = ("conf/locale", "contrib/auth/locale")
_LOCALES = {"kmr": "kmr", "so": "so", "prs": "fa_AF"}
_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class Word:
    """One of Django's messages with the text to show for it: a pair of texts where it has a plural."""

    msgid: str | tuple[str, ...] | list[str]
    context: str | None
    text: str | tuple[str, ...] | list[str]

    @property
    def key(self) -> tuple[str, str]:
        return (self.msgid if isinstance(self.msgid, str) else self.msgid[0], self.context or "")


def words_django_lacks(language: Language) -> list[Word]:
    """Return the texts for Django's messages that Django itself would show in Finnish to this language's readers."""
    if "en" not in language.fallbacks:
        return []
    names = {word.key: word for word in _names(language.code)}
    spoken = _words(language.code)
    borrowed = {} if "fa" not in language.fallbacks else _words("fa")
    lacking = [
        borrowed.get(key) or Word(word.msgid, word.context, word.msgid)
        for key, word in _words("fi").items()
        if key not in spoken and key not in names
    ]
    return [*names.values(), *lacking]


@cache
def _words(code: str) -> dict[tuple[str, str], Word]:
    words: dict[tuple[str, str], Word] = {}
    for folder in _CATALOGUES:
        path = Path(django.__file__).parent / folder / code / "LC_MESSAGES" / "django.mo"
        if not path.exists():
            continue
        with path.open("rb") as file:
            for message in read_mo(file):
                if message.id and message.string:
                    # Babel leaves the context of a compiled message undecoded.
                    context: Any = message.context
                    word = Word(
                        message.id,
                        context.decode() if isinstance(context, bytes) else context,
                        message.string,
                    )
                    words.setdefault(word.key, word)
    return words


def _names(code: str) -> list[Word]:
    if code not in _LOCALES:
        return []
    locale = Locale.parse(_LOCALES[code])
    months, short_months = locale.months["format"]["wide"], locale.months["format"]["abbreviated"]
    days, short_days = locale.days["format"]["wide"], locale.days["format"]["abbreviated"]
    return [
        *(Word(name, None, months[number]) for number, name in enumerate(_MONTHS, 1)),
        *(Word(name, "alt. month", months[number]) for number, name in enumerate(_MONTHS, 1)),
        *(Word(name[:3].lower(), None, short_months[number]) for number, name in enumerate(_MONTHS, 1)),
        *(Word(name, None, days[number]) for number, name in enumerate(_DAYS)),
        *(Word(name[:3], None, short_days[number]) for number, name in enumerate(_DAYS)),
    ]
