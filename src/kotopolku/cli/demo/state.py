"""What is known of a demo's folder: whether its people are all there, and the migrations its tables were made by.

Until the first release migrations may still be rewritten; tables made by former ones do not fit the program then,
and no migration can mend it. It is said in a sentence instead of breaking on a page.
"""

import hashlib
import json
from pathlib import Path

PACKAGE = Path(__file__).resolve().parents[2]
NAME = "complete.json"


def migrations() -> dict[str, str]:
    """Return the digest of every migration of ours, by its path."""
    return {
        path.relative_to(PACKAGE).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()[:16]
        for path in sorted(PACKAGE.glob("*/migrations/[0-9]*.py"))
    }


def complete(folder: Path) -> bool:
    """Tell whether the demo in the folder was built to its end; an interrupted one is begun again."""
    return (folder / NAME).exists()


def remember(folder: Path) -> None:
    """Note that the demo is complete, and by which migrations."""
    (folder / NAME).write_text(json.dumps(migrations(), indent=1), encoding="utf-8")


def rewritten(folder: Path) -> list[str]:
    """Return the migrations that made the demo's tables and have been changed or removed since."""
    then, now = json.loads((folder / NAME).read_text(encoding="utf-8")), migrations()
    return [name for name, digest in then.items() if now.get(name) != digest]
