"""What a decision is made of, as the officer gives it."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionEntry:
    """`number` is of the municipality's register; `provisions` are keys of `codes.PROVISIONS`; `address` and `contact`
    are where rectification is requested and who tells more."""

    number: str
    requested_on: date
    reasons: str
    provisions: tuple[str, ...]
    authority: str
    address: str
    contact: str
    language: str = "fi"
