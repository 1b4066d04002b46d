"""What plan queries give to pages: plain frozen values, and how rows become them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from kotopolku.cases.refusals import Refusal
from kotopolku.plans.models import Measure, Obstacle, Review


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalView:
    """Tavoite as agreed; `code` of `codes.GOALS`."""

    position: int
    code: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureView:
    """Toimenpide with who answers for it and how it stands; `goals` are positions in the same plan."""

    id: int
    position: int
    code: str
    service_code: str | None
    title: str
    reason: str
    responsible: str
    responsible_name: str
    starts_on: date | None
    ends_on: date | None
    hours_week: Decimal | None
    child_care: str
    child_care_state: str
    place: str
    goals: tuple[int, ...]
    needs_referral: bool
    referred_on: date | None
    referred_to: str
    state: str

    @property
    def owes_referral(self) -> bool:
        """Whether the client still has to be guided to apply."""
        return self.needs_referral and self.referred_on is None and self.state == "planned"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewView:
    """Tarkistus as recorded."""

    id: int
    on: date
    participation: str
    progress: str
    hindrances: str
    changes: str
    source: str
    source_note: str
    county_participated: bool
    ends_on_before: date | None
    ends_on_after: date | None
    by_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ObstacleView:
    """A time when the plan could not be carried out."""

    id: int
    reason: str
    first_day: date
    last_day: date | None
    note: str
    by_name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Total:
    """Days used and allowed, both ends counted: "210 of 731 days". `last_day` None: the law gives no day (yet)."""

    first_day: date
    last_day: date | None
    used: int
    allowed: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """Running totals against 23 §: the first plan's year, the two years, and the longest time on the facts recorded.

    `extension_months` are those the facts allow at most; `bases` the rule ids they rest on.
    """

    first_year: Total | None
    base: Total
    longest: Total
    obstacle_days: int
    extension_months: int | None
    bases: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanView:
    """A plan whole. `refusals` is what the law says against accepting a draft today; empty otherwise."""

    id: UUID
    version: int
    case_id: UUID
    case_number: str
    person_id: UUID
    may_change: bool  # in a register of the acting duty, and the case is open
    former_unit: bool
    state: str
    is_first: bool
    made_on: date | None
    first_made_on: date | None
    ends_on: date | None
    ended_on: date | None
    end_reason: str
    ended_note: str
    long_goal: str
    background: str
    deviation_reason: str
    follow_up: str
    made_with_county: bool
    county_person: str
    others_present: str
    prepared_by_name: str
    review_agreed_on: date | None
    review_requested_on: date | None
    change_in_needs_on: date | None
    next_review_due: date | None
    referral_due: date | None
    frozen_on: date | None
    exit_to: str
    next_step_on: date | None
    next_step: str
    review_request: str
    copy_given: str
    copy_language: str
    accepted_on: date | None
    accepted_how: str
    accepted_language: str
    interpreter: bool
    understood_how: str
    goals: tuple[GoalView, ...]
    measures: tuple[MeasureView, ...]
    reviews: tuple[ReviewView, ...]
    obstacles: tuple[ObstacleView, ...]
    totals: Totals | None
    latest_end: date | None
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanLine:
    """One plan in a list: when, how it stands, and who made it and reviewed it last."""

    id: UUID
    state: str
    made_on: date | None
    ends_on: date | None
    ended_on: date | None
    end_reason: str
    made_by: str = ""
    reviewed_on: date | None = None
    reviewed_by: str = ""


def measure_view(row: Measure) -> MeasureView:
    """Return a measure as a plain value."""
    return MeasureView(
        id=row.pk,
        position=row.position,
        code=row.code,
        service_code=row.service_code,
        title=row.title,
        reason=row.reason,
        responsible=row.responsible,
        responsible_name=row.responsible_name,
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        hours_week=row.hours_week,
        child_care=row.child_care,
        child_care_state=row.child_care_state,
        place=row.place,
        goals=tuple(row.goal_positions),
        needs_referral=row.needs_referral,
        referred_on=row.referred_on,
        referred_to=row.referred_to,
        state=row.state,
    )


def review_view(row: Review) -> ReviewView:
    """Return a review as a plain value."""
    return ReviewView(
        id=row.pk,
        on=row.on,
        participation=row.participation,
        progress=row.progress,
        hindrances=row.hindrances,
        changes=row.changes,
        source=row.source,
        source_note=row.source_note,
        county_participated=row.county_participated,
        ends_on_before=row.ends_on_before,
        ends_on_after=row.ends_on_after,
        by_name=row.by_name,
    )


def obstacle_view(row: Obstacle) -> ObstacleView:
    """Return an obstacle as a plain value."""
    return ObstacleView(
        id=row.pk,
        reason=row.reason,
        first_day=row.first_day,
        last_day=row.last_day,
        note=row.note,
        by_name=row.by_name,
    )
