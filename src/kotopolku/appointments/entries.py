"""What a page hands to the actions."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class BookingEntry:
    """A time as it is asked for: with a client's case, or light, with a name and a telephone at most.

    `minutes` None: as long as usual. `municipality_id` says whose register a light booking belongs to. `outside`:
    it was agreed that the place is open outside its opening hours.
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
