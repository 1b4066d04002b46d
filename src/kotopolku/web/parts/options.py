"""The options of a select with many choices, in one piece: a template's loop over hundreds costs more than the page."""

from collections.abc import Iterable

from django.utils.html import format_html_join
from django.utils.safestring import SafeString

SELECTED = SafeString(" selected")


def options(choices: Iterable[tuple[str, str]], chosen: str) -> SafeString:
    """Return `<option>` elements for (value, text) pairs, the chosen one selected."""
    return format_html_join(
        "",
        '<option value="{}"{}>{}</option>',
        ((value, SELECTED if value == chosen else "", text) for value, text in choices),
    )
