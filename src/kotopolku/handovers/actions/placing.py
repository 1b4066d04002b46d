"""Kuntaan ohjaaminen (43–44 §): what was proposed and answered, the expected day, housing, and the first week."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import DESK, Role
from kotopolku.audit.errors import Invalid
from kotopolku.cases.access import case_for
from kotopolku.handovers import codes
from kotopolku.handovers.access import placement_for
from kotopolku.handovers.events import tell
from kotopolku.handovers.models import Placement


@action(Role.OFFICER, Role.COORDINATOR)
def record_placement(*, case_id: UUID, proposed_on: date, proposed_by: str) -> int:
    """Record that the client's placement in the municipality was proposed. Raises Invalid, Closed, NotFound."""
    case = case_for(case_id, to="change", must_be_open=True)
    if not proposed_by.strip():
        raise Invalid(field="proposed_by", message=_("Write who proposes the placement."))
    if proposed_on > acting().on:
        raise Invalid(field="proposed_on", message=_("This day has not come yet. Give a day up to today."))
    if Placement.objects.filter(case=case).exists():
        raise Invalid(field="proposed_by", message=_("A placement is recorded already. Go on in it."))
    row = Placement.objects.create(
        controller_id=case.controller_id,
        case=case,
        proposed_on=proposed_on,
        proposed_by=proposed_by.strip(),
        by_name=acting().actor.name,
    )
    tell(case, "placement_proposed", on=proposed_on, proposed_by=row.proposed_by)
    return row.pk


@action(Role.OFFICER, Role.COORDINATOR)
def answer_placement(
    *, placement_id: int, answer: str, answered_on: date, reason: str = "", expected_on: date | None = None
) -> None:
    """Record the municipality's answer (accepted, declined). A yes has an expected day, a no its reason.

    Raises Invalid, Closed, NotFound.
    """
    row, case = placement_for(placement_id)
    if answer not in ("accepted", "declined"):
        raise Invalid(field="answer", message=_("Choose the municipality's answer."))
    if answer == "declined" and not reason.strip():
        raise Invalid(field="reason", message=_("Write why the municipality does not take the client."))
    if answer == "accepted" and expected_on is None:
        raise Invalid(field="expected_on", message=_("Give the day on which the client is expected."))
    if not row.proposed_on <= answered_on <= acting().on:
        raise Invalid(field="answered_on", message=_("Give a day from the proposal up to today."))
    row.answer, row.answered_on, row.answer_reason = answer, answered_on, reason.strip()
    row.expected_on = expected_on
    row.save(update_fields=["answer", "answered_on", "answer_reason", "expected_on"])
    tell(case, f"placement_{answer}", on=answered_on, expected_on=expected_on or "", text=reason.strip())


@action(*DESK)
def arrange_placement(
    *,
    placement_id: int,
    expected_on: date | None,
    housing: str,
    county_told_on: date | None,
    county_told_whom: str,
    arrived_on: date | None,
    steps: Collection[str],
) -> None:
    """Keep what is arranged: day, housing, the county told, arrival, and what of the first week is done.

    A step keeps the day and name of who ticked it first. Raises Invalid, Closed, NotFound.
    """
    row, case = placement_for(placement_id)
    on = acting().on
    if row.answer != "accepted":
        raise Invalid(field="", message=_("Record the municipality's answer first."))
    if county_told_on is not None and not county_told_whom.strip():
        raise Invalid(field="county_told_whom", message=_("Write who was told at the county."))
    for field, day in (("county_told_on", county_told_on), ("arrived_on", arrived_on)):
        if day is not None and day > on:
            raise Invalid(field=field, message=_("This day has not come yet. Give a day up to today."))
    if not set(steps) <= set(codes.FIRST_WEEK):
        raise Invalid(field="steps", message=_("Choose from the list."))
    told, arrived = row.county_told_on, row.arrived_on
    row.expected_on, row.housing = expected_on, housing.strip()
    row.county_told_on, row.county_told_whom = county_told_on, county_told_whom.strip()
    row.arrived_on = arrived_on
    done = {"on": on.isoformat(), "by": acting().actor.name}
    row.steps = {step: row.steps.get(step, done) for step in codes.FIRST_WEEK if step in set(steps)}
    row.save()
    if county_told_on is not None and county_told_on != told:
        tell(case, "placement_county_told", on=county_told_on, whom=row.county_told_whom)
    if arrived_on is not None and arrived_on != arrived:
        tell(case, "placement_arrived", on=arrived_on, arrived_on=arrived_on)
