"""Omien tehtävien seuranta: a day of our own on which we ask how a task of the client's own goes."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import DESK
from kotopolku.audit.errors import Invalid
from kotopolku.handovers.events import tell
from kotopolku.handovers.models import OwnFollowUp
from kotopolku.plans.access import measure_for


@action(*DESK)
def follow_own_task(*, measure_id: int, note: str, next_on: date | None = None) -> None:
    """Record how a task of the client's own goes, and when we ask again; without `next_on` it is not asked again.

    Raises Invalid, Closed, NotFound.
    """
    measure = measure_for(measure_id)
    on = acting().on
    if measure.responsible != "client":
        raise Invalid(field="note", message=_("This is not a task of the client's own."))
    if not note.strip():
        raise Invalid(field="note", message=_("Write how it goes."))
    if next_on is not None and next_on <= on:
        raise Invalid(field="next_on", message=_("Give a day after today on which you ask again."))
    case, title = measure.plan.case, measure.title or measure.code
    OwnFollowUp.objects.filter(measure_id=measure_id, done_on__isnull=True).update(
        done_on=on, note=note.strip()
    )
    if next_on is not None:
        OwnFollowUp.objects.create(
            controller_id=case.controller_id,
            case=case,
            measure_id=measure_id,
            title=title,
            due_on=next_on,
            by_name=acting().actor.name,
        )
    else:
        OwnFollowUp.objects.create(
            controller_id=case.controller_id,
            case=case,
            measure_id=measure_id,
            title=title,
            due_on=on,
            done_on=on,
            note=note.strip(),
            by_name=acting().actor.name,
        )
    tell(case, "own_task_followed", title=title, text=note.strip())
