"""What actions take: everything that is recorded of one member of the network."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberEntry:
    """One member. `role`, `tells` and `consent_how` are codes of `codes`; days are included.

    `authority` says what lets a guardian, representative or support person act: a court's decision, a letter of
    authorisation, and for what.
    """

    role: str
    name: str = ""
    organisation: str = ""
    reach: str = ""
    phone: str = ""
    email: str = ""
    tells: tuple[str, ...] = ()
    tells_more: str = ""
    tells_until: date | None = None
    consent_how: str = ""
    consent_on: date | None = None
    authority: str = ""
    authority_from: date | None = None
    authority_until: date | None = None
