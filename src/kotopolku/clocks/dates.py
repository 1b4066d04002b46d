"""What the rows of cases and plans tell a clock beside the law's facts; a constant number of queries."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from uuid import UUID

from kotopolku.cases.models import Assessment, Case
from kotopolku.clocks.rules import CaseDates
from kotopolku.plans.models import Measure, Plan


def case_dates(cases: Sequence[Case]) -> dict[UUID, CaseDates]:
    """Return the dates of each case, by case id, in three queries."""
    ids = [case.pk for case in cases]
    begun = Assessment.objects.filter(case_id__in=ids).order_by("-started_on", "-pk")
    started = dict(begun.values_list("case_id", "started_on"))  # the earliest comes last and stays
    plans: dict[UUID, list[Plan]] = defaultdict(list)
    drawn_up = Plan.objects.filter(case_id__in=ids, state__in=["accepted", "ended"])
    for plan in drawn_up.order_by("made_on", "created_at"):
        plans[plan.case_id].append(plan)
    latest = {rows[-1].pk: case for case, rows in plans.items()}
    owed: dict[UUID, list[Measure]] = defaultdict(list)
    for measure in Measure.objects.filter(plan_id__in=list(latest), needs_referral=True):
        owed[latest[measure.plan_id]].append(measure)
    return {
        case.pk: _dates(
            case,
            started=started.get(case.pk),
            plan=plans[case.pk][-1] if case.pk in plans else None,
            owed=owed.get(case.pk, ()),
        )
        for case in cases
    }


def _dates(case: Case, *, started: date | None, plan: Plan | None, owed: Sequence[Measure]) -> CaseDates:
    # A service that has begun or been given up no longer waits for a referral.
    waiting = [measure for measure in owed if measure.referred_on is None and measure.state == "planned"]
    referred = [measure.referred_on for measure in owed if measure.referred_on is not None]
    return CaseDates(
        opened_on=case.opened_on,
        assessment_started_on=started,
        plan_in_force=plan is not None and plan.state == "accepted",
        plan_ended_on=plan.ended_on if plan is not None else None,
        next_step_on=plan.next_step_on if plan is not None else None,
        referrals_owed=len(owed),
        referrals_open=len(waiting),
        last_referred_on=max(referred, default=plan.made_on if plan is not None else None),
    )
