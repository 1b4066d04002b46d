"""Events of decisions on the timeline."""

from datetime import date
from typing import Any

from kotopolku.cases import events
from kotopolku.cases.models import Case
from kotopolku.law.wording import N_

SENTENCES: dict[str, str] = {
    "decision_made": N_("Decision {number}: the requested assessment is not made."),
    "decision_corrected": N_("Decision {number} corrects an earlier decision."),
    "decision_delivered": N_("Decision {number} was given to the client."),
}


def tell(case: Case, code: str, *, on: date, **params: Any) -> None:
    """Add one event of a decision to the case's timeline."""
    events.tell(
        case_id=case.pk,
        controller_id=case.controller_id,
        code=code,
        on=on,
        event_kind="assessment",
        provision="KotoL 95.1",
        **params,
    )
