"""The law's sentences on a public page: in the page's language where they exist in it, otherwise marked."""

from collections.abc import Mapping
from datetime import date

from django.utils.translation import get_language, gettext

from kotopolku.languages.catalogues import shown_language
from kotopolku.languages.codes import by_code
from kotopolku.languages.texts import Shown
from kotopolku.law.finding import NO_PARAMS, Finding, Param, WhyUnknown
from kotopolku.web.parts.dates import day


def said(message: str, params: Mapping[str, Param] = NO_PARAMS) -> Shown:
    """Return a sentence of the law with its places filled, and the language it is shown in; empty stays empty."""
    page = get_language() or "fi"
    language = shown_language(message, page) if message else page
    text = gettext(message) if message else ""
    if params:
        text = text.format(**{name: _written(value) for name, value in params.items()})
    return Shown(text, language, by_code(language).direction, language != page, "original")


def answer_word(finding: Finding) -> str:
    """Return the answer in a word or two where it is one (yes, no, open …); nothing for a day, a code or a list."""
    if finding.why_unknown is not None:
        return {
            WhyUnknown.FACT: gettext("A fact is missing"),
            WhyUnknown.JUDGEMENT: gettext("An official decides"),
            WhyUnknown.LAW: gettext("The law is open"),
        }[finding.why_unknown]
    if finding.value is None:
        return gettext("Does not apply")
    if isinstance(finding.value, bool):
        return gettext("Yes") if finding.value else gettext("No")
    return ""


def _written(value: Param) -> str:
    if isinstance(value, date):
        return day(value)
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    return str(value)
