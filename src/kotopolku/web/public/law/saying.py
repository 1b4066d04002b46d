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


def result(finding: Finding) -> Shown:
    """Return what a finding says: its first ground; of an open point of the law, that it is one."""
    ground = finding.grounds[0]
    sentence = said(ground.message, ground.params)
    if finding.why_unknown is not WhyUnknown.LAW:
        return sentence
    text = f"{gettext('The law is open')}: {sentence.text}"
    return Shown(text, sentence.language, sentence.direction, sentence.is_fallback, sentence.status)


def _written(value: Param) -> str:
    if isinstance(value, date):
        return day(value)
    if isinstance(value, tuple):
        return ", ".join(str(one) for one in value)
    return str(value)
