"""Suuntaeristys: keeping a borrowed text in its own direction on a page that is written the other way.

In an Arabic page the full stop of an English sentence goes to the sentence's left end, since a mark without a
direction takes the page's. Unicode's isolates (U+2066 and U+2067 to U+2069) hold the sentence together; they are
invisible, take no room, and may stand in attributes, where no `dir` can.
"""

import re

from kotopolku.languages.codes import Direction, Language

# The direction of a language is known, so it is said outright: "first strong" would take an Arabic name at the
# beginning of an English sentence for the sentence's own direction.
_BEGIN: dict[Direction, str] = {"ltr": "\u2066", "rtl": "\u2067"}
_END = "\u2069"
# Tags an isolate may hold, since they do not end the paragraph it ends with.
_INLINE = frozenset({"a", "b", "bdi", "code", "em", "i", "kbd", "span", "strong"})
_TAG = re.compile(r"</?(?P<name>\w+)[^>]*>")
_LINE = re.compile(r"(?P<before>\s*)(?P<text>.*?)(?P<after>\s*)")


def isolated(text: str, *, of: Language, within: Language) -> str:
    """Return a text of one language as it stands on a page of another: isolated when the directions differ.

    Each line is isolated by itself, because an isolate ends with its paragraph, and the spaces around it stay
    outside. A text with HTML tags other than those of a line is returned as it is, for the same reason.
    """
    blocks = {tag["name"].lower() for tag in _TAG.finditer(text)} - _INLINE
    if of.direction == within.direction or blocks:
        return text
    return "\n".join(_isolated_line(line, _BEGIN[of.direction]) for line in text.split("\n"))


def _isolated_line(line: str, begin: str) -> str:
    match = _LINE.fullmatch(line)
    if match is None or not match["text"]:
        return line
    return f"{match['before']}{begin}{match['text']}{_END}{match['after']}"
