"""Palveluluettelo (service catalogue) as plain records: what a programme folder says and a page shows.

The records hold facts and codes only; everything people read is a text of its own, one a language.
They know no database, so that a folder can be checked before anything is installed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

Names = Mapping[str, str]
"""A proper name by language code, for example ``{"fi": "Raisio", "sv": "Reso"}``."""


SERVICE_TEXTS = ("name", "summary", "who", "how", "responsible")
"""The texts every service has; text ``service-ID-PART`` of a programme folder."""

OPTIONAL_SERVICE_TEXTS = ("content", "cooperation", "development")
"""The texts a service may have."""

OTHER_TEXTS = ("name", "summary")
"""The texts of another authority's service; text ``other-ID-PART``."""


@dataclass(frozen=True, slots=True)
class Basis:
    """Säädösperusta (legal basis) of a service.

    ``provision`` is the section in force, ``"681/2023 14"``. ``cited`` is the section the approved
    document names, when that is another one: the document of an area may be older than the law.
    """

    provision: str
    cited: str | None = None


@dataclass(frozen=True, slots=True)
class Ground:
    """Kohderyhmän peruste (ground) on which a person belongs to the target group of a service.

    ``named`` is false for a ground that follows from the law although the document does not name it.
    """

    code: str
    provision: str | None = None
    named: bool = True
    cited: str | None = None


@dataclass(frozen=True, slots=True)
class Rung:
    """Järjestämistapa (way to arrange a service): one rung of the ladder, tried in order.

    ``arrangement``: own, regional, purchased, referral. ``stage``: in_use, possible, being_surveyed.
    ``condition``: earlier_rungs_fail, large_language_group, or nothing.
    """

    arrangement: str
    producers: tuple[str, ...] = ()
    producer_kinds: tuple[str, ...] = ()
    stage: str = "in_use"
    condition: str | None = None


@dataclass(frozen=True, slots=True)
class Opening:
    """Aukioloaika (opening time): local clock times ``HH:MM`` on the given days of the week."""

    access: str
    days: tuple[str, ...]
    opens: str
    closes: str
    weeks: str = "every"


@dataclass(frozen=True, slots=True)
class Place:
    """Toimipiste (place of service). ``municipality`` is the id of a member municipality."""

    id: str
    kind: str
    municipality: str
    name: Names
    street: str | None = None
    postal_code: str | None = None
    phone: str | None = None
    email: str | None = None
    opening: tuple[Opening, ...] = ()


@dataclass(frozen=True, slots=True)
class Service:
    """Palvelu (service) of the programme.

    ``contents`` are the items of 681/2023 13 § 1 mom. the service fulfils (1 to 6).
    ``responsible`` and ``responsible_for_jobseekers``: home_municipality or employment_authority.
    ``final_test`` is given for integration training only: whether it ends in the final language test.
    ``plan_measure`` says as what the service can be agreed in a plan; nothing when it cannot.
    """

    id: str
    kind: str
    number: int
    responsible: str
    responsible_for_jobseekers: str
    basis: tuple[Basis, ...]
    grounds: tuple[Ground, ...]
    ladder: tuple[Rung, ...]
    municipalities: tuple[str, ...]
    contact: str
    contents: tuple[int, ...] = ()
    county_participates: bool = False
    places: tuple[str, ...] = ()
    outreach: bool = False
    home_visits: bool = False
    access: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    interpreting: bool = False
    teaching_modes: tuple[str, ...] = ()
    self_study_reasons: tuple[str, ...] = ()
    self_study_readiness: bool = False
    part_time: bool = False
    topics: tuple[str, ...] = ()
    child_care: str = "none"
    final_test: bool | None = None
    partners: tuple[str, ...] = ()
    partner_kinds: tuple[str, ...] = ()
    plan_measure: str | None = None


@dataclass(frozen=True, slots=True)
class OtherService:
    """Toisen viranomaisen palvelu (another authority's service), shown as theirs and never as ours.

    ``urgent``: danger_at_home, child_at_risk, suicide: in which danger a worker calls it at once.
    """

    id: str
    organisation: str
    topics: tuple[str, ...]
    link: str | None = None
    phone: str | None = None
    urgent: tuple[str, ...] = ()
