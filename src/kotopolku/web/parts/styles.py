"""The one stylesheet, put together from `css/*.css`.

The built file is kept in the repository, so that nothing has to run before a page can be served; a test fails when
it is older than its sources. After a change in `css/`: `python -m kotopolku.web.parts.styles`.
"""

import re
from pathlib import Path

HERE = Path(__file__).resolve().parent
SOURCES = HERE / "css"
BUILT = HERE / "static" / "parts" / "kotopolku.css"
BUDGET = 30 * 1024  # bytes as sent (gzip), ui.md 11: what a phone pays for is what travels


def squeeze(text: str) -> str:
    """Return CSS without comments and needless blanks; nothing is renamed or reordered."""
    text = re.sub(r"/\*.*?\*/", "", text, flags=re.S)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r" ?([{};,]) ?", r"\1", text)
    text = re.sub(r"(?<=[\w\-])\s?: (?=[^;{}]*[;}])", ":", text)
    return text.replace(";}", "}").strip()


def build_css() -> str:
    """Return the stylesheet made of the sources in the order of their names, one line a source."""
    return (
        "\n".join(squeeze(path.read_text(encoding="utf-8")) for path in sorted(SOURCES.glob("*.css"))) + "\n"
    )


if __name__ == "__main__":
    BUILT.write_text(build_css(), encoding="utf-8")
