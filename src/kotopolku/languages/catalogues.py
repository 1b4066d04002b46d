"""Käännösluettelot: the gettext catalogues of the fifteen languages under `locale/`, read and written by Babel.

One list of messages (`locale/django.pot`) is made from the sources; each language has its `django.po`. The
files are the same whoever writes them: sorted, one line a text, no dates, no line numbers. Staff pages are in
Finnish, Swedish and English, so the catalogues of the other languages hold only what clients see.
"""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po
from django.utils.translation import gettext

from kotopolku.languages.codes import STAFF_LANGUAGES, Language, by_code
from kotopolku.languages.extract import Found, MessageId
from kotopolku.languages.sources import is_client_facing

REPOSITORY = Path(__file__).resolve().parents[3]
DOMAIN = "django"

# How each language counts: gettext's rule. Plain Finnish, Kurmanji and Dari are not in Babel's own table.
PLURALS: dict[str, str] = {
    **dict.fromkeys(
        ("fi", "fi-x-selko", "sv", "en", "et", "sq", "ckb", "kmr", "so"), "nplurals=2; plural=(n != 1);"
    ),
    **dict.fromkeys(("fa", "prs", "tr"), "nplurals=2; plural=(n > 1);"),
    **dict.fromkeys(
        ("uk", "ru"),
        "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);",
    ),
    "ar": "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);",
}
# The comment a translator (or this program) puts on what no person has read yet.
MACHINE = "machine"
DRAFTED = "drafted "
"""Begins the comment that says on which day a machine's draft was put in."""


def pot_path(root: Path) -> Path:
    """Return the list of messages."""
    return root / "locale" / f"{DOMAIN}.pot"


def po_path(root: Path, language: Language) -> Path:
    """Return a language's catalogue."""
    return root / "locale" / language.folder / "LC_MESSAGES" / f"{DOMAIN}.po"


def key_of(message: Message) -> tuple[str, str]:
    """Return what makes a message itself: its singular and its context ("" for none)."""
    return (message.id if isinstance(message.id, str) else message.id[0], message.context or "")


def _id(message: Message) -> MessageId:
    return message.id if isinstance(message.id, str) else (message.id[0], message.id[1])


def forms_of(message: Message) -> tuple[str, ...]:
    """Return the translations, one a plural form; ("",) for a message not translated."""
    string: Any = message.string
    return (string or "",) if isinstance(string, str) or not string else tuple(form or "" for form in string)


def is_translated(message: Message) -> bool:
    """Tell whether every form is there and nobody has marked it as doubtful (`fuzzy`)."""
    return all(forms_of(message)) and not message.fuzzy


def is_machine(message: Message) -> bool:
    """Tell whether the translation still waits for a person who reads the language."""
    return MACHINE in message.user_comments


def drafted_on(message: Message) -> str:
    """Return the day (ISO) on which a machine's draft was put in; "" where it is not known."""
    return next((one.removeprefix(DRAFTED) for one in message.user_comments if one.startswith(DRAFTED)), "")


def messages_of(catalogue: Catalog) -> list[Message]:
    """Return the messages without the header."""
    return [message for message in catalogue if message.id]


def template_of(found: Iterable[Found]) -> Catalog:
    """Return the list of messages as a catalogue with the files each stands in."""
    template = Catalog(fuzzy=False)
    for message in found:
        template.add(
            message.id,
            context=message.context,
            locations=[(path, 0) for path in sorted(message.paths)],
            auto_comments=message.notes,
        )
    return template


def read_template(root: Path) -> Catalog:
    """Read `locale/django.pot`; empty when there is none yet."""
    path = pot_path(root)
    return read_po(BytesIO(path.read_bytes())) if path.exists() else Catalog(fuzzy=False)


def read_catalogue(root: Path, language: Language) -> Catalog:
    """Read a language's catalogue; empty, with its rule for counting, when there is none yet."""
    path = po_path(root, language)
    return read_po(BytesIO(path.read_bytes() if path.exists() else _header(language).encode()))


def updated(catalogue: Catalog, template: Catalog, language: Language) -> Catalog:
    """Return the catalogue with exactly the messages of the list, keeping every translation there is.

    What the sources no longer hold is kept as obsolete, in case the sentence comes back; `prune` drops it.
    """
    fresh = read_po(BytesIO(_header(language).encode()))
    old = {key_of(message): message for message in messages_of(catalogue)}
    gone = {key_of(message): message for message in catalogue.obsolete.values()}
    wanted = {
        key_of(message): message
        for message in messages_of(template)
        if language in STAFF_LANGUAGES or is_client_facing(path for path, _line in message.locations)
    }
    for key, message in wanted.items():
        before = old.get(key) or gone.get(key)
        fresh.add(
            message.id,
            _fitting(message, forms_of(before) if before else (), forms=fresh.num_plurals),
            context=message.context,
            flags={"fuzzy"} if before is not None and before.fuzzy else (),
            user_comments=before.user_comments if before else (),
            auto_comments=message.auto_comments,
        )
    for key, message in sorted((gone | old).items()):
        if key not in wanted and any(forms_of(message)):
            fresh.obsolete[_id(message)] = message
    return fresh


def render_template(template: Catalog) -> bytes:
    """Return the list of messages as it is written."""
    head = "# The messages of the sources, with the files they stand in. Made by `kotopolku catalogues extract`.\n"
    header = f'{head}msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    return header.encode() + _body(template, with_paths=True)


def render(catalogue: Catalog, language: Language, *, prune: bool = False) -> bytes:
    """Return a catalogue as it is written; `prune` leaves out what the sources no longer hold."""
    return _header(language).encode() + b"\n" + _body(catalogue, prune=prune)


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write the file unless it says so already; tell whether it was written."""
    if path.exists() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def shown_path(root: Path) -> Path:
    """Return the list, made when catalogues are compiled, of the languages each message is written in."""
    return root / "locale" / "shown.json"


def shown_language(msgid: str, code: str, context: str = "") -> str:
    """Return the language in which a page in `code` shows this message: `code` itself, or the fallback's.

    A text in another language than the page needs its own `lang` and `dir`. A message that is not ours, or
    not compiled yet, is taken to be in the page's language.
    """
    written_in = _shown().messages.get(index_key(msgid, context))
    if written_in is None:
        return code
    return next((candidate for candidate in by_code(code).chain if candidate in written_in), code)


def is_unread(msgid: str, code: str, context: str = "") -> bool:
    """Tell whether a page in `code` shows this message in words that no person who reads the language has approved.

    A page and a paper with such words say so.
    """
    return shown_language(msgid, code, context) in _shown().unread.get(index_key(msgid, context), ())


def borrows_from(code: str) -> str:
    """Return the language in which pages in `code` show what is not translated into it; "" where all is."""
    borrowed = {shown_language(msgid, code) for msgid in _shown().messages} - {code}
    return next((candidate for candidate in by_code(code).fallbacks if candidate in borrowed), "")


def has_unread(code: str) -> bool:
    """Tell whether pages in `code` show any words that no person who reads the language has approved."""
    return any(code in codes for codes in _shown().unread.values())


def language_of_text(text: str, code: str) -> str:
    """Return the language of a whole message that is shown on a page in `code`: its own, or that borrowed from."""
    return _borrowed(code).get(text, code)


@cache
def _borrowed(code: str) -> dict[str, str]:
    """Return every text that a page in `code` borrows, with the language it is in. The active one must be `code`."""
    found = {}
    for msgid in _shown().messages:
        written_in = shown_language(msgid, code)
        if written_in != code and "\x04" not in msgid:
            found[gettext(msgid)] = written_in
    return found


def index_key(msgid: str, context: str) -> str:
    """Return a message's key in the compiled list, the same as gettext's own."""
    return f"{context}\x04{msgid}" if context else msgid


def forget_shown() -> None:
    """Read the list afresh at the next question, after catalogues were compiled in a running program."""
    _shown.cache_clear()
    _borrowed.cache_clear()


@dataclass(frozen=True, slots=True)
class _Shown:
    messages: dict[str, list[str]]
    unread: dict[str, list[str]]


@cache
def _shown() -> _Shown:
    path = shown_path(REPOSITORY)
    made = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return _Shown(made.get("messages", {}), made.get("unread", {}))


def _fitting(message: Message, before: tuple[str, ...], *, forms: int) -> Any:
    """Return former translations in the shape the message has now: one text, or one for each plural form."""
    if isinstance(message.id, str):
        return before[-1] if before else ""
    return tuple((*before, *[""] * forms)[:forms])


def _header(language: Language) -> str:
    lines = (
        # Babel cannot read a private tag; plain Finnish is told by its folder.
        f"Language: {'fi' if language.code == 'fi-x-selko' else language.code}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=UTF-8",
        "Content-Transfer-Encoding: 8bit",
        f"Plural-Forms: {PLURALS[language.code]}",
    )
    return f"# {language.own_name}\n" + 'msgid ""\nmsgstr ""\n' + "".join(f'"{line}\\n"\n' for line in lines)


def _body(catalogue: Catalog, *, with_paths: bool = False, prune: bool = False) -> bytes:
    written = BytesIO()
    write_po(
        written,
        catalogue,
        width=0,
        omit_header=True,
        sort_output=True,
        no_location=not with_paths,
        include_lineno=False,
        ignore_obsolete=prune,
    )
    return written.getvalue().rstrip(b"\n") + b"\n"
