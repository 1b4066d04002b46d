"""The real folder, and the same folder with one thing changed."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from kotopolku.programme.files import FACTS, Folder, parse_facts, read_folder, render_facts

RAISIO = Path(__file__).resolve().parents[4] / "programmes" / "raisio"


def raisio() -> Folder:
    return read_folder(RAISIO)


def facts() -> dict[str, Any]:
    return parse_facts(raisio().files[FACTS])


def with_facts(change: Callable[[dict[str, Any]], object]) -> Folder:
    """The Raisio folder with its facts changed, in canonical form."""
    changed = facts()
    change(changed)
    return Folder({**raisio().files, FACTS: render_facts(changed)})


def with_file(path: str, data: bytes | None) -> Folder:
    """The Raisio folder with one file replaced, added or (None) taken away."""
    files = {**raisio().files}
    files.pop(path, None)
    if data is not None:
        files[path] = data
    return Folder(files)


def entry(facts: dict[str, Any], part: str, key: str) -> dict[str, Any]:
    return next(each for each in facts[part] if key in (each.get("id"), each.get("municipality")))
