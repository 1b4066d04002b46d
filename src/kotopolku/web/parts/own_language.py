"""Oman kielen merkintä: a text of the program in another language than the page's carries its own `lang` and `dir`.

The tags `trans` and `blocktrans` of the public pages take their place from Django's: where a message is not translated
into the page's language, its words stand in a `span` of the language they are in. In an attribute, where no `span` can
stand, a template writes `translate`, which stays Django's own.
"""

from collections.abc import Callable
from typing import Any

from django.template import Context, Node, Variable
from django.template.base import Parser, Token
from django.templatetags.i18n import BlockTranslateNode, TranslateNode, do_block_translate, do_translate
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from kotopolku.languages.catalogues import language_of_text, shown_language
from kotopolku.languages.codes import by_code


class InItsLanguage(Node):
    """A translated sentence, in a `span` of its own language where that is not the page's."""

    def __init__(self, node: Any, msgid: Callable[[], str]) -> None:
        self.node, self.msgid = node, msgid

    def render(self, context: Context) -> SafeString:
        """Return the sentence as Django renders it, marked where it is borrowed."""
        text: str = self.node.render(context)
        if self.node.asvar or not text:
            return mark_safe(text)  # noqa: S308 - Django's own node has escaped it
        return in_its_language(mark_safe(text), shown_language(self.msgid(), _page()))  # noqa: S308 - as above


def trans(parser: Parser, token: Token) -> Node:
    """Return Django's `trans`, its words in their own language."""
    node: TranslateNode = do_translate(parser, token)
    said = node.filter_expression.var
    literal = said.literal if isinstance(said, Variable) else None
    return InItsLanguage(node, lambda: literal) if isinstance(literal, str) else node


def blocktrans(parser: Parser, token: Token) -> Node:
    """Return Django's `blocktrans`, its words in their own language."""
    node: BlockTranslateNode = do_block_translate(parser, token)
    return InItsLanguage(node, lambda: str(node.render_token_list(node.singular)[0]))


def own_language(text: object) -> object:
    """Return a whole message that Python has translated (a title, a label), in a `span` where it is borrowed."""
    written = str(text)
    return in_its_language(written, language_of_text(written, _page())) if written else text


def language_attributes(text: object) -> SafeString:
    """Return `lang` and `dir` for the element of a whole message that is borrowed, where no `span` can stand."""
    language = language_of_text(str(text), _page())
    if language == _page():
        return SafeString("")
    return format_html(' lang="{}" dir="{}"', language, by_code(language).direction)


def in_its_language(text: str, language: str) -> SafeString:
    """Return the text, marked with its language where that is not the page's."""
    if language == _page():
        return format_html("{}", text)
    return format_html('<span lang="{}" dir="{}">{}</span>', language, by_code(language).direction, text)


def _page() -> str:
    return get_language() or "fi"
