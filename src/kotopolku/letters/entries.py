"""Whom a letter is for: four kinds, each resolved to an address only when it is sent."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ToPerson:
    """A client, by the way their contact rule allows (turvallinen yhteydenotto)."""

    person_id: UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class ToStaff:
    """A member of staff, at the address of their account."""

    staff_id: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ToRole:
    """Whoever does a task at an organisation on the day it is sent (rooliosoite)."""

    organisation_id: int
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToWriter:
    """Somebody who wrote their own address into a form of ours."""

    address: str


type To = ToPerson | ToStaff | ToRole | ToWriter


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleAddressIn:
    """A role address from a day on."""

    organisation_id: int
    email: str
    valid_from: date
    valid_to: date | None = None
