"""Words that do not belong in the repository: this or that machine's paths, and hosts of package registries.

A path of one machine breaks on every other; a registry's host in a lock file would bind everybody to it.
"""

import re
from pathlib import Path

from kotopolku.cli.check.files import tracked

# Written in pieces, so that this file does not find itself.
FORBIDDEN = re.compile(
    "|".join(
        [
            r"(?<![\w.])/" + r"(?:work|root)/[\w.]",
            r"(?<![\w.])/" + r"home/(?!\w*\$)\w+/",
            "py" + r"pi\.org",
            "python" + r"hosted\.org",
            "npm" + r"js\.(?:org|com)",
        ]
    )
)
LONGEST = 2_000_000  # bytes; larger files are data or fonts


def faults(root: Path) -> list[str]:
    """Return one line a place where such a word stands."""
    return [
        f"{path.relative_to(root).as_posix()}:{number}: {word}"
        for path in tracked(root)
        for number, word in _found(path)
    ]


def _found(path: Path) -> list[tuple[int, str]]:
    if path.stat().st_size > LONGEST:
        return []
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return []
    return [(text.count("\n", 0, match.start()) + 1, match.group()) for match in FORBIDDEN.finditer(text)]
