"""Making `.mo` files, with the fallbacks of each language already in them.

A message that Dari lacks takes Persian's words, then English (which is the message itself), then Finnish.
gettext counts by one rule per file, so plural texts borrowed from a language that counts otherwise go to a
second folder, `locale/borrowed`, which Django reads below the first. Without a `.mo` Django silently shows a
language in Finnish. A text borrowed by a language that is written the other way is isolated (`isolation`).
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.mofile import write_mo

from kotopolku.languages.catalogues import (
    DOMAIN,
    PLURALS,
    forms_of,
    index_key,
    is_machine,
    is_translated,
    key_of,
    messages_of,
    po_path,
    read_catalogue,
    read_template,
    shown_path,
    write_if_changed,
)
from kotopolku.languages.codes import UI_LANGUAGES, Language, by_code
from kotopolku.languages.django_words import words_django_lacks
from kotopolku.languages.isolation import isolated
from kotopolku.languages.sources import is_about_rights

# Raised when the form of the compiled files changes, so that old ones are made again.
_FORM = "6"


@dataclass(slots=True)
class Compiled:
    """What goes into a language's two files, and which messages it has in its own words."""

    own: Catalog
    borrowed: Catalog
    in_own_words: set[tuple[str, str]] = field(default_factory=set)


def mo_path(root: Path, language: Language) -> Path:
    """Return the compiled catalogue that Django reads."""
    return root / "locale" / language.folder / "LC_MESSAGES" / f"{DOMAIN}.mo"


def borrowed_path(root: Path, language: Language) -> Path:
    """Return the compiled catalogue of plural texts from a language that counts by another rule."""
    return root / "locale" / "borrowed" / language.folder / "LC_MESSAGES" / f"{DOMAIN}.mo"


def compile_all(root: Path, *, force: bool = False) -> bool:
    """Compile every catalogue; tell whether there was anything to do.

    Files made from the same catalogues are left alone, which takes a few milliseconds.
    """
    stamp = _stamp(root)
    if not force and _is_fresh(root, stamp):
        return False
    template = messages_of(read_template(root))
    catalogues = {language.code: messages_of(read_catalogue(root, language)) for language in UI_LANGUAGES}
    rights = {key_of(message) for message in template if is_about_rights(p for p, _ in message.locations)}
    translations = {code: _translations(messages, unread=rights) for code, messages in catalogues.items()}
    written_in: dict[str, list[str]] = {}
    for language in UI_LANGUAGES:
        compiled = compiled_catalogue(template, translations, language)
        write_if_changed(mo_path(root, language), _mo(compiled.own))
        if len(compiled.borrowed):
            write_if_changed(borrowed_path(root, language), _mo(compiled.borrowed))
        else:
            borrowed_path(root, language).unlink(missing_ok=True)
        for key in compiled.in_own_words:
            written_in.setdefault(index_key(*key), []).append(language.code)
    content = {"stamp": stamp, "messages": dict(sorted(written_in.items())), "unread": _unread(catalogues)}
    write_if_changed(shown_path(root), json.dumps(content, ensure_ascii=False, indent=0).encode())
    return True


def compiled_catalogue(
    template: list[Message],
    translations: dict[str, dict[tuple[str, str], tuple[str, ...]]],
    language: Language,
) -> Compiled:
    """Resolve every message of the list for one language along its chain.

    `translations` holds what each language has itself: message key to plural forms (one form for a plain
    message).
    """
    compiled = Compiled(_empty(PLURALS[language.code]), _empty(PLURALS["en"]))
    for message in template:
        source, forms = _resolved(message, translations, language)
        if source == language.code:
            compiled.in_own_words.add(key_of(message))
        same_rule = len(forms) == 1 or PLURALS[source] == PLURALS[language.code]
        into = compiled.own if same_rule else compiled.borrowed
        forms = tuple(isolated(form, of=by_code(source), within=language) for form in forms)
        into.add(message.id, forms if len(forms) > 1 else forms[0], context=message.context)
    ours = {key_of(message) for message in template}
    for word in words_django_lacks(language):
        if word.key not in ours:
            compiled.own.add(word.msgid, word.text, context=word.context)
    return compiled


def _resolved(
    message: Message, translations: dict[str, dict[tuple[str, str], tuple[str, ...]]], language: Language
) -> tuple[str, tuple[str, ...]]:
    key = key_of(message)
    wanted = 1 if isinstance(message.id, str) else None
    for code in language.chain:
        forms = translations[code].get(key)
        if forms is not None and (wanted is None or len(forms) == wanted):
            return code, forms
        if code == "en":
            break
    return "en", (message.id,) if isinstance(message.id, str) else tuple(message.id)


def _translations(
    messages: list[Message], *, unread: set[tuple[str, str]]
) -> dict[tuple[str, str], tuple[str, ...]]:
    """Return what a language has itself; of the messages in `unread` only what somebody has read."""
    return {
        key_of(message): forms_of(message)
        for message in messages
        if is_translated(message) and not (is_machine(message) and key_of(message) in unread)
    }


def _unread(catalogues: dict[str, list[Message]]) -> dict[str, list[str]]:
    unread: dict[str, list[str]] = {}
    for code, messages in catalogues.items():
        for message in messages:
            if is_translated(message) and is_machine(message):
                unread.setdefault(index_key(*key_of(message)), []).append(code)
    return dict(sorted(unread.items()))


def _empty(plural_forms: str) -> Catalog:
    """Return an empty catalogue that counts by this rule.

    Babel writes the rule into the compiled file only for a language it knows, whichever that is: without the rule
    every language would count as English does.
    """
    lines = ("Content-Type: text/plain; charset=UTF-8", "Language: en", f"Plural-Forms: {plural_forms}")
    header = 'msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in lines)
    from babel.messages.pofile import read_po

    return read_po(BytesIO(header.encode()))


def _mo(catalogue: Catalog) -> bytes:
    written: Any = BytesIO()
    write_mo(written, catalogue)
    return bytes(written.getvalue())


def _inputs(root: Path) -> Iterator[Path]:
    yield root / "locale" / f"{DOMAIN}.pot"
    yield from (po_path(root, language) for language in UI_LANGUAGES)


def _stamp(root: Path) -> str:
    mark = hashlib.sha256(_FORM.encode())
    for path in _inputs(root):
        mark.update(path.read_bytes() if path.exists() else b"-")
    return mark.hexdigest()


def _is_fresh(root: Path, stamp: str) -> bool:
    try:
        made = json.loads(shown_path(root).read_text(encoding="utf-8"))["stamp"]
    except (OSError, ValueError, KeyError):
        return False
    return made == stamp and all(mo_path(root, language).exists() for language in UI_LANGUAGES)
