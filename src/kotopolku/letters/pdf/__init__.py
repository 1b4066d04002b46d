"""Tagged PDF papers in one or two languages, made from data by typst.

`render` writes PDF/UA-1 and PDF/A-2a with the fonts of the lock, so that a paper is the same on every machine. A
character outside the fonts would break the standard: then the paper is made without it, the missing characters are
named, and whoever sends it is told (`Pdf.conforms`, `Pdf.missing`).
"""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

TEMPLATE = Path(__file__).parent / "two_languages.typ"
Standard = Literal["ua-1", "a-2a"]
STANDARDS: tuple[Standard, ...] = ("ua-1", "a-2a")
_NOT_DISPLAYED = re.compile(r'the text `"(.+?)"` could not be displayed')


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """One run of text with its language (BCP 47) and direction; `quiet` for what is beside the matter."""

    text: str
    lang: str = "fi"
    rtl: bool = False
    bold: bool = False
    quiet: bool = False


Cell = tuple[Words, ...]  # lines under each other


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and its rows; each row has one cell a language of the paper."""

    heading: Cell
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper with one column a word in `titles`, at most two, the first of which is the document's language.

    `title` and `author` stand in the file's properties: no name of a client belongs in them. `missing_notice` is the
    sentence before the characters that could not be printed.
    """

    title: str
    author: str
    sender: str
    reference: str
    page_word: str
    missing_notice: str
    titles: Cell
    sections: tuple[Section, ...]
    facts: tuple[Cell, ...] = ()
    closing: tuple[Cell, ...] = ()
    signatures: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Pdf:
    """The file; `missing` are characters no font of ours has, in which case it does not conform to the standards."""

    content: bytes
    missing: str = ""

    @property
    def conforms(self) -> bool:
        """Whether the file is PDF/UA-1 and PDF/A-2a."""
        return not self.missing


@cache
def font_folders() -> tuple[str, ...]:
    """Return the folders of the locked font packages."""
    import fontpkg_noto_sans  # imported on first use: an idle program never needs it
    import fontpkg_noto_sans_arabic

    return tuple(
        str(Path(package.__file__).parent) for package in (fontpkg_noto_sans, fontpkg_noto_sans_arabic)
    )


def render(paper: Paper) -> Pdf:
    """Return the paper as PDF/UA-1 and PDF/A-2a; without the standards where a character is in none of our fonts."""
    import typst

    data = asdict(paper) | {"notice": ""}
    try:
        return Pdf(content=_compiled(data, STANDARDS))
    except typst.TypstError as fault:
        missing = "".join(dict.fromkeys("".join(_NOT_DISPLAYED.findall(fault.diagnostic))))
        if not missing:
            raise
    return Pdf(content=_compiled(data | {"notice": f"{paper.missing_notice} {missing}"}, ()), missing=missing)


def _compiled(data: dict[str, Any], standards: Sequence[Standard]) -> bytes:
    import typst

    made = typst.compile(
        str(TEMPLATE),
        root=str(TEMPLATE.parent),
        font_paths=list(font_folders()),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
        pdf_standards=list(standards),
    )
    if not isinstance(made, bytes):
        raise TypeError("typst was asked for one file in memory")
    return made
