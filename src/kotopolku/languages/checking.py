"""Are the catalogues whole? Every fault as one sentence that says what to do, and how far each language has come."""

from dataclasses import dataclass
from pathlib import Path

from babel.messages.catalog import Catalog

from kotopolku.languages.catalogues import (
    drafted_on,
    forms_of,
    is_machine,
    is_translated,
    key_of,
    messages_of,
    po_path,
    pot_path,
    read_catalogue,
    render,
    render_template,
    template_of,
    updated,
)
from kotopolku.languages.codes import UI_LANGUAGES, Language
from kotopolku.languages.drafts import faults_of_draft
from kotopolku.languages.extract import found_messages
from kotopolku.languages.placeholders import fault_of_form
from kotopolku.languages.sources import is_client_facing

# Every message must be in these; English is the message itself. What clients see must be in all.
REQUIRED = ("fi", "sv")
_UPDATE = "run `kotopolku catalogues update`"


@dataclass(frozen=True, slots=True)
class Coverage:
    """How many of a language's messages are translated, how many of those no person has read, and since which day (ISO)
    the oldest draft has waited; "" where no day is known."""

    code: str
    messages: int
    translated: int
    machine: int
    oldest_draft: str = ""

    @property
    def percent(self) -> float:
        return 100.0 if self.messages == 0 else 100.0 * self.translated / self.messages


def faults(root: Path) -> list[str]:
    """Return everything that is wrong with the catalogues under `root`; empty when they may be used."""
    template = template_of(found_messages(root))
    path = pot_path(root)
    found: list[str] = []
    if not path.exists() or path.read_bytes() != render_template(template):
        found.append(f"locale/{path.name} is not what the sources say: {_UPDATE}.")
    for language in UI_LANGUAGES:
        found += language_faults(root, language, template)
    return found


def language_faults(root: Path, language: Language, template: Catalog) -> list[str]:
    """Return the faults of one language's catalogue against the list of messages."""
    path = po_path(root, language)
    where = path.relative_to(root).as_posix()
    if not path.exists():
        return [f"{where} is missing: {_UPDATE}."]
    catalogue = read_catalogue(root, language)
    now = updated(catalogue, template, language)
    found = []
    for_clients = {
        key_of(one) for one in messages_of(template) if is_client_facing(p for p, _ in one.locations)
    }
    if render(now, language) != path.read_bytes():
        found.append(f"{where} is not up to date with the sources: {_UPDATE}.")
    for message in messages_of(now):
        forms = forms_of(message)
        name = message.id if isinstance(message.id, str) else message.id[0]
        needed = language.code in REQUIRED or (language.code != "en" and key_of(message) in for_clients)
        if any(forms) and not all(forms):
            found.append(f"{where}: “{name}” lacks some of its {len(forms)} plural forms.")
        elif needed and not is_translated(message):
            found.append(f"{where}: “{name}” is not translated.")
        for form, text in enumerate(forms):
            fault = fault_of_form(message, forms, form) if text else None
            if fault:
                found.append(f"{where}: {fault}")
            source = message.id if isinstance(message.id, str) else message.id[min(form, 1)]
            for seen in faults_of_draft(source, text, language) if text else ():
                found.append(f"{where}: “{name}”: the translation “{text}” {seen}.")
    return found


def coverage(root: Path, language: Language) -> Coverage:
    """Count the translated messages of a language; English is whole by nature."""
    messages = messages_of(read_catalogue(root, language))
    done = [m for m in messages if language.code == "en" or is_translated(m)]
    unread = [m for m in done if is_machine(m)]
    oldest = min((day for m in unread if (day := drafted_on(m))), default="")
    return Coverage(language.code, len(messages), len(done), len(unread), oldest)


def unread_messages(root: Path, language: Language) -> list[tuple[str, str]]:
    """Return (English, draft) of every message whose translation no person who reads the language has approved."""
    found = [m for m in messages_of(read_catalogue(root, language)) if is_translated(m) and is_machine(m)]
    return [(key_of(m)[0], forms_of(m)[0]) for m in found]
