"""What actions take: plain values of one piece of information each, as a form or an import gives them."""

from dataclasses import dataclass
from datetime import date, time


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where a piece of information was got (KotoL 73 § 2 mom.): a code of `codes.SOURCES` and words of one's own."""

    code: str = "person"
    note: str = ""


FROM_PERSON = Source()


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """Names as the person writes them; at least one of given and family names."""

    given_names: str = ""
    family_name: str = ""
    own_script: str = ""
    called_by: str = ""

    def stripped(self) -> "Names":
        """Return the names without spaces around and doubled inside."""
        return Names(
            given_names=" ".join(self.given_names.split()),
            family_name=" ".join(self.family_name.split()),
            own_script=" ".join(self.own_script.split()),
            called_by=" ".join(self.called_by.split()),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageEntry:
    """One language fact: use is a code of `codes.LANGUAGE_USES`, language an ISO 639 code ("none": writes none)."""

    use: str
    language: str
    dialect: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusEntry:
    """One permit, card or registration; `granted_on` is the day of the decision or registration."""

    kind: str
    granted_on: date
    legal_basis: str | None = None
    valid_until: date | None = None
    applied_for_protection_first: bool | None = None
    applied_as_minor: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodEntry:
    """One period of a kind of `codes.PERIOD_KINDS`; the last day is included, None: still going on."""

    kind: str
    first_day: date
    last_day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactEntry:
    """One way to reach the person: kind is a code of `codes.CONTACT_KINDS`."""

    kind: str
    value: str
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentifierEntry:
    """A code other than the identity code: kind is a code of `codes.IDENTIFIER_KINDS`."""

    kind: str
    value: str
    issuer: str = ""
    valid_to: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TogetherEntry:
    """What one talk told of several people of a household; empty: not told."""

    address: str = ""
    spoken: str = ""
    registered_on: date | None = None
    home_care_from: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SafeContactEntry:
    """How to reach the person: codes of `codes.CONTACT_WAYS` in order, those never used, and who must not carry it."""

    ways: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    not_through: tuple[str, ...] = ()
    from_time: time | None = None
    until_time: time | None = None
    weekdays_only: bool = False
    message_allowed: bool | None = None
    sender_name: str = ""
    language: str = ""
    note: str = ""
    since: date | None = None
