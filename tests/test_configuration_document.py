"""The document of settings names every setting that the program reads, and none that it does not."""

import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
DOCUMENT = ROOT / "docs" / "operations" / "configuration.md"
SETTING = re.compile(r"\b(?:KOTOPOLKU_[A-Z][A-Z_]*[A-Z]|DATABASE(?:_OWNER)?_URL)\b")


def read_by_the_program() -> set[str]:
    """Every setting named in the sources, without its form as a file."""
    files = [ROOT / "dev.py", *(ROOT / "src").rglob("*.py")]
    found = {
        name
        for file in files
        if "tests" not in file.parts
        for name in SETTING.findall(file.read_text(encoding="utf-8"))
    }
    return {name.removesuffix("_FILE") for name in found}


def test_the_document_names_every_setting_the_program_reads_and_no_other():
    named = {name.removesuffix("_FILE") for name in SETTING.findall(DOCUMENT.read_text(encoding="utf-8"))}
    assert len(named) > 15
    assert read_by_the_program() == named
