"""What pages get: plain values with names in every language, so that no page looks anything up."""

from dataclasses import dataclass
from datetime import date

from kotopolku.languages.texts import Texts
from kotopolku.programme import entries
from kotopolku.services import entries as catalogue
from kotopolku.services.queries import OtherServiceView, ServiceView


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeHead:
    """The programme in one line. `languages` are those of administration; `version` goes into an edit form."""

    title: Texts
    summary: Texts
    edition: str
    valid_from: date
    version: int
    changed_on: date
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RemarkView:
    """Something about the programme that the coordinator should look at, in the language of the page.

    `code` is the kind of remark (repealed, content_deviation, test_deviation, no_role_address, to_confirm, …);
    `file` and `field` say where, as `kotopolku programme check` does.
    """

    code: str
    file: str
    field: str
    message: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """A published contact: the role first; a person's name only while it is valid."""

    role: Texts
    organisation: Texts
    person: str | None
    email: str | None
    phone: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RecipientView:
    """Who receives authorities' contacts in a municipality (9 § 2 mom.). `is_sample`: not yet confirmed."""

    municipality: str
    municipality_name: Texts
    recipient: ContactView | None
    stand_in: ContactView | None
    is_sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceView:
    """A place of service with its name. `is_sample`: something about it is not yet confirmed."""

    facts: catalogue.Place
    name: Texts
    municipality_name: Texts
    is_sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class RungView:
    """One way to arrange a service, with the names of those who produce (codes: entries.Rung)."""

    arrangement: str
    producers: tuple[Texts, ...]
    producer_kinds: tuple[str, ...]
    stage: str
    condition: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRuleView:
    """An own rule or service target: shown dashed, never as law (kind: target, rule; unit: entries.OwnRule)."""

    code: str
    kind: str
    value: int | bool | str
    unit: str
    services: tuple[str, ...]
    title: Texts
    body: Texts
    is_sample: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePage:
    """Everything a service's page tells. `answers_for_jobseekers` is None when it is the home municipality.

    `samples` are the fields of the service that the area has still to confirm.
    """

    service: ServiceView
    contact: ContactView | None
    places: tuple[PlaceView, ...]
    municipalities: tuple[Texts, ...]
    ladder: tuple[RungView, ...]
    partners: tuple[Texts, ...]
    answers_for_jobseekers: Texts | None
    counties: tuple[Texts, ...]
    own_rules: tuple[OwnRuleView, ...]
    samples: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovalView:
    """How far a municipality has come in approving the document (state: entries.Approval)."""

    municipality: str
    municipality_name: Texts
    state: str
    body: Texts | None
    decided_on: date | None
    reference: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class MunicipalityView:
    """A member municipality on a day."""

    facts: entries.Municipality
    name: Texts
    contact: ContactView | None
    recipient: RecipientView | None
    places: tuple[PlaceView, ...]
    services: tuple[ServiceView, ...]
    approval: ApprovalView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JobseekerView:
    """What changes on the day job search begins or ends: which services the employment authority answers for."""

    employment_area: Texts
    authority: Texts
    explanation: Texts
    with_authority: tuple[ServiceView, ...]
    with_municipality: tuple[ServiceView, ...]
    other: tuple[OtherServiceView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterView:
    """A chapter of the readable document: `body` of its own, or a service of the catalogue."""

    code: str
    title: Texts
    body: Texts | None
    service: ServiceView | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentView:
    """The readable document. `contacts` pairs municipality and contact; `deviations` pairs entry and reason.

    `follow_up` pairs each means of follow-up with the organisation where it happens, if one is named.
    """

    head: ProgrammeHead
    area: entries.Area
    facts: entries.Document
    coordinating_unit: Texts
    host_unit: Texts
    prepared_by: tuple[Texts, ...]
    prepared_with_network: bool
    chapters: tuple[ChapterView, ...]
    approvals: tuple[ApprovalView, ...]
    contacts: tuple[tuple[Texts, ContactView], ...]
    deviations: tuple[tuple[entries.Deviation, Texts], ...]
    follow_up: tuple[tuple[Texts, Texts | None], ...]
    communication: tuple[Texts, ...]
    samples: frozenset[str]
