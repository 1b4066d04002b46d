"""Events of appointments on the timeline: codes and their sentences; nothing about what is talked about."""

from typing import Any

from kotopolku.appointments import hours
from kotopolku.appointments.models import Appointment
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.cases import events
from kotopolku.cases.models import Case
from kotopolku.law.wording import N_

SENTENCES: dict[str, str] = {
    "appointment_booked": N_("A time was booked for {day}, {clock}."),
    "appointment_moved": N_("The time was moved to {day}, {clock}."),
    "appointment_given": N_("The time of {day}, {clock}, was given to {staff}."),
    "appointment_cancelled_client": N_("The client cancelled the time of {day}, {clock}."),
    "appointment_cancelled_us": N_("We cancelled the time of {day}, {clock}."),
    "appointment_told": N_("The client was called and told about the time of {day}, {clock}."),
    "interpreter_ordered": N_("An interpreter was asked for the time of {day}, {clock}."),
    "interpreter_confirmed": N_("An interpreter comes to the time of {day}, {clock}."),
    "interpreter_declined": N_("The interpreter asked cannot come to the time of {day}, {clock}."),
    "interpreter_cancelled": N_("The interpreter of the time of {day}, {clock}, was cancelled."),
    "colleague_interprets": N_("{staff} interprets the time of {day}, {clock}."),
    "colleague_released": N_("{staff} does not interpret the time of {day}, {clock}."),
    "appointment_held": N_("The client came to the time of {day}, {clock}."),
    "appointment_no_show": N_("The client did not come to the time of {day}, {clock}."),
}


def tell(row: Appointment, code: str, *, case: Case | None = None, **params: Any) -> None:
    """Add one event of an appointment to its case's timeline, or a member's; a light booking has none."""
    whose = case or row.case
    if whose is None:
        return
    begin = row.starts_at.astimezone(HELSINKI)
    events.tell(
        case_id=whose.pk,
        controller_id=whose.controller_id,
        code=code,
        event_kind="contact",
        day=begin.date(),
        clock=hours.clock(begin),
        **params,
    )
