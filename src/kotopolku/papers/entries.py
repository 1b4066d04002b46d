"""What is registered of a paper when it arrives."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperEntry:
    """A paper that arrived. `kind` and `way` are codes of `codes`; the numbers may come later."""

    kind: str
    title: str
    sender: str
    way: str
    arrived_on: date
    note: str = ""
    diary_number: str = ""
    decision_number: str = ""
