"""A text said in a language that need not be the page's: with the language and direction it is really in."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from kotopolku.languages.catalogues import shown_language
from kotopolku.languages.codes import Language, by_code


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A text with the language it is in; `of` is the language it was meant for, by its own name."""

    text: str
    lang: str
    dir: str
    of: str


def said(msgid: str, language: Language, **values: object) -> Said:
    """Say a message in a language, or in the language it borrows from."""
    with translation.override(language.code):
        text = _(msgid)
        shown = by_code(shown_language(msgid, language.code))
    return Said(
        text=text % values if values else text, lang=shown.code, dir=shown.direction, of=language.own_name
    )


def in_each(msgid: str, languages: Iterable[Language], **values: object) -> list[Said]:
    """Say a message in each language once; what two languages would say alike is said once."""
    found: dict[tuple[str, str], Said] = {}
    for one in languages:
        text = said(msgid, one, **values)
        found.setdefault((text.text, text.lang), text)
    return list(found.values())
