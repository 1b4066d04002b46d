"""Documents: links lead somewhere, the glossary is whole, the statute map is what the register of the law says."""

import csv
import re
from pathlib import Path
from urllib.parse import unquote

from kotopolku.cli.check.files import tracked

LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)(?:\s+\"[^\"]*\")?\)")
HEADING = re.compile(r"^#{1,6}\s+(.+?)\s*#*$", re.MULTILINE)
CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)
ELSEWHERE = re.compile(r"^[a-z][a-z0-9+.-]*:", re.IGNORECASE)


def faults(root: Path) -> list[str]:
    """Return one line a fault in the Markdown files, `docs/glossary.csv` and `docs/statute-map.md`."""
    return [
        *broken_links(root),
        *glossary_faults(root / "docs" / "glossary.csv"),
        *statute_map_faults(root / "docs" / "statute-map.md"),
    ]


def broken_links(root: Path) -> list[str]:
    """Return relative links whose file or heading does not exist; addresses elsewhere are not asked."""
    found: list[str] = []
    for path in tracked(root):
        if path.suffix != ".md":
            continue
        for target in LINK.findall(CODE.sub("", path.read_text(encoding="utf-8"))):
            if not ELSEWHERE.match(target) and not _leads_somewhere(path, target):
                found.append(f"{path.relative_to(root).as_posix()}: the link {target} leads nowhere")
    return found


def glossary_faults(path: Path) -> list[str]:
    """Return rows with an empty cell or a word that stands twice; nothing when there is no glossary yet."""
    if not path.exists():
        return [f"{path.name} is missing"]
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    head, body = rows[0], rows[1:]
    found = [f"{path.name}: row {n} has {len(row)} cells, the head has {len(head)}" for n, row in enumerate(body, 2)
             if len(row) != len(head)]  # fmt: skip
    # The word in code, Finnish and Swedish must be there; a provision only where the law has one.
    found += [
        f"{path.name}: row {n} ({row[0]}) has an empty cell"
        for n, row in enumerate(body, 2)
        if not all(row[:3])
    ]
    words = [row[0] for row in body]
    found += [
        f"{path.name}: {word} stands twice"
        for word in sorted({word for word in words if words.count(word) > 1})
    ]
    return found


def statute_map_faults(path: Path) -> list[str]:
    """Return a fault when the page is not the one made from the rules as they are now."""
    from kotopolku.law.statute_map import statute_map

    if path.exists() and path.read_text(encoding="utf-8") == statute_map():
        return []
    return [f"{path.name} is not up to date: kotopolku law map --write docs/statute-map.md"]


def _leads_somewhere(page: Path, target: str) -> bool:
    name, _, anchor = unquote(target).partition("#")
    file = (page.parent / name) if name else page
    if not file.exists():
        return False
    return not anchor or file.suffix != ".md" or anchor in _anchors(file.read_text(encoding="utf-8"))


def _anchors(text: str) -> set[str]:
    heads = HEADING.findall(CODE.sub("", text))
    return {
        re.sub(r"[^\w\- ]", "", head.replace("`", "").lower()).strip().replace(" ", "-") for head in heads
    }
