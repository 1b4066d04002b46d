"""What a page hands to the actions."""

from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingEntry:
    """A time as it is asked for: with a client's case, or light, with a name and a telephone at most.

    `minutes` None: as long as usual. `municipality_id` says whose register a light booking belongs to. `outside`:
    it was agreed that the place is open outside its opening hours. `capacity`: a group, named by `name`.
    """

    kind: str
    mode: str
    starts_at: datetime
    workers: tuple[int, ...]
    minutes: int | None = None
    case_id: UUID | None = None
    municipality_id: int | None = None
    name: str = ""
    phone: str = ""
    place: str = ""
    room_id: int | None = None
    link: str = ""
    language: str = ""
    interpreted: bool = False
    outside: bool = False
    capacity: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What somebody who books by themselves looks for; `place` "" is a call. Nothing of who they are."""

    kind: str
    language: str
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEntry:
    """A time that somebody books by themselves or for another: what to call them, and one way to reach them."""

    wanted: Wanted
    starts_at: datetime
    name: str
    page_language: str
    email: str = ""
    phone: str = ""
    booker: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterpreterEntry:
    """An interpreter or an agency as agreed with them."""

    name: str
    email: str
    languages: tuple[str, ...]
    is_agency: bool = False
    phone: str = ""
    dialects: str = ""
    modes: tuple[str, ...] = ()
    gender: str = ""
    hour_price: Decimal | None = None
    lead_days: int = 14
    late_hours: int = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderEntry:
    """What an interpreter is asked for; `contact` is who answers questions, the orderer when it is empty."""

    interpreter_id: int
    language: str
    dialect: str = ""
    gender: str = ""
    contact: str = ""
