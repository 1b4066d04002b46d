"""Hand-over events on the timeline: codes and their sentences; the sentence is made when it is shown."""

from datetime import date
from typing import Any

from kotopolku.cases import events
from kotopolku.cases.models import Case
from kotopolku.handovers.models import Packet
from kotopolku.law.wording import N_

SENTENCES: dict[str, str] = {
    "packet_sent": N_("{title} was handed over to {receiver}. Answer by {due_on}."),
    "packet_accepted": N_("{receiver} takes it on: {title} ({who})."),
    "packet_declined": N_("{receiver} cannot take it on: {title} ({who})."),
    "packet_started": N_("{receiver} has begun: {title} ({who})."),
    "packet_ended": N_("{receiver} has ended: {title} ({who})."),
    "packet_absent": N_("{receiver} was invited and did not come: {title} ({who})."),
    "packet_asked": N_("{receiver} asks about {title} ({who})."),
    "packet_chased": N_("The answer of {receiver} was asked for: {whom}."),
    "packet_withdrawn": N_("The hand-over to {receiver} was withdrawn: {title}."),
    "responsibility_moved": N_("Responsible from {from_day}: {authority}."),
    "responsibility_acknowledged": N_("{authority} has acknowledged the responsibility: {whom}."),
    "responsibility_told": N_("The client was told who is responsible from {from_day}: {way}."),
    "move_noted": N_("The client moves to {to} on {registered_on} and consents to passing the plan on."),
    "move_refused": N_("The client moves to {to} on {registered_on} and does not want anything passed on."),
    "move_continues": N_("The client moved here on {registered_on}. The plan goes on with its dates."),
    "placement_proposed": N_("Placement in the municipality was proposed: {proposed_by}."),
    "placement_accepted": N_("The municipality takes the client. Expected on {expected_on}."),
    "placement_declined": N_("The municipality does not take the client."),
    "placement_arrived": N_("The client arrived on {arrived_on}."),
    "placement_county_told": N_("The wellbeing services county was told of the arrival: {whom}."),
    "own_task_followed": N_("A task of the client's own was followed up: {title}."),
}
PROVISIONS = {
    "responsibility_moved": "KotoL 3.1",
    "move_noted": "KotoL 85 §",
    "move_refused": "KotoL 85 §",
    "placement_proposed": "KotoL 43 §",
    "placement_arrived": "KotoL 44 §",
}
CONTACTS = frozenset(
    {"packet_chased", "responsibility_told", "responsibility_acknowledged", "own_task_followed"}
)


def receiver_of(packet: Packet) -> dict[str, Any]:
    """Return how an event names the receiver: a municipality's name is masked where it would tell a client's home."""
    town = packet.organisation is not None and packet.organisation.kind == "municipality"
    return {"receiver": packet.receiver, **({"place_in": "receiver"} if town else {})}


def tell(
    case: Case, code: str, *, on: date | None = None, text: str = "", provision: str = "", **params: Any
) -> None:
    """Add one event of a hand-over to the case's timeline; days in `params` are kept as ISO text."""
    events.tell(
        case_id=case.pk,
        controller_id=case.controller_id,
        code=code,
        on=on,
        text=text,
        event_kind="contact" if code in CONTACTS else "legal",
        provision=provision or PROVISIONS.get(code, ""),
        **params,
    )
