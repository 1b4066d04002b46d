"""Placeholders and marks that a translation must keep: `%(name)s`, `%s`, `{name}`, `<strong>`."""

import re

from babel.messages.catalog import Message

_PARTS = re.compile(r"%\((?P<named>\w+)\)[sd]|%(?P<bare>[sd%])|\{(?P<brace>\w*)\}|<(?P<tag>/?\w+)[^>]*>")


def parts_of(text: str) -> set[str]:
    """Return the placeholders and tags of a text, each once and without its attributes."""
    found = set()
    for match in _PARTS.finditer(text):
        kind = match.lastgroup or ""
        found.add(f"{kind}:{match[kind]}")
    return found


def fault_of_form(message: Message, forms: tuple[str, ...], form: int) -> str | None:
    """Return what is wrong with the placeholders of one form of a translation, or None.

    The forms of a plural may leave out what its message's singular leaves out ("one day"), and never the last
    one.
    """
    text = forms[form]
    if isinstance(message.id, str):
        allowed = required = parts_of(message.id)
    else:
        singular, plural = (parts_of(part) for part in message.id)
        allowed = singular | plural
        required = plural if form == len(forms) - 1 else singular & plural - _counts(message.id[1])
    found = parts_of(text)
    name = message.id if isinstance(message.id, str) else message.id[0]
    if missing := sorted(required - found):
        return f"“{name}”: the translation “{text}” lacks {_named(missing)}."
    if extra := sorted(found - allowed):
        return f"“{name}”: the translation “{text}” has {_named(extra)}, which the message has not."
    return None


def _counts(plural: str) -> set[str]:
    """Return the placeholders that may be the number itself: the singular of many languages writes it as a word."""
    return {part for part in parts_of(plural) if not part.startswith("tag:")}


def _named(parts: list[str]) -> str:
    shapes = {"named": "%({})s", "bare": "%{}", "brace": "{{{}}}", "tag": "<{}>"}
    return ", ".join(shapes[kind].format(name) for kind, name in (part.split(":", 1) for part in parts))
