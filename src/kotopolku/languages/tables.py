"""Käännöstaulukot: translations that arrive as a table, one line a message, and go into the catalogues.

A line is `msgid<TAB>Finnish<TAB>Swedish`. A first line beginning with `msgid` names other languages by their
codes (`msgid<TAB>uk<TAB>ru`). A plural message is two lines, its singular and its plural; languages with more
than two forms take the plural's words for all the rest, unless the plural's cell holds every form of the language
in its order, parted by ` || `. `\\n` and `\\t` inside a cell stand for a line end and a tab. Lines that begin with
`#` and empty cells are passed over.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

from babel.messages.catalog import Catalog, Message

from kotopolku.languages.catalogues import DRAFTED, MACHINE, forms_of, messages_of
from kotopolku.languages.codes import is_ui_language
from kotopolku.languages.placeholders import fault_of_form

DEFAULT_COLUMNS = ("fi", "sv")


class TableError(ValueError):
    """A table cannot be read; the message names the line and says how to mend it."""


@dataclass(slots=True)
class Table:
    """The translations of a table: language code → message id → text."""

    texts: dict[str, dict[str, str]] = field(default_factory=dict)

    def update(self, other: "Table") -> None:
        """Take over the other table's translations, which win."""
        for code, texts in other.texts.items():
            self.texts.setdefault(code, {}).update(texts)


@dataclass(slots=True)
class Merged:
    """What a merge did to one language: messages filled, replaced, left as they were, and refused with the reason."""

    filled: int = 0
    replaced: int = 0
    kept: int = 0
    refused: list[str] = field(default_factory=list)


def read_table(lines: Iterable[str], *, name: str) -> Table:
    """Read a table; `name` stands in the messages. Raises `TableError` with the number of the line."""
    table = Table()
    columns: tuple[str, ...] = DEFAULT_COLUMNS
    for number, line in enumerate(lines, 1):
        cells = line.rstrip("\r\n").split("\t")
        if not cells[0].strip() or cells[0].startswith("#"):
            continue
        if number == 1 and cells[0] == "msgid":
            columns = tuple(cells[1:])
            unknown = [code for code in columns if not is_ui_language(code)]
            if unknown or not columns:
                raise TableError(
                    f"{name}:1: {', '.join(unknown) or 'no language'} is not one of the fifteen codes."
                )
            continue
        if len(cells) > len(columns) + 1:
            raise TableError(f"{name}:{number}: {len(cells)} cells; expected msgid and {', '.join(columns)}.")
        for code, cell in zip(columns, cells[1:], strict=False):
            if cell.strip():
                table.texts.setdefault(code, {})[_plain(cells[0])] = _plain(cell)
    return table


def merge(
    catalogue: Catalog,
    texts: dict[str, str],
    *,
    replace: bool = False,
    machine: bool = False,
    drafted: str = "",
) -> Merged:
    """Put the texts into the catalogue where it has none; with `replace` also where it has.

    A text whose placeholders differ from the message's is refused. `machine` marks what is put in as not yet
    read by a person, `drafted` is the day of the drafts (ISO).
    """
    merged = Merged()
    for message in messages_of(catalogue):
        forms = _forms(message, texts, count=catalogue.num_plurals)
        if not forms:
            continue
        if not isinstance(message.id, str) and len(forms) != catalogue.num_plurals:
            merged.refused.append(
                f"“{message.id[1]}”: {len(forms)} plural forms; the language has {catalogue.num_plurals}."
            )
            continue
        before = forms_of(message)
        if before == forms or (all(before) and not replace):
            merged.kept += 1
            continue
        fault = next(
            (found for form in range(len(forms)) if (found := fault_of_form(message, forms, form))), None
        )
        if fault:
            merged.refused.append(fault)
            continue
        merged.replaced, merged.filled = (
            (merged.replaced + 1, merged.filled) if all(before) else (merged.replaced, merged.filled + 1)
        )
        message.string = forms[0] if isinstance(message.id, str) else forms
        message.flags.discard("fuzzy")
        kept = [one for one in message.user_comments if one != MACHINE and not one.startswith(DRAFTED)]
        marks = [MACHINE, *([DRAFTED + drafted] if drafted else [])] if machine else []
        message.user_comments = [*kept, *marks]
    return merged


def _forms(message: Message, texts: dict[str, str], *, count: int) -> tuple[str, ...]:
    if isinstance(message.id, str):
        return (texts[message.id],) if message.id in texts else ()
    singular, plural = message.id
    if plural not in texts:
        return ()
    forms = tuple(texts[plural].split(" || "))
    return forms if len(forms) > 1 else (texts.get(singular, texts[plural]), *forms * (count - 1))


def _plain(cell: str) -> str:
    return cell.replace("\\n", "\n").replace("\\t", "\t")
