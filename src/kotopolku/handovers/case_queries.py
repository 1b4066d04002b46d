"""Asiakkaan luovutukset ja tehtävät: what the case page's panel shows beside the packets."""

from datetime import date, timedelta
from uuid import UUID

from kotopolku.audit.prepared import Prepared
from kotopolku.handovers.models import Move, OwnFollowUp, Placement
from kotopolku.handovers.views import MoveView, OwedTask, PlacementView
from kotopolku.law.calendar import add_months
from kotopolku.plans.models import Measure, Plan

#: Asked first so long after the plan, where nobody has agreed on a day (own target, never law).
FIRST_ASKED = timedelta(days=30)

_MEASURES = Prepared(
    lambda case, state: (
        Measure.objects.filter(plan__case_id=case, plan__state=state)
        .select_related("plan")
        .order_by("position")
    )
)
_MOVE = Prepared(lambda case: Move.objects.filter(case_id=case).select_related("to").order_by("-pk")[:1])


def owed_tasks(case_id: UUID) -> tuple[OwedTask, ...]:
    """Return what is owed to the measures of the plan in force: first the law's referrals, then our own days.

    The month of 20.5 is never moved by a holiday.
    """
    measures = _MEASURES(case=case_id, state="accepted")
    own = [one for one in measures if one.responsible == "client" and one.state in {"planned", "started"}]
    days = _followed([one.pk for one in own]) if own else {}
    owed = [
        OwedTask(measure_id=one.pk, title=one.title or one.code, due_on=_month_after(one.plan), own=False)
        for one in measures
        if one.needs_referral and one.referred_on is None and one.state == "planned"
    ]
    followed = [
        OwedTask(measure_id=one.pk, title=one.title or one.code, due_on=day, own=True)
        for one in own
        if (day := days.get(one.pk, _first_asked(one.plan))) is not None
    ]
    return (*owed, *followed)


def _month_after(plan: Plan) -> date | None:
    return add_months(plan.made_on, 1) if plan.made_on else None


def _first_asked(plan: Plan) -> date | None:
    return plan.made_on + FIRST_ASKED if plan.made_on else None


def _followed(measures: list[int]) -> dict[int, date | None]:
    """Return the open day by measure; None where it was asked and no new day was agreed."""
    rows = OwnFollowUp.objects.filter(measure_id__in=measures).order_by("pk")
    return {row.measure_id: row.due_on if row.done_on is None else None for row in rows}


def move_of(case_id: UUID) -> MoveView | None:
    """Return the latest move of a case."""
    row = _MOVE.first(case=case_id)
    if row is None:
        return None
    return MoveView(
        to=row.to.names.pick("fi").text if row.to else row.to_name,
        registered_on=row.registered_on,
        consent=row.consent,
        state=row.state,
        new_case=row.new_case,
    )


def placement_of(case_id: UUID) -> PlacementView | None:
    """Return the placement of a case."""
    row = Placement.objects.filter(case_id=case_id).first()
    if row is None:
        return None
    names = PlacementView.__dataclass_fields__.keys() - {"id", "steps"}
    return PlacementView(id=row.pk, steps=tuple(row.steps), **{name: getattr(row, name) for name in names})
