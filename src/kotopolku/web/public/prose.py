"""Markdown of the programme to HTML: headings, paragraphs, lists, emphasis and links; no HTML of its own, no images."""

from functools import lru_cache

from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

# html is off, so a tag in a text is shown as it is written; links with scripts are refused by the parser itself.
_parser = MarkdownIt("commonmark", {"html": False}).disable(
    ["image", "code", "fence", "html_block", "html_inline"]
)


@lru_cache(maxsize=512)
def to_html(text: str, *, level: int = 2) -> SafeString:
    """Return the HTML of a Markdown text; its highest heading becomes `level`, the lower ones follow."""
    tokens = _parser.parse(text)
    headings = [int(token.tag[1]) for token in tokens if token.type == "heading_open"]
    shift = level - min(headings, default=level)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{min(int(token.tag[1]) + shift, 6)}"
    html: str = _parser.renderer.render(tokens, _parser.options, {})
    return mark_safe(html)  # noqa: S308 - made by the parser with HTML switched off
