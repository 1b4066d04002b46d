"""What pages get about people: frozen values, masked already where a non-disclosure order is in force."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class Provenance:
    """Where a piece of information came from and who entered it (KotoL 73 § 2 mom.)."""

    source: str
    note: str
    entered_by: str
    entered_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """One person in a list. `municipality_id` is None when a non-disclosure order hides it."""

    id: UUID
    name: str
    list_name: str
    own_script: str
    called_by: str
    birth_date: date | None
    non_disclosure: bool
    municipality_id: int | None
    sort_key: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceGroup:
    """People of one municipality; `municipality_id` None is the group of those whose municipality is hidden."""

    municipality_id: int | None
    rows: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a search found: at most `queries.MOST_FOUND` rows, and whether there were more."""

    rows: tuple[PersonRow, ...]
    more: bool
    alike: Mapping[UUID, tuple[PersonRow, ...]] = field(default_factory=dict)  # who may be one person twice
    sounding: tuple[PersonRow, ...] = ()  # not found by their beginnings, but their names sound like it


@dataclass(frozen=True, slots=True, kw_only=True)
class BarView:
    """Who may not see the person, why (codes.BARRED_REASONS), since and until when, and who decided."""

    id: int
    staff: str
    reason: str
    first_day: date
    last_day: date | None
    set_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Similar:
    """Somebody who may be the same person; `why` names the likenesses: same_birth_date, similar_name, same_code."""

    person: PersonRow
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IdentifierView:
    kind: str
    value: str
    issuer: str
    valid_to: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LanguageView:
    use: str
    language: str
    dialect: str
    note: str
    provenance: Provenance


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusView:
    id: int
    kind: str
    legal_basis: str | None
    granted_on: date
    valid_until: date | None
    applied_for_protection_first: bool | None
    applied_as_minor: bool | None
    provenance: Provenance
    superseded_on: date | None = None
    superseded_by: str = ""
    void_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeriodView:
    id: int
    kind: str
    first_day: date
    last_day: date | None
    provenance: Provenance
    superseded_on: date | None = None
    superseded_by: str = ""
    void_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactView:
    """One scalar fact. In a history, `superseded_on` and `void_reason` tell what became of it."""

    key: str
    value: object
    since: date | None
    provenance: Provenance
    superseded_on: date | None = None
    superseded_by: str = ""
    void_reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactDetailView:
    kind: str
    value: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MemberView:
    """Somebody in the same household, as far as the acting duty sees them."""

    household_id: UUID
    person: PersonRow
    role: str
    first_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedView:
    """What non-disclosure hides, opened by the acting worker until `closes_at`; `reason` is a code, `words` free."""

    municipality_id: int
    contact: tuple[ContactDetailView, ...]
    closes_at: datetime
    reason: str
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderView:
    """A non-disclosure order as recorded. `contact_address` may be shown instead of the person's own address."""

    last_day: date | None = None
    covers_household: bool = True
    contact_address: str = ""
    provenance: Provenance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonCard:
    """Everything a page about one person shows. Under non-disclosure `municipality_id` and `contact` are None.

    `same` are the ids of every registration linked as this person, the shown one first; `elsewhere` those in other
    municipalities' registers, as far as the acting duty sees them.
    `own_order` tells the person's own order in force from being covered by one of the household.
    """

    row: PersonRow
    given_names: str
    family_name: str
    version: int
    non_disclosure_until: date | None
    own_order: bool
    identifiers: tuple[IdentifierView, ...]
    languages: tuple[LanguageView, ...]
    citizenships: tuple[str, ...]
    statuses: tuple[StatusView, ...]
    periods: tuple[PeriodView, ...]
    facts: tuple[FactView, ...]
    contact: tuple[ContactDetailView, ...] | None
    household: tuple[MemberView, ...]
    former_names: tuple[str, ...]
    must_not_meet: int
    sources: Mapping[str, Provenance] = field(default_factory=dict)
    same: tuple[UUID, ...] = ()
    elsewhere: tuple[UUID, ...] = ()

    def language(self, use: str) -> str | None:
        """Return the first language of a use (mother_tongue, spoken, written, interpreting), None if not recorded."""
        return next((one.language for one in self.languages if one.use == use), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class DuplicateReportView:
    """A coordinator's task: somebody tried to register this person's identity code."""

    id: int
    person: PersonRow
    reported_by: str
    organisation: str
    reported_on: date
