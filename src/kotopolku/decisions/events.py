"""Events of decisions on the timeline."""

from datetime import date
from typing import Any

from kotopolku.cases import events
from kotopolku.cases.models import Case
from kotopolku.decisions.codes import NO_SHOW_FEE
from kotopolku.law.wording import N_

SENTENCES: dict[str, str] = {
    "decision_made_assessment_refused": N_("Decision {number}: the requested assessment is not made."),
    "decision_made_no_show_fee": N_("Decision {number}: a fee is charged for a missed time."),
    "decision_corrected": N_("Decision {number} corrects an earlier decision."),
    "decision_delivered": N_("Decision {number} was given to the client."),
}


def tell(case: Case, code: str, *, on: date, kind: str, **params: Any) -> None:
    """Add one event of a decision to the case's timeline."""
    events.tell(
        case_id=case.pk,
        controller_id=case.controller_id,
        code=code,
        on=on,
        event_kind="contact" if kind == NO_SHOW_FEE else "assessment",
        provision="KotoL 95.1",
        **params,
    )
