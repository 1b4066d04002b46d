"""Ryhmäaika: several clients in one time. Each joins by their own case and is told alone."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.appointments import codes
from kotopolku.appointments.access import appointment_for, member_for
from kotopolku.appointments.events import tell
from kotopolku.appointments.free import as_area
from kotopolku.appointments.hours import moment_now
from kotopolku.appointments.models import Appointment, GroupMember
from kotopolku.appointments.telling import BOOKED, CANCELLED, tell_member
from kotopolku.audit.acting import acting
from kotopolku.audit.action import about, action, touch
from kotopolku.audit.actor import DESK
from kotopolku.audit.errors import Invalid
from kotopolku.cases.access import case_for


@action(*DESK)
def join_group(*, appointment_id: UUID, case_id: UUID) -> None:
    """Put a client into a group's time and tell them. Raises Invalid when it is full, over or has them; NotFound."""
    row = _open_group(appointment_id)
    case = case_for(case_id, to="change", must_be_open=True)
    now = acting()
    with as_area(row.area_id):  # who joined from another municipality takes a place, too
        held = GroupMember.objects.filter(appointment=row)
        count, is_in = held.count(), held.filter(case_id=case_id).exists()
    if is_in:
        raise Invalid(field="", message=_("The client is in this group already."))
    if count >= (row.capacity or 0):
        raise Invalid(field="", message=_("The group is full. Choose another group or book a time."))
    member = GroupMember(
        controller_id=case.controller_id,
        appointment=row,
        case=case,
        added_on=now.on,
        added_by_name=now.actor.name,
    )
    tell_member(row, member, BOOKED)
    member.save(force_insert=True)
    _note_calls(row, member)
    tell(row, "appointment_booked", case=case)
    touch(case.person_id)
    about("appointment", row.pk)


@action(*DESK)
def leave_group(*, member_id: int) -> None:
    """Take a client out of a group's time and tell them; the place is free again. Raises Invalid, NotFound."""
    member = member_for(member_id)
    row = _open_group(member.appointment_id)
    tell_member(row, member, CANCELLED)
    tell(row, "appointment_cancelled_us", case=member.case)
    touch(member.case.person_id)
    about("appointment", row.pk)
    member.delete()


def _open_group(appointment_id: UUID) -> Appointment:
    row = appointment_for(appointment_id, to="change")
    if row.capacity is None or row.state != codes.BOOKED or row.starts_at <= moment_now(acting().on):
        raise Invalid(field="", message=_("This group is over or cancelled, or it is no group."))
    return row


def _note_calls(row: Appointment, member: GroupMember) -> None:
    if member.to_call and not row.to_call:
        row.to_call = True
        row.save(update_fields=["to_call"])
