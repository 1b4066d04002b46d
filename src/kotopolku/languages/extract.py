"""Finding the translatable sentences in the sources: Python by Babel, Django templates by our own extractor.

Message ids are English. Babel's Python extractor cannot read what Django makes of a template, its JavaScript
extractor can.
"""

from collections.abc import Collection, Generator, Mapping
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import IO, Any

from babel.messages.extract import extract, extract_javascript
from django.template.exceptions import TemplateSyntaxError
from django.utils.translation.template import templatize

# What the house calls; the numbers say which argument is the message, the plural and (c) the context.
KEYWORDS: dict[str, Any] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "gettext_lazy": None,
    "lazy": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "ngettext_lazy": (1, 2),
    "pgettext": ((1, "c"), 2),
    "pgettext_lazy": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
    "npgettext_lazy": ((1, "c"), 2, 3),
}
TRANSLATOR_COMMENTS = ("Translators:",)

SOURCE_FOLDER = "src/kotopolku"
_SKIPPED_FOLDERS = frozenset({"tests", "migrations", "static", "__pycache__", "formats", "bench"})
_TEMPLATES = frozenset({".html", ".txt", ".svg"})


class SourceError(ValueError):
    """A source file cannot be read for messages; the message names the file and the fault."""


MessageId = str | tuple[str, str]


@dataclass(slots=True)
class Found:
    """A message as it stands in the sources: its id (singular and plural), context, files, translators' notes."""

    id: MessageId
    context: str | None
    paths: set[str] = field(default_factory=set)
    notes: list[str] = field(default_factory=list)


def template_messages(
    fileobj: IO[bytes], keywords: Mapping[str, Any], comment_tags: Collection[str], options: Mapping[str, Any]
) -> Generator[tuple[int, str | tuple[str, ...], list[str], str | None], None, None]:
    """Read a Django template as Babel reads a file: the extractor method for HTML and text templates."""
    script = templatize(fileobj.read().decode("utf-8"), origin=options.get("origin"))
    yield from extract_javascript(
        BytesIO(script.encode("utf-8")), keywords, comment_tags, {"encoding": "utf-8"}
    )


def source_files(root: Path) -> list[Path]:
    """Return the files that may hold messages, in the order of their names; tests and made files are left out."""
    return sorted(
        path
        for path in (root / SOURCE_FOLDER).rglob("*")
        if (path.suffix == ".py" or path.suffix in _TEMPLATES)
        and not _SKIPPED_FOLDERS.intersection(path.relative_to(root).parts)
    )


def found_messages(root: Path) -> list[Found]:
    """Return every message of the sources under `root`, sorted by id and context, each once.

    Raises `SourceError` for a file that is not Python or not a template. A message used both with and without
    a plural is one message with a plural, as gettext keeps it.
    """
    found: dict[tuple[str, str], Found] = {}
    for path in source_files(root):
        name = path.relative_to(root).as_posix()
        for message_id, context, notes in _messages_of(path, name):
            key = (message_id if isinstance(message_id, str) else message_id[0], context or "")
            message = found.setdefault(key, Found(message_id, context))
            if isinstance(message_id, tuple):
                message.id = message_id
            message.paths.add(name)
            message.notes.extend(note for note in notes if note not in message.notes)
    return [found[key] for key in sorted(found)]


def _messages_of(path: Path, name: str) -> Generator[tuple[MessageId, str | None, list[str]], None, None]:
    try:
        yield from _read(path)
    except (SyntaxError, TemplateSyntaxError, UnicodeDecodeError) as fault:
        raise SourceError(f"{name} cannot be read: {fault}.") from fault


def _read(path: Path) -> Generator[tuple[MessageId, str | None, list[str]], None, None]:
    text = path.read_bytes()
    if path.suffix == ".py":
        method: Any = "python"
    elif b"{%" in text or b"_(" in text:
        method = template_messages
    else:
        return
    for _line, message, notes, context in extract(
        method, BytesIO(text), KEYWORDS, TRANSLATOR_COMMENTS, {"origin": str(path), "encoding": "utf-8"}
    ):
        if not message:
            continue
        yield (tuple(message) if isinstance(message, (list, tuple)) else message), context, list(notes)  # type: ignore[misc]
