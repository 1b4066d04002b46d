"""Events of fees on the timeline."""

from typing import Any

from kotopolku.appointments.models import Appointment
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.cases import events
from kotopolku.law.wording import N_

SENTENCES: dict[str, str] = {
    "fee_told": N_("The client was told about the fee for staying away on {day}."),
    "fee_hearing_letter": N_(
        "The client was asked in writing about the missed time of {day}. Answer by {answer_by}."
    ),
    "fee_hearing_call": N_(
        "The client was asked by a call about the missed time of {day}. Answer by {answer_by}."
    ),
    "fee_answered": N_("The client answered about the missed time of {day}."),
    "fee_dropped": N_("No fee is charged for the missed time of {day}."),
}


def tell(row: Appointment, code: str, **params: Any) -> None:
    """Add one event of a fee to the timeline of the time's case."""
    if row.case_id is None:
        return
    events.tell(
        case_id=row.case_id,
        controller_id=row.controller_id,
        code=code,
        event_kind="contact",
        provision="KotoL 32 a.1",
        day=row.starts_at.astimezone(HELSINKI).date(),
        **params,
    )
