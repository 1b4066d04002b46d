"""Tags and filters of the public pages: `{% load public %}`.

Everything the area has written itself (names, descriptions, chapters) comes as `Texts` and is shown in the reader's
language where it exists. Where it does not, the text keeps its own `lang` and `dir` and a small mark says which
language it is in. Codes of the programme become words with `said`.
"""

from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext

from kotopolku.languages.codes import by_code
from kotopolku.languages.names import language_name, own_name
from kotopolku.languages.texts import Shown, Texts
from kotopolku.programme.views import OwnRuleView, PlaceView
from kotopolku.services.entries import Place
from kotopolku.web.parts import opening, own_language
from kotopolku.web.parts.shapes import Citation
from kotopolku.web.public import words
from kotopolku.web.public.citing import citation
from kotopolku.web.public.prose import to_html

register = template.Library()
register.tag("trans", own_language.trans)
register.tag("blocktrans", own_language.blocktrans)


@register.simple_tag
def content(texts: Texts | None, *, mark: bool = True) -> SafeString:
    """Return a short text, inline; `mark=False` where a mark nearby already says the language."""
    return shown(_picked(texts), mark=mark)


@register.simple_tag
def shown(text: Shown, *, mark: bool = True) -> SafeString:
    """Return a text that knows its language, inline; nothing for an empty one."""
    if not text.is_fallback:
        return format_html("<bdi>{}</bdi>", text.text) if text.text else SafeString("")
    written = format_html('<span lang="{}" dir="{}">{}</span>', text.language, text.direction, text.text)
    return format_html("{} {}", written, language_mark(text.language)) if mark else written


@register.simple_tag
def name(texts: Texts | None) -> SafeString:
    """Return a proper name (a municipality, an office): isolated, in the language it has, without a mark."""
    text = _picked(texts)
    if not text.is_fallback:
        return format_html("<bdi>{}</bdi>", text.text)
    return format_html('<bdi lang="{}">{}</bdi>', text.language, text.text)


@register.simple_tag
def prose(texts: Texts | None, *, level: int = 2, mark: bool = True) -> SafeString:
    """Return a long text (Markdown) as a block; its own headings begin at `level`, 2 to 4."""
    text = _picked(texts)
    if not text.text:
        return SafeString("")
    body = to_html(text.text, level=level)
    if not text.is_fallback:
        return format_html('<div class="prose">{}</div>', body)
    marked = format_html("<p>{}</p>", language_mark(text.language)) if mark else ""
    return format_html(
        '{}<div class="prose" lang="{}" dir="{}">{}</div>', marked, text.language, text.direction, body
    )


@register.simple_tag
def rights(texts: Texts | None, *, level: int = 2) -> SafeString:
    """Return a text on rights, duties, fees or safety: never in words that no reader of the language has approved.

    Where there are none, the reader gets the reviewed words of another language and is told that we interpret them.
    """
    code = _language()
    text = (texts or Texts()).pick(code, reviewed_only=True)
    if not text.is_fallback or not text.text:
        return prose(texts, level=level)
    return format_html(
        '<p class="note small">{} {}</p><div class="prose" lang="{}" dir="{}">{}</div>',
        gettext("This text is not in your language yet. Ask us: we tell it to you in your language."),
        language_mark(text.language),
        text.language,
        text.direction,
        to_html(text.text, level=level),
    )


@register.simple_tag
def language_mark(code: str) -> SafeString:
    """Return the small mark of a text in another language: its own name, and for listeners a whole sentence."""
    said = gettext("In this language: %(language)s") % {"language": language_name(code, _language())}
    return format_html(
        '<span class="tag language-mark"><span class="sr-only">{}</span>'
        '<span aria-hidden="true" lang="{}" dir="{}">{}</span></span>',
        said,
        code,
        by_code(code).direction,
        own_name(code),
    )


@register.simple_tag
def ltr(text: Any) -> SafeString:
    """Return a number, code, time or address that always reads left to right."""
    return format_html('<bdi dir="ltr">{}</bdi>', text)


@register.filter
def said(code: str, kind: str) -> words.Words:
    """Return the words of a code of the programme; `kind` names the list in `words.LISTS`. Unknown: KeyError."""
    return words.LISTS[kind][code]


@register.filter
def spoken(code: str) -> str:
    """Return a language's name in the page's language."""
    return language_name(code, _language())


@register.filter
def cited(provision: str | None) -> Citation | None:
    """Return the chip of a provision such as `681/2023 14.1(4)`; None stays None."""
    return citation(provision, by_code(_language())) if provision else None


@register.filter
def times(place: Place) -> tuple[opening.Times, ...]:
    """Return a place's opening times by way of coming."""
    return opening.times_of(place.opening)


@register.filter
def any_sample(entries: Iterable[PlaceView | OwnRuleView] | None) -> bool:
    """Tell whether the area has still to confirm one of the entries; said once below them."""
    return any(one.is_sample for one in entries or ())


@register.filter
def rule_value(rule: OwnRuleView) -> str:
    """Return the value of an own rule with its unit, in words."""
    return words.rule_value(rule.value, unit=rule.unit)


def _language() -> str:
    return get_language() or "fi"


def _picked(texts: Texts | None) -> Shown:
    return (texts or Texts()).pick(_language())
