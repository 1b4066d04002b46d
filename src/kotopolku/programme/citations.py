"""Kumotut pykälät (repealed sections) of 681/2023, and finding them in the prose of a document.

Laki 1100/2024 repealed 13 § 3 mom., 15, 17, 21 and 48 § on 2025-01-01, the day the Act came into
force; a document drafted before that may still cite them.
"""

from __future__ import annotations

import re

ACT = "681/2023"

REPEALED: dict[str, str | None] = {
    "13.3": None,
    "15": "14.4",
    "17": "20.2",
    "21": None,
    "48": None,
}
"""Repealed section or subsection -> where the matter is regulated now, if anywhere."""

_MENTION = re.compile(
    r"(?<![\d/.])(?P<first>15|17|21|48)\s*§|(?:§|\bsections?)\s*(?P<second>15|17|21|48)\b", re.IGNORECASE
)
_NEAR = 45
"""How many letters before a number the name of its act is looked for."""

_OTHER_ACT = re.compile(
    r"(\d{2,4}/(?:19|20)\d{2})|kuntal|kommunallag|municipalities act|hallintol", re.IGNORECASE
)


def repealed(provision: str) -> str | None:
    """Return the repealed section of 681/2023 a citation names, or None when it is in force."""
    act, _, place = provision.partition(" ")
    if act != ACT:
        return None
    section = place.partition("(")[0]
    for candidate in (section, section.partition(".")[0]):
        if candidate in REPEALED:
            return candidate
    return None


def repealed_mentions(prose: str) -> list[str]:
    """Return the repealed sections a text seems to cite, each once, in order.

    A number that follows the name of another act is left out; prose cannot be read with certainty,
    so the caller warns and does not refuse.
    """
    found: list[str] = []
    for match in _MENTION.finditer(prose):
        section = match["first"] or match["second"]
        other = _OTHER_ACT.search(prose[max(0, match.start() - _NEAR) : match.start()])
        if section not in found and (other is None or other[1] == ACT):
            found.append(section)
    return found
