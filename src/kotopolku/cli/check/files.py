"""The files of the repository: what Git tracks or would track."""

import subprocess
from pathlib import Path


def tracked(root: Path) -> list[Path]:
    """Return the files Git knows or would add, below `root`; without Git every file but hidden folders' ones."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode == 0:
        found = [root / name for name in listed.stdout.split("\0") if name]
    else:
        found = [
            path
            for path in root.rglob("*")
            if not any(p.startswith(".") for p in path.relative_to(root).parts)
        ]
    return sorted({path for path in found if path.is_file()})
