"""Ohjelmakansion tarkistus (check of a programme folder): every mistake with file, field and remedy.

Errors keep the folder from being loaded; warnings are for the coordinator to look at. The check
never decides the law: where a content of 13 § 1 mom. is left out with a reason, it warns.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kotopolku.programme.check_content import confirm_problems, content_problems
from kotopolku.programme.check_references import reference_problems
from kotopolku.programme.check_schema import entry_label, schema_problems
from kotopolku.programme.check_texts import not_utf8, read_texts, text_problems
from kotopolku.programme.entries import Programme
from kotopolku.programme.files import (
    FACTS,
    Folder,
    assemble,
    facts_of,
    parse_facts,
    read_folder,
    render_facts,
    render_text,
    text_path,
)
from kotopolku.programme.problem import ERROR, N_, WARNING, Problem


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found. ``programme`` is there when the facts fit the schema."""

    problems: tuple[Problem, ...]
    programme: Programme | None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep the folder from being loaded."""
        return tuple(each for each in self.problems if each.level == ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """The problems to look at."""
        return tuple(each for each in self.problems if each.level == WARNING)


def check_path(path: Path) -> Checked:
    """Check a folder on disk."""
    return check(read_folder(path))


def check(folder: Folder) -> Checked:
    """Check the files of a programme. Never raises: what cannot be read is a problem."""
    facts, problems = _read_facts(folder)
    texts, unreadable = read_texts(folder)
    problems += unreadable
    if facts is None:
        return Checked(tuple(problems), None)
    wrong = schema_problems(facts)
    if wrong:
        return Checked((*wrong, *problems), None)
    programme = assemble(facts, texts)
    problems += reference_problems(programme)
    problems += content_problems(programme)
    problems += confirm_problems(programme, field_names(facts))
    problems += text_problems(programme)
    problems += _form_problems(folder, programme)
    return Checked(tuple(problems), programme)


def field_names(facts: Mapping[str, Any], prefix: str = "") -> set[str]:
    """Return the name of every field in the facts, as problems name them."""
    found: set[str] = set()
    for key, value in facts.items():
        name = f"{prefix}.{key}" if prefix else key
        found.add(name)
        if isinstance(value, Mapping):
            found |= field_names(value, name)
        elif isinstance(value, list):
            for position, entry in enumerate(value):
                label = f"{name}[{entry_label(entry, position)}]"
                found.add(label)
                if isinstance(entry, Mapping):
                    found |= field_names(entry, label)
    return found


def _read_facts(folder: Folder) -> tuple[dict[str, Any] | None, list[Problem]]:
    data = folder.files.get(FACTS)
    if data is None:
        message, remedy = (
            N_("The file is missing."),
            N_("A programme folder holds programme.toml and texts/LANGUAGE/TEXT-ID.md."),
        )
        return None, [Problem(ERROR, "no_facts", FACTS, "", message, remedy)]
    try:
        return parse_facts(data), []
    except UnicodeDecodeError as error:
        return None, [not_utf8(FACTS, error)]
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        message, remedy = N_("The file is not TOML: {detail}."), N_("Correct the line that is named.")
        return None, [Problem(ERROR, "not_toml", FACTS, "", message, remedy, {"detail": str(error)})]


def _form_problems(folder: Folder, programme: Programme) -> list[Problem]:
    """The canonical form: what the program itself would write."""
    wanted = {FACTS: render_facts(facts_of(programme))}
    for text_id, versions in programme.texts.items():
        for language, text in versions.entries:
            wanted[text_path(text_id, language)] = render_text(text)
    return [
        Problem(
            ERROR,
            "not_canonical",
            path,
            "",
            N_("The file is not in the canonical form."),
            N_(
                "Run 'kotopolku programme format DIR': it sorts names, drops comments and defaults, and "
                "writes the file again."
            ),
        )
        for path, data in wanted.items()
        if folder.files.get(path) != data
    ]
