"""The options of a select in one piece: a template's loop over hundreds costs more than the page.

An option that is not translated into the page's language says whose words it is in, as every borrowed text does.
"""

from collections.abc import Iterable, Mapping
from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates
from django.forms.utils import flatatt
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from kotopolku.web.parts.own_language import language_attributes

SELECTED = SafeString(" selected")


def options(choices: Iterable[tuple[str, str]], chosen: str) -> SafeString:
    """Return `<option>` elements for (value, text) pairs, the chosen one selected."""
    return _options((value, SELECTED if value == chosen else "", str(text)) for value, text in choices)


class Renderer(DjangoTemplates):
    """Django's own way to draw the widgets of forms, but for selects."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        """Return the widget's markup."""
        if template_name == forms.Select.template_name:
            return _select(context["widget"])
        return super().render(template_name, context, request)


def _select(widget: Mapping[str, Any]) -> SafeString:
    groups = format_html_join("", "{}", ((_group(name, rows),) for name, rows, _at in widget["optgroups"]))
    return format_html('<select name="{}"{}>{}</select>', widget["name"], flatatt(widget["attrs"]), groups)


def _group(name: str | None, rows: Iterable[Mapping[str, Any]]) -> SafeString:
    inner = _options((str(row["value"]), flatatt(row["attrs"]), str(row["label"])) for row in rows)
    return format_html('<optgroup label="{}">{}</optgroup>', name, inner) if name else inner


def _options(rows: Iterable[tuple[str, SafeString | str, str]]) -> SafeString:
    return format_html_join(
        "",
        '<option value="{}"{}{}>{}</option>',
        ((value, attributes, language_attributes(text), text) for value, attributes, text in rows),
    )
