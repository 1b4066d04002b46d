"""What the plan form hands in, as typed: goals, measures and the plan's own fields, checked one field at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext_lazy as _

from kotopolku.audit.errors import Invalid
from kotopolku.plans import codes

MOST_HOURS = 80  # a week; more is a slip of the keyboard


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalIn:
    """Tavoite: `code` is one of `codes.GOALS`, `text` the goal in the client's words."""

    code: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureIn:
    """Toimenpide: `code` of `codes.SERVICES`, `responsible` of `codes.RESPONSIBLES`; `goals` are positions from 0.

    `id` is the number of a measure already saved in the same plan, None for a new one. `needs_referral` None lets
    the kind decide: trainings, and everything that somebody else than the client or the municipality answers for.
    """

    code: str
    id: int | None = None
    service_code: str | None = None
    title: str = ""
    reason: str = ""
    responsible: str = "municipality"
    responsible_name: str = ""
    starts_on: date | None = None
    ends_on: date | None = None
    hours_week: Decimal | None = None
    child_care_state: str = ""
    child_care: str = ""
    place: str = ""
    goals: tuple[int, ...] = ()
    needs_referral: bool | None = None

    @property
    def owes_referral(self) -> bool:
        """Whether the client must be guided to apply within one month (20 § 5 mom.)."""
        if self.needs_referral is not None:
            return self.needs_referral
        return self.code in codes.TRAININGS or self.responsible in codes.NEEDS_REFERRAL


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanIn:
    """The plan's own fields. Everything may be missing in a draft; `made_on` None means the day of acceptance."""

    made_on: date | None = None
    ends_on: date | None = None
    first_made_on: date | None = None
    long_goal: str = ""
    background: str = ""
    deviation_reason: str = ""
    follow_up: str = ""
    made_with_county: bool = False
    county_person: str = ""
    others_present: str = ""
    review_agreed_on: date | None = None


def check(*, plan: PlanIn, goals: Sequence[GoalIn], measures: Sequence[MeasureIn]) -> None:
    """Refuse what no plan can hold, complete or not; raises Invalid naming the field (`measures-0-ends_on`)."""
    if plan.made_on and plan.ends_on and plan.ends_on < plan.made_on:
        raise Invalid(
            field="ends_on",
            message=_("The plan ends before it begins. Give a last day after the day of drawing up."),
        )
    if plan.made_on and plan.first_made_on and plan.first_made_on > plan.made_on:
        raise Invalid(
            field="first_made_on",
            message=_("The first plan cannot be later than this one. Check the two days."),
        )
    for position, goal in enumerate(goals):
        if goal.code not in codes.GOALS:
            raise Invalid(field=f"goals-{position}-code", message=_("Choose the goal from the list."))
    for position, measure in enumerate(measures):
        _check_measure(measure, prefix=f"measures-{position}", goals=len(goals))


def _check_measure(measure: MeasureIn, *, prefix: str, goals: int) -> None:
    if measure.code not in codes.SERVICES:
        raise Invalid(field=f"{prefix}-code", message=_("Choose the service from the list."))
    if measure.responsible not in codes.RESPONSIBLES:
        raise Invalid(field=f"{prefix}-responsible", message=_("Choose who answers for the service."))
    if measure.child_care_state not in {"", *codes.CHILD_CARE}:
        raise Invalid(
            field=f"{prefix}-child_care_state", message=_("Choose whether child care is needed or arranged.")
        )
    if measure.starts_on and measure.ends_on and measure.ends_on < measure.starts_on:
        raise Invalid(
            field=f"{prefix}-ends_on", message=_("The service ends before it begins. Check the two days.")
        )
    if measure.hours_week is not None and not 0 <= measure.hours_week <= MOST_HOURS:
        raise Invalid(field=f"{prefix}-hours_week", message=_("Give the hours of one week, 0 to 80."))
    if any(not 0 <= position < goals for position in measure.goals):
        raise Invalid(
            field=f"{prefix}-goals", message=_("This service points to a goal that is no longer in the plan.")
        )
