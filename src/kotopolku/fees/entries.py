"""What a page hands to the actions."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeEntry:
    """A decision about a fee as the official gives it; the provisions are always the same. Nought charges nothing."""

    number: str
    reasons: str
    authority: str
    address: str
    contact: str
    amount: Decimal
    due_on: date | None
    language: str = "fi"


@dataclass(frozen=True, slots=True, kw_only=True)
class AmountEntry:
    """The largest fee in force for a time, and where it was verified."""

    valid_from: date
    valid_to: date
    amount: Decimal
    source: str
