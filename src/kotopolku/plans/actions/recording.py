"""Mark what has been recorded in the national repository (kansallinen tietovaranto, KotoL 76 §), and take it back."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting, current_actor
from kotopolku.audit.action import action, touch
from kotopolku.audit.errors import Invalid
from kotopolku.cases.models import Assessment, Case
from kotopolku.plans.access import mark_for, subject_for
from kotopolku.plans.actions.roles import PREPARERS
from kotopolku.plans.models import NationalRecord, Plan, Review


@action(*PREPARERS, facts=True)
def mark_recorded(*, kind: str, record_id: UUID | int, recorded_on: date | None = None) -> int:
    """Record that an assessment, a plan or a review (`kind`) now stands in the national system; return the mark.

    `recorded_on` defaults to the acting day. Raises Invalid when it is not finished or marked already, NotFound.
    """
    day = recorded_on or acting().on
    row = subject_for(kind, record_id)
    made_on, case = made(row)
    if made_on is None:
        raise Invalid(
            field="", message=_("It is not finished yet. Only what has been made is recorded there.")
        )
    if not made_on <= day <= acting().on:
        raise Invalid(field="recorded_on", message=_("Give a day from the day it was made up to today."))
    actor = current_actor()
    try:
        with transaction.atomic():
            mark = NationalRecord.objects.create(
                controller_id=row.controller_id,
                case=case,
                kind=kind,
                subject=str(record_id),
                recorded_on=day,
                by=actor.staff_id,
                by_name=actor.name,
            )
    except IntegrityError as fault:
        raise Invalid(field="", message=_("It is marked as recorded already.")) from fault
    touch(case.person_id)
    return mark.pk


def made(row: Assessment | Plan | Review) -> tuple[date | None, Case]:
    """Return the day a finished assessment, plan or review was made (None: unfinished), and its case."""
    if isinstance(row, Assessment):
        return (row.made_on or row.concluded_on) if row.state == "concluded" else None, row.case
    if isinstance(row, Plan):
        return row.made_on if row.state != "draft" else None, row.case
    return row.on, row.plan.case


@action(*PREPARERS, facts=True)
def unmark_recorded(*, mark_id: int) -> None:
    """Take back a mark made by mistake; the row stays, void. Raises NotFound."""
    mark = mark_for(mark_id)
    mark.voided_by_name = current_actor().name
    mark.voided_on = acting().on
    mark.save(update_fields=["voided_by_name", "voided_on"])
    touch(mark.case.person_id)
