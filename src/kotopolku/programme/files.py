"""The files of a programme folder: ``programme.toml`` for facts, one Markdown file a text and language.

The form is canonical: names sorted, no comments, values that equal their default left out, UTF-8 in
composed form (NFC), line feeds only. So a folder that was loaded and exported is the same byte for byte.
"""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import tomli_w

from kotopolku.languages.texts import STATUSES, Text, Texts
from kotopolku.programme.entries import Programme
from kotopolku.services.records import build, plain

FACTS = "programme.toml"
TEXTS = "texts"
FENCE = "---"


class Malformed(ValueError):
    """A text file whose head cannot be read; the message says what is wrong with it."""


@dataclass(frozen=True, slots=True)
class Folder:
    """The bytes of a programme folder by path with forward slashes; other files are not ours."""

    files: Mapping[str, bytes]

    def texts(self) -> dict[str, bytes]:
        """Return the text files only."""
        return {path: data for path, data in self.files.items() if path.startswith(f"{TEXTS}/")}


def read_folder(folder: Path) -> Folder:
    """Read what belongs to the programme: the facts and everything below ``texts/``.

    A folder without them gives an empty ``Folder``; the check names what is missing.
    """
    found: dict[str, bytes] = {}
    if (folder / FACTS).is_file():
        found[FACTS] = (folder / FACTS).read_bytes()
    for path in sorted((folder / TEXTS).rglob("*")):
        if path.is_file():
            found[path.relative_to(folder).as_posix()] = path.read_bytes()
    return Folder(found)


def parse_facts(data: bytes) -> dict[str, Any]:
    """Read ``programme.toml``. Raises UnicodeDecodeError or tomllib.TOMLDecodeError."""
    return tomllib.loads(data.decode("utf-8"))


def parse_text(data: bytes) -> Text:
    """Read one text file: a head of ``name: value`` lines between fences, then Markdown.

    Raises UnicodeDecodeError, or Malformed when the head is missing or names something unknown.
    """
    lines = data.decode("utf-8").replace("\r\n", "\n").split("\n")
    if lines[0].strip("\ufeff ") != FENCE or FENCE not in lines[1:]:
        raise Malformed(FENCE)
    end = lines.index(FENCE, 1)
    head = dict(_head_line(line) for line in lines[1:end] if line.strip())
    unknown = sorted(set(head) - {"of", "status"})
    if unknown:
        raise Malformed(unknown[0])
    if "status" not in head:
        raise Malformed("status")
    if head["status"] not in STATUSES:
        raise Malformed(f"status: {head['status']}")
    body = unicodedata.normalize("NFC", "\n".join(line.rstrip() for line in lines[end + 1 :]).strip())
    return Text(text=body, status=head["status"], of=head.get("of"))


def text_path(text_id: str, language: str) -> str:
    """Return where a text lives in the folder."""
    return f"{TEXTS}/{language}/{text_id}.md"


def assemble(facts: Mapping[str, Any], texts: Mapping[str, Texts]) -> Programme:
    """Make the programme of facts that fit the schema and texts by id and language."""
    return replace(build(Programme, facts), texts={key: texts[key] for key in sorted(texts)})


def facts_of(programme: Programme) -> dict[str, Any]:
    """Return the plain values of ``programme.toml``."""
    return plain(replace(programme, texts={}))


def render(programme: Programme) -> Folder:
    """Return the canonical files of a programme."""
    files = {FACTS: render_facts(facts_of(programme))}
    for text_id, versions in programme.texts.items():
        for language, text in versions.entries:
            files[text_path(text_id, language)] = render_text(text)
    return Folder(dict(sorted(files.items())))


def render_facts(facts: Mapping[str, Any]) -> bytes:
    """Return the canonical bytes of ``programme.toml``."""
    return tomli_w.dumps(_sorted(facts)).encode("utf-8")


def render_text(text: Text) -> bytes:
    """Return the canonical bytes of one text file."""
    head = ([f"of: {text.of}"] if text.of else []) + [f"status: {text.status}"]
    body = "\n".join(line.rstrip() for line in text.text.strip().split("\n"))
    return unicodedata.normalize("NFC", "\n".join([FENCE, *head, FENCE, "", body, ""])).encode("utf-8")


def write_folder(programme: Programme, folder: Path) -> list[str]:
    """Write the canonical files and return the paths that changed.

    Text files the programme does not have are removed; files that are not the programme's (a README)
    are left alone.
    """
    wanted, present = render(programme).files, read_folder(folder).files
    changed = [path for path, data in wanted.items() if present.get(path) != data]
    for path in changed:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(wanted[path])
    gone = sorted(set(present) - set(wanted))
    for path in gone:
        (folder / path).unlink()
    return sorted([*changed, *gone])


def _head_line(line: str) -> tuple[str, str]:
    name, colon, value = line.partition(":")
    if not colon:
        raise Malformed(line.strip())
    return name.strip(), value.strip()


def _sorted(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {key: _sorted(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        return [_sorted(each) for each in value]
    if isinstance(value, str):
        return unicodedata.normalize("NFC", value)
    return value
