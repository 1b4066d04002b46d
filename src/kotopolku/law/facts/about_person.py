"""Tiedot henkilöstä: who the person is, by what right in Finland, with whom, and how life goes.

Absent facts are None, or () for a list. Days are `date`; every last day belongs to its period.
"""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from kotopolku.law.facts.codes import LEGAL_BASES, STATUS_KINDS, Codes, Required


@dataclass(frozen=True, slots=True)
class Period:
    """Jakso: a time with both ends included; `to` None = still going on."""

    from_: Annotated[date, Required()]
    to: date | None = None

    def covers(self, on: date) -> bool:
        """Whether `on` belongs to the period."""
        return self.from_ <= on and (self.to is None or on <= self.to)


@dataclass(frozen=True, slots=True)
class Person:
    """Henkilö. `languages`: the ones understood well (ISO 639); `nordic` and `eu` as in law-questions 3.1."""

    birth_date: date | None = None
    citizenships: Annotated[
        tuple[str, ...], Codes(("finland", "nordic", "eu", "third_country", "stateless"))
    ] = ()
    languages: tuple[str, ...] | None = None
    security_ban: bool | None = None
    security_ban_until: date | None = None
    upper_secondary_qualification: bool | None = None
    born_in_finland: bool | None = None


@dataclass(frozen=True, slots=True)
class Status:
    """Oleskeluoikeus: a permit, card or registration; `granted_on` is the day of the grant, not of arrival."""

    kind: Annotated[str, Codes(STATUS_KINDS), Required()]
    granted_on: Annotated[date, Required()]
    legal_basis: Annotated[str | None, Codes(LEGAL_BASES)] = None
    valid_until: date | None = None
    applied_for_protection_first: bool | None = None
    applied_as_minor: bool | None = None

    def valid_on(self, on: date) -> bool:
        """Whether the status has been granted and has not run out."""
        return self.granted_on <= on and (self.valid_until is None or on <= self.valid_until)


@dataclass(frozen=True, slots=True)
class MunicipalityOfResidence:
    """Kotikunta: taken from the population data, never computed (201/1994 4 §)."""

    name: str | None = None
    first_registered_on: date | None = None
    act_4_conditions_met: bool | None = None


@dataclass(frozen=True, slots=True)
class Residence:
    """Oleskelu: every status ever held, in any order, and how the person came."""

    statuses: tuple[Status, ...] = ()
    quota_refugee: bool | None = None
    unaccompanied_minor_on_arrival: bool | None = None
    quota_assigned_as_unaccompanied_minor: bool | None = None
    left_without_guardian_after_arrival: bool | None = None
    permit_on_arrival: bool | None = None
    arrived_on: date | None = None
    asylum_application_on: date | None = None
    visa: Annotated[str | None, Codes(("none", "short_stay"))] = None
    municipality_of_residence: MunicipalityOfResidence = MunicipalityOfResidence()


@dataclass(frozen=True, slots=True)
class Sponsor:
    """Perheenkokoaja: the person whose family member or other relative the client is."""

    groups: Annotated[tuple[str, ...], Codes(("G3", "G6"))] = ()
    entered_finland_on: date | None = None
    quota_refugee: bool | None = None


@dataclass(frozen=True, slots=True)
class Parent:
    """Vanhempi: a parent of a child born in Finland."""

    groups: Annotated[tuple[str, ...], Codes(("G3", "G4"))] = ()
    reimbursement_until: date | None = None


@dataclass(frozen=True, slots=True)
class Family:
    """Perhe: ties that decide groups G4, G5 and G6."""

    sponsor: Sponsor = Sponsor()
    tie_formed_on: date | None = None
    parent: Parent = Parent()


@dataclass(frozen=True, slots=True)
class Employment:
    """Työnhaku: valid job search and unemployment as act 380/2023 defines them."""

    jobseeker_periods: tuple[Period, ...] = ()
    unemployed_periods: tuple[Period, ...] = ()
    employed: bool | None = None


@dataclass(frozen=True, slots=True)
class Benefits:
    """Etuudet: child home care allowance (1128/1996) and social assistance (1412/1997)."""

    child_home_care_allowance_periods: tuple[Period, ...] = ()
    private_day_care_allowance_periods: tuple[Period, ...] = ()
    social_assistance: Annotated[str | None, Codes(("none", "temporary", "non_temporary"))] = None


@dataclass(frozen=True, slots=True)
class Trafficking:
    """Ihmiskauppa: time in the assistance system (746/2011); a suspicion changes nothing."""

    assistance_system_from: date | None = None
    assistance_system_to: date | None = None
    suspected: bool | None = None
    first_reached_on: date | None = None
