"""What the actions take beside single values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemIn:
    """One ticked field: what it is needed for (codes.NEEDS), and its words where the officer wrote or changed them."""

    need: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiverIn:
    """Whom a packet is for: an organisation (its code) with a role, or one worker of it, or somebody outside.

    `name` is an organisation outside the program, such as a municipality of another area.
    """

    organisation: str = ""
    role: str = ""
    staff_id: int | None = None
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketIn:
    """A packet before it is sent. `items` are the ticked fields by code; `offered` are times as ISO text.

    `address_reason` opens a protected client's contacts to an authority that needs them.
    """

    kind: str
    receiver: ReceiverIn
    title: str
    purpose: str
    due_on: date
    items: Mapping[str, ItemIn]
    measure_id: int | None = None
    consent_on: date | None = None
    consent_how: str = ""
    address_reason: str = ""
    offered: tuple[str, ...] = field(default_factory=tuple)
    interpreter: str = ""
