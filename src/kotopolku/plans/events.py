"""Plan events on the timeline: codes, their sentences and provisions.

The sentence is made when it is shown, in the reader's language: `SENTENCES[code]` with the event's params.
"""

from datetime import date
from typing import Any

from kotopolku.cases import events
from kotopolku.cases.models import Case
from kotopolku.law.wording import N_

SENTENCES: dict[str, str] = {
    "plan_drafted": N_("A plan was begun."),
    "plan_accepted": N_("A plan was drawn up until {ends_on} and accepted."),
    "plan_continued": N_("The plan continues: a new plan until {ends_on} was accepted."),
    "plan_frozen": N_(
        "Job search began: the draft of the plan is frozen and offered to the employment authority."
    ),
    "plan_unfrozen": N_("Job search has ended: the draft of the plan was taken up again."),
    "measure_referred": N_("The client was guided to apply: {title}."),
    "measure_started": N_("A service began: {title}."),
    "measure_done": N_("A service was completed: {title}."),
    "measure_dropped": N_("A service was given up: {title}."),
    "plan_reviewed": N_("The plan was reviewed."),
    "review_asked": N_("The client asked for a review of the plan."),
    "needs_changed": N_("The client's need of services or situation changed."),
    "next_step_agreed": N_("It was agreed where the client goes after the plan."),
    "plan_ended": N_("The plan ended on {ended_on}."),
    "obstacle_recorded": N_("The plan could not be carried out from {first_day}."),
    "obstacle_ended": N_("The plan can be carried out again from {first_day_after}."),
}

PROVISIONS = {
    "plan_drafted": "KotoL 20.1",
    "plan_accepted": "KotoL 16 §",
    "plan_continued": "KotoL 23.2",
    "plan_frozen": "KotoL 3.1",
    "plan_unfrozen": "KotoL 3.1",
    "measure_referred": "KotoL 20.5",
    "plan_reviewed": "KotoL 22.1",
    "review_asked": "KotoL 22.1",
    "needs_changed": "KotoL 22.1",
    "next_step_agreed": "KotoL 23.6",
    "plan_ended": "KotoL 23 §",
    "obstacle_recorded": "KotoL 23.4",
    "obstacle_ended": "KotoL 23.4",
}

#: Kinds on the timeline (cases.codes.EVENT_KINDS) of what is not the plan itself.
KINDS = {
    "review_asked": "contact",
    "needs_changed": "contact",
    "measure_referred": "service",
    "measure_started": "service",
    "measure_done": "service",
    "measure_dropped": "service",
}


def tell(case: Case, code: str, *, on: date, text: str = "", **params: Any) -> None:
    """Add one event of a plan to the case's timeline; days in `params` are kept as ISO text."""
    events.tell(
        case_id=case.pk,
        controller_id=case.controller_id,
        code=code,
        on=on,
        text=text,
        event_kind=KINDS.get(code, "plan"),
        provision=PROVISIONS.get(code, ""),
        **params,
    )
