"""Events of the network on the timeline. They name no place: a school's name tells where a protected client lives."""

from typing import Any

from kotopolku.cases import events
from kotopolku.cases.models import Case
from kotopolku.law.wording import N_

SENTENCES: dict[str, str] = {
    "member_added": N_("Added to the client's network: {role}."),
    "member_changed": N_("Changed in the client's network: {role}."),
    "member_ended": N_("No longer in the client's network: {role}."),
}


def tell(case: Case, code: str, *, role: str, text: str = "") -> None:
    """Add one event of the network to the case's timeline."""
    params: dict[str, Any] = {"role": role}
    events.tell(
        case_id=case.pk,
        controller_id=case.controller_id,
        code=code,
        text=text,
        event_kind="network",
        provision="",
        **params,
    )
