"""Long lists that many forms offer: languages and countries, named in the page's language."""

from functools import cache

from babel import Locale
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from kotopolku.languages import names
from kotopolku.languages.sorting import finnish_key

NOT_COUNTRIES = frozenset({"ZZ", "EU", "UN", "EZ", "QO", "XA", "XB"})


def language_choices() -> list[tuple[str, str]]:
    """Return languages as (code, name), the area's common ones first."""
    return names.choices(get_language() or "fi")


def language_name(code: str) -> str:
    """Return a language's name in the page's language; "" for none, and a word for "does not read or write"."""
    if code == "none":
        return _("does not read or write")
    return names.language_name(code, get_language() or "fi") if code else ""


@cache
def _countries(language: str) -> tuple[tuple[str, str], ...]:
    territories = Locale.parse(language).territories
    found = [
        (code, name)
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in NOT_COUNTRIES
    ]
    return tuple(sorted(found, key=lambda item: finnish_key(item[1])))


def country_choices() -> list[tuple[str, str]]:
    """Return countries as (ISO 3166-1 alpha-2, name), with stateless and not known last."""
    language = (get_language() or "fi")[:2]
    return [
        *_countries(language if language in {"fi", "sv", "en"} else "en"),
        ("stateless", _("stateless")),
        ("unknown", _("not known")),
    ]
