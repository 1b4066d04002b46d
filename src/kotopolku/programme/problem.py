"""Havainto (problem) in a programme folder: which file, which field, what is wrong, what to do."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass

ERROR = "error"
WARNING = "warning"


def N_(message: str) -> str:  # noqa: N802  (the name Babel looks for)
    """Mark an English sentence for the message catalogues; it is translated where it is shown."""
    return message


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake (``error``: the folder cannot be loaded) or remark (``warning``).

    ``code`` is a stable name for the kind of problem. ``message`` and ``remedy`` are English sentences
    with named places, filled from ``params``; a page translates the sentence first and fills it after.
    """

    level: str
    code: str
    file: str
    field: str
    message: str
    remedy: str
    params: Mapping[str, str] = dataclasses.field(default_factory=dict)

    def english(self) -> str:
        """Return the problem as one paragraph of English, as the command line prints it."""
        place = f"{self.file}: {self.field}" if self.field else self.file
        return (
            f"{self.level}: {place}: {self.message.format(**self.params)} {self.remedy.format(**self.params)}"
        )
