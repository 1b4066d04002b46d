"""Review a plan in force (22 §), and keep the client's own request for it."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting, current_actor
from kotopolku.audit.action import action, touch
from kotopolku.audit.errors import Invalid
from kotopolku.plans import codes
from kotopolku.plans.access import plan_for
from kotopolku.plans.actions.roles import PREPARERS, STAFF
from kotopolku.plans.events import tell
from kotopolku.plans.facts import draft_facts
from kotopolku.plans.models import Plan, Review
from kotopolku.plans.refusals import PlanRefused, against_end, against_review_day, whose
from kotopolku.plans.versions import keep_version


@action(*STAFF, facts=True, official=True)
def review_plan(
    *,
    plan_id: UUID,
    version: int,
    on: date,
    participation: str,
    progress: str,
    source: str,
    hindrances: str = "",
    changes: str = "",
    source_note: str = "",
    county_participated: bool = False,
    ends_on: date | None = None,
    next_review_on: date | None = None,
    measures: Mapping[int, str] | None = None,
) -> None:
    """Review a plan in force (22 §; 874/2024 3 §): the next six months run from `on`.

    `source` is one of `codes.REVIEW_SOURCES`. `ends_on` sets a new last day, which the law must allow; with
    `next_review_on` an earlier review is agreed, and `measures` says how services of the plan (by number) stand
    now. Raises PlanRefused, Invalid, Stale, NotFound.
    """
    plan = plan_for(plan_id, to="change", version=version)
    _check_review(plan, on=on, participation=participation, progress=progress, source=source)
    facts = draft_facts(plan, on=on, proposed_end=ends_on or plan.ends_on, reviewed_on=on)
    refusals = whose(facts, area_id=plan.case.area_id, on=on) + against_review_day(
        facts, review_on=next_review_on, on=on
    )
    if ends_on is not None and ends_on != plan.ends_on:
        refusals += against_end(facts, on=on)
    if refusals:
        raise PlanRefused(refusals)
    _set_states(plan, measures or {})
    Review.objects.create(
        controller_id=plan.controller_id,
        plan=plan,
        on=on,
        participation=participation.strip(),
        progress=progress.strip(),
        hindrances=hindrances.strip(),
        changes=changes.strip(),
        source=source,
        source_note=source_note.strip(),
        county_participated=county_participated,
        ends_on_before=plan.ends_on,
        ends_on_after=ends_on or plan.ends_on,
        by=current_actor().staff_id,
        by_name=current_actor().name,
    )
    plan.ends_on = ends_on or plan.ends_on
    plan.review_agreed_on = next_review_on
    plan.version += 1
    plan.save()
    keep_version(plan, why="reviewed", on=on)
    tell(plan.case, "plan_reviewed", on=on, plan=str(plan.pk))
    touch(plan.case.person_id)


def _set_states(plan: Plan, states: Mapping[int, str]) -> None:
    """Write how services stand; those that are as they were stay untouched."""
    for measure in plan.measures.filter(pk__in=list(states)):
        state = states[measure.pk]
        if state == measure.state:
            continue
        if state not in {"started", "done", "dropped"}:
            raise Invalid(
                field=f"measure-{measure.pk}",
                message=_("Choose whether the service started, was completed or was given up."),
            )
        measure.state = state
        measure.save(update_fields=["state"])


def _check_review(plan: Plan, *, on: date, participation: str, progress: str, source: str) -> None:
    if plan.state != "accepted" or plan.made_on is None:
        raise Invalid(field="", message=_("Only a plan in force is reviewed."))
    if not plan.made_on <= on <= acting().on:
        raise Invalid(field="on", message=_("Give a day from the plan's day up to today."))
    if not participation.strip():
        raise Invalid(
            field="participation", message=_("Write how the client has taken part in the services.")
        )
    if not progress.strip():
        raise Invalid(field="progress", message=_("Write what has been achieved so far."))
    if source not in codes.REVIEW_SOURCES:
        raise Invalid(field="source", message=_("Choose who told it."))


@action(*PREPARERS, facts=True)
def ask_for_review(*, plan_id: UUID, on: date, change_in_needs: bool = False, text: str = "") -> None:
    """Record the client's request for a review, or a change in needs or situation (22 § 1 mom.)."""
    plan = plan_for(plan_id, to="change")
    if plan.state != "accepted":
        raise Invalid(field="", message=_("Only a plan in force is reviewed."))
    if on > acting().on:
        raise Invalid(field="on", message=_("This day has not come yet. Give a day up to today."))
    if change_in_needs:
        plan.change_in_needs_on = on
    else:
        plan.review_requested_on = on
    plan.review_request = text.strip()
    plan.version += 1
    plan.save()
    tell(plan.case, "needs_changed" if change_in_needs else "review_asked", on=on, text=text.strip())
    touch(plan.case.person_id)
