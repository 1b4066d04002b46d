"""What hand-over queries give to pages: plain frozen values."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kotopolku.handovers import codes
from kotopolku.languages.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """One field of a packet as it was sent."""

    item: str
    need: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerView:
    """One answer to a packet; `recorded_by` is set when the sender recorded it."""

    answer: str
    reason: str
    on: date
    starts_on: date | None
    time: str
    way: str
    who: str
    recorded_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChaseView:
    """When the answer was asked for, and of whom."""

    on: date
    whom: str
    note: str
    again_on: date
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketRow:
    """A packet in a list. `name` is the client as the packet names them.

    `receiver` is "" where a municipality's name would tell where a protected client lives.
    """

    id: UUID
    case_id: UUID
    person_id: UUID
    kind: str
    state: str
    title: str
    name: str
    receiver: str
    role: str
    sent_on: date
    sent_by: str
    due_on: date
    chase_on: date
    answered_on: date | None

    def unanswered(self, on: date) -> bool:
        """Whether asking for the answer is the sender's task on the day."""
        return self.state == codes.SENT and self.chase_on <= on

    def waited(self, on: date) -> int:
        """Return how many days the packet has waited for an answer."""
        return ((self.answered_on or on) - self.sent_on).days


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketView:
    """A packet whole, for the sender and for the receiver."""

    row: PacketRow
    sender: Texts
    purpose: str
    items: tuple[ItemView, ...]
    masked: tuple[str, ...]
    consent_on: date | None
    consent_how: str
    address_reason: str
    offered: tuple[str, ...]
    interpreter: str
    withdrawn_reason: str
    answers: tuple[AnswerView, ...]
    chases: tuple[ChaseView, ...]
    to_close: int | None = None  # the service of the plan that goes on though its arranger has ended it

    @property
    def next_answers(self) -> tuple[str, ...]:
        """What the receiver may answer now."""
        return tuple(one for one in codes.NEXT[self.row.state] if one != codes.ABSENT)

    @property
    def next_recorded(self) -> tuple[str, ...]:
        """What the sender may record now: of the county also that it did not come."""
        return codes.NEXT[self.row.state] if self.row.kind == codes.COUNTY else self.next_answers


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """A field that a packet of one kind may hold: what is recorded of it, and whether it is held back."""

    item: str
    text: str
    need: str
    usual: bool
    writable: bool
    protected: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureChoice:
    """A service of the plan in force that a packet can be about."""

    id: int
    title: str
    code: str
    referred_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PacketForm:
    """What the form of a new packet offers."""

    offers: tuple[Offer, ...]
    measures: tuple[MeasureChoice, ...]
    protected: bool
    plan_in_force: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiverChoice:
    """An organisation that a packet of a kind can go to, with one of its workers or with none."""

    organisation: str
    names: Texts
    staff_id: int | None = None
    staff_name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResponsibilityView:
    """Which authority answers from which day on, acknowledged or not, told or not. `id` None: the day is to come."""

    id: int | None
    case_id: UUID
    person_id: UUID
    name: str
    authority: str
    from_day: date
    acknowledged_on: date | None = None
    acknowledged_by: str = ""
    told_on: date | None = None
    told_how: str = ""
    letter_under_way: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class OwedTask:
    """What is owed to an agreed measure: guiding the client to it (20.5), or asking how their own task goes."""

    measure_id: int
    title: str
    due_on: date | None
    own: bool  # a task of the client's own: the day is ours, not the law's


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveView:
    """A move that waits or was carried out."""

    to: str
    registered_on: date
    consent: bool
    state: str
    new_case: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementView:
    """A placement as it stands."""

    id: int
    proposed_on: date
    proposed_by: str
    answer: str
    answered_on: date | None
    answer_reason: str
    expected_on: date | None
    arrived_on: date | None
    housing: str
    county_told_on: date | None
    county_told_whom: str
    steps: tuple[str, ...]

    @property
    def undone(self) -> tuple[str, ...]:
        """What of the first week is still to be done."""
        return tuple(one for one in codes.FIRST_WEEK if one not in self.steps)
