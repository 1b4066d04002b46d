"""While a plan is in force: guiding to agreed services (20 § 5 mom.), and how they go."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.errors import Invalid
from kotopolku.plans.access import measure_for
from kotopolku.plans.actions.roles import PREPARERS
from kotopolku.plans.events import tell


@action(*PREPARERS, facts=True)
def record_referral(*, measure_id: int, referred_on: date, referred_to: str = "") -> None:
    """Record that the client was guided to apply to an agreed service (20 § 5 mom.). Raises Invalid, NotFound."""
    measure = measure_for(measure_id)
    plan = measure.plan
    if plan.state != "accepted" or plan.made_on is None:
        raise Invalid(field="", message=_("Accept the plan first. The month for guiding runs from its day."))
    if not plan.made_on <= referred_on <= acting().on:
        raise Invalid(field="referred_on", message=_("Give a day from the plan's day up to today."))
    measure.referred_on, measure.referred_to = referred_on, referred_to.strip()
    if measure.state == "planned":
        measure.state = "referred"
    measure.save()
    tell(
        plan.case,
        "measure_referred",
        on=referred_on,
        title=measure.title or measure.code,
        to=measure.referred_to,
    )
    touch(plan.case.person_id)


@action(*PREPARERS, facts=True)
def set_measure_state(*, measure_id: int, state: str, on: date) -> None:
    """Record that an agreed service started, was completed or was given up. Raises Invalid, NotFound."""
    measure = measure_for(measure_id)
    if state not in {"started", "done", "dropped"}:
        raise Invalid(
            field="state", message=_("Choose whether the service started, was completed or was given up.")
        )
    if measure.plan.state == "draft":
        raise Invalid(field="", message=_("Accept the plan first."))
    if on > acting().on:
        raise Invalid(field="on", message=_("This day has not come yet. Give a day up to today."))
    measure.state = state
    measure.save()
    tell(measure.plan.case, f"measure_{state}", on=on, title=measure.title or measure.code)
    touch(measure.plan.case.person_id)
