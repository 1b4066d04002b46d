"""Kotoutumisohjelma (integration programme) as plain records: the content of one programme folder.

No database and no clock: the same records are read from files, checked, loaded and exported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from kotopolku.languages.texts import Texts
from kotopolku.services.entries import Names, OtherService, Place, Service

SCHEMA_VERSION = 1
"""The version of the folder format this program reads and writes."""


@dataclass(frozen=True, slots=True)
class Area:
    """Yhteistoiminta-alue (cooperation area).

    ``cooperation_form``: alone, agreement_54, joint_body, joint_post, joint_authority,
    employment_authority (Kuntalaki 410/2015 51-54 §, KotoL 681/2023 8 §). ``languages`` are the
    languages of administration, ``text_languages`` those in which every text must be given, Finnish
    among them: it is the original from which the others are made.
    """

    id: str
    name: Names
    host: str
    cooperation_form: str
    cooperation_provision: str
    employment_area: Names
    employment_authority: str
    counties: tuple[str, ...]
    regional_producers: tuple[str, ...]
    languages: tuple[str, ...]
    text_languages: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Luku (chapter) of the readable document: a text of its own, or a service of the catalogue."""

    text: str | None = None
    service: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """Asiakirja (the programme document): its edition and who made it.

    ``approval_rule``: administrative_rules, agreement (by what each municipality approves it).
    """

    edition: str
    valid_from: date
    coordinating_unit: str
    host_unit: str
    prepared_by: tuple[str, ...]
    chapters: tuple[Chapter, ...]
    approval_rule: str
    prepared_with_network: bool = False
    service_description: bool = False


@dataclass(frozen=True, slots=True)
class Municipality:
    """Kunta (member municipality). ``code`` keeps its zeros; ``business_id`` has its check digit."""

    id: str
    code: str
    business_id: str
    name: Names
    member_from: date
    contact: str
    member_until: date | None = None
    advice_key: str | None = None
    website: str | None = None


@dataclass(frozen=True, slots=True)
class Organisation:
    """Organisaatio (organisation) other than a member municipality. ``part_of`` names its parent.

    ``successor`` carries on its work after ``valid_until``: a renamed or joined state authority.
    """

    id: str
    kind: str
    name: Names
    part_of: str | None = None
    business_id: str | None = None
    municipality_code: str | None = None
    website: str | None = None
    valid_from: date | None = None
    valid_until: date | None = None
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class Contact:
    """Yhteyshenkilö tai -osoite (contact): a role first, a published name only with its period.

    ``successor`` takes its place after ``valid_until`` wherever the contact is named.
    """

    id: str
    organisation: str
    role: Names
    valid_from: date
    valid_until: date | None = None
    person: str | None = None
    role_email: str | None = None
    role_phone: str | None = None
    successor: str | None = None


@dataclass(frozen=True, slots=True)
class Recipient:
    """Yhteydenoton vastaanottava taho (recipient of contacts), KotoL 681/2023 9 § 2 mom."""

    municipality: str
    contact: str
    valid_from: date
    valid_until: date | None = None
    stand_in: str | None = None


@dataclass(frozen=True, slots=True)
class Deviation:
    """Poikkeama (deviation) from the contents of the law, recorded with its reason as a text."""

    id: str
    service: str
    provisions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Seurantatapa (means of follow-up). ``party`` is an organisation where one answers for it."""

    id: str
    kind: str
    party: str | None = None


@dataclass(frozen=True, slots=True)
class Communication:
    """Viestintätapa (means of communication) and the municipalities that use it."""

    id: str
    kind: str
    municipalities: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnRule:
    """Alueen oma sääntö tai palvelutavoite (own rule or service target): never law.

    ``kind``: target or rule. ``unit``: days, months, minutes, persons, hours, yes_no, text.
    """

    id: str
    kind: str
    unit: str
    value: int | bool | str
    services: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AdviceTopic:
    """Neuvonnan aihe (topic of advice): its name, in a few words what belongs to it, and its picture."""

    id: str
    name: Names
    hint: Names
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class Guide:
    """Elämäntilanne tai perustieto (guide): a page for people, KotoL 681/2023 10 and 11 §.

    ``kind``: situation (what to do in a situation in life), basic_information (rights and duties, 11 §), society.
    ``answers`` are the organisations that decide or help, ``services`` and ``places`` of this programme belong to it,
    ``contact`` owns the page and ``reviewed_on`` is the day somebody last read it through. ``front`` puts it among the
    doors of the front page. ``private`` pages concern danger: they have a quick way out.
    """

    id: str
    kind: str
    icon: str
    contact: str
    reviewed_on: date
    answers: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    front: bool = False
    private: bool = False


@dataclass(frozen=True, slots=True)
class LocalService:
    """Kunnan muu palvelu (local service): library, day care, voting … as every member municipality's page tells it.

    ``answers`` is the organisation that arranges it, nothing where it is the municipality itself. ``link`` is the same
    for all, ``links`` those of single municipalities by their id.
    """

    id: str
    icon: str
    answers: str | None = None
    link: str | None = None
    links: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Approval:
    """Hyväksyminen (approval) of the document in one municipality.

    ``state``: not_started, under_review, approved, returned. ``body`` is the deciding body, once known.
    """

    municipality: str
    state: str
    body: Names | None = None
    decided_on: date | None = None
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Confirm:
    """Alueen vahvistettava kohta: a field whose content is a sample until the area confirms it."""

    field: str
    reason: str


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything one programme folder says. ``texts`` are kept by text id."""

    area: Area
    document: Document
    municipalities: tuple[Municipality, ...]
    organisations: tuple[Organisation, ...]
    contacts: tuple[Contact, ...]
    recipients: tuple[Recipient, ...]
    places: tuple[Place, ...]
    services: tuple[Service, ...]
    own_rules: tuple[OwnRule, ...]
    approvals: tuple[Approval, ...]
    schema_version: int = field(kw_only=True)
    other_services: tuple[OtherService, ...] = ()
    deviations: tuple[Deviation, ...] = ()
    follow_up: tuple[FollowUp, ...] = ()
    communication: tuple[Communication, ...] = ()
    advice_topics: tuple[AdviceTopic, ...] = ()
    guides: tuple[Guide, ...] = ()
    local_services: tuple[LocalService, ...] = ()
    confirm: tuple[Confirm, ...] = ()
    texts: Mapping[str, Texts] = field(default_factory=dict)
