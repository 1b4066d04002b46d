"""What pages get about contacts, cases and assessments: frozen values. Masking of people is done by `people`."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from kotopolku.people.views import PersonCard, PersonRow


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRow:
    """One contact in the inbox. `municipality_id` is the receiver.

    A contact that leads to a protected person names no municipality: `protected_person_id` is then who it leads to.
    Nor does one that led to a client behind a wall.
    """

    id: UUID
    kind: str
    state: str
    sender: str
    sender_organisation: str
    sender_verified: bool
    consent: bool | None
    subject_name: str
    subject_birth_date: date | None
    subject_language: str
    received_on: date
    municipality_id: int | None
    protected_person_id: UUID | None
    handled_by: str
    closed_on: date | None
    outcome: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactPage:
    """A page of handled contacts; `next_after` is the key of the page that follows, None on the last one."""

    rows: tuple[ContactRow, ...]
    next_after: tuple[date, UUID] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactView:
    """A contact with everything that was sent, but for what a non-disclosure order hides (`hidden`)."""

    row: ContactRow
    hidden: bool
    sender_organisation: str
    sender_name: str
    sender_email: str
    sender_phone: str
    consent_on: date | None
    need_seen: bool | None
    subject_phone: str
    message: str
    receipt_code: str
    taken_on: date | None
    outcome_note: str
    case_id: UUID | None
    person_id: UUID | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseRow:
    """One case in a list. `person` is None when the person has moved to a register outside the duty."""

    id: UUID
    number: str
    person_id: UUID
    person: PersonRow | None
    opened_on: date
    closed_on: date | None
    officer_id: int | None
    officer: str
    assessment: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CasePage:
    """A page of cases; `next_after` is the key of the page that follows, None on the last one."""

    rows: tuple[CaseRow, ...]
    next_after: tuple[date, UUID] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementView:
    """A judgement in force: what, when, by whom, why."""

    key: str
    value: object
    on: date
    by: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """One line of the timeline; `sentence` is a msgid whose placeholders are `params`, None for a masked municipality.

    `voided_by` and `voided_at` tell who voided a note and when; `may_void`: the acting person may.
    """

    id: int
    on: date
    kind: str
    code: str
    sentence: str
    params: Mapping[str, Any]
    text: str
    provision: str
    by: str
    at: datetime
    voided_by: str = ""
    voided_at: datetime | None = None
    may_void: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A page of events, newest first; `next_before` is the key of the older ones, None at the beginning."""

    events: tuple[EventView, ...]
    next_before: tuple[date, int] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseView:
    """The head of a case page. The person's card comes from `people`, clocks and findings from `clocks`."""

    id: UUID
    number: str
    person_id: UUID
    person: PersonRow | None
    opened_on: date
    opened_because: str
    closed_on: date | None
    closed_reason: str
    officer_id: int | None
    officer: str
    version: int
    contacts: tuple[ContactRow, ...]
    judgements: tuple[JudgementView, ...]
    assessment_id: UUID | None
    assessment_state: str
    assessment_outcome: str
    assessment_by: str
    assessment_made_on: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """What a case page begins with: the case and the client's card, None where it is read by the former unit."""

    case: CaseView
    card: PersonCard | None


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicView:
    """One topic of the interview: state is covered, begun or empty; `label` is a msgid.

    A hidden one is for other duties: its state is told, its answer is not, and it cannot be written.
    """

    code: str
    label: str
    state: str
    missing: tuple[str, ...]
    answer: Mapping[str, Any]
    hidden: bool = False
    days: tuple[date, ...] = ()  # on which its answers changed


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldView:
    """One of the four things the client must be told; None where it has not been told."""

    item: str
    told_on: date | None
    language: str
    understood_how: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureView:
    id: int
    kind: str
    who: str
    on: date
    result: str
    recorded_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SittingView:
    """One more talk of the interview."""

    id: int
    held_on: date
    channel: str
    place: str
    weighty_reason: str
    language: str
    interpreter_kind: str
    minutes: int | None
    recorded_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountyPartView:
    """What the county found out; `way` is "own" when its worker wrote it, else how it came to who recorded it."""

    id: int
    who: str
    way: str
    said_on: date
    needs: str
    ability: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentView:
    """An assessment with its nine topics in the decree's order, the four told-ticks, and its measures.

    `county_parts` is None where the acting duty may not read them; `may_change`: it is in a register of that duty, and
    the case is open.
    """

    id: UUID
    case_id: UUID
    case_number: str
    person_id: UUID
    may_change: bool
    state: str
    version: int
    started_on: date
    held_on: date | None
    concluded_on: date | None
    made_on: date | None
    channel: str
    weighty_reason: str
    language: str
    interpreter: bool
    interpreter_kind: str
    minutes: int | None
    sittings: tuple[SittingView, ...]
    county_parts: tuple[CountyPartView, ...] | None
    child_opinion_found_out: bool | None
    child_opinion_reason: str
    county_participates: bool | None
    county_person: str
    outcome: str
    outcome_reason: str
    plan_need_found: bool | None
    next_step: str
    interviewer: str
    topics: tuple[TopicView, ...]
    social_and_health: TopicView | None
    told: tuple[ToldView, ...]
    measures: tuple[MeasureView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftView:
    """What the acting staff member has typed and not saved."""

    form: str
    subject_id: str
    data: Mapping[str, Any]
    version: int
    saved_at: datetime
