"""Tapahtumat: the timeline's codes, their sentences, and the one way to write them.

The sentence is made when it is shown, in the reader's language: `SENTENCES[code]` with the event's params. Days in
params are ISO text, codes are codes; names stand as they were.
"""

from datetime import date
from typing import Any
from uuid import UUID

from kotopolku.audit.acting import acting
from kotopolku.cases.models import Event
from kotopolku.law.wording import N_

SENTENCES: dict[str, str] = {
    "contact_received": N_("Contact from {sender} was received."),
    "own_request_received": N_("The client asked for an assessment."),
    "tip_received": N_("A tip was received."),
    "staff_found": N_("The need was noticed in our own services."),
    "case_opened": N_("The case was opened."),
    "officer_assigned": N_("{officer} is now responsible for the case."),
    "case_closed": N_("The case was closed."),
    "case_reopened": N_("The case was opened again: the closing was undone."),
    "case_reopened_later": N_("The case was opened again."),
    "officer_restored": N_("The change of officer was undone: {officer} is responsible for the case."),
    "assignment_undone": N_("The change of officer was undone: nobody is responsible for the case yet."),
    "judged": N_("An official judged: {key}."),
    "assessment_started": N_("The assessment was begun."),
    "assessment_measure": N_("A specifying measure was recorded: {kind}."),
    "told_all": N_("The client was told everything the law asks, in this language: {language}."),
    "county_joined": N_("The wellbeing services county takes part in the assessment."),
    "county_part": N_("The county's part came from {who}, {way}. Recorded on their behalf."),
    "assessment_concluded": N_("The assessment was concluded: {outcome}."),
    "case_granted": N_("The case was opened for reading to {organisation}."),
    "grant_ended": N_("{organisation} does not see the case any more."),
    "staff_barred": N_("{staff} may not see the client."),
    "bar_lifted": N_("{staff} may see the client again."),
    "answer_recorded": N_("{who}, {organisation}, answered: {way}. Recorded on their behalf."),
    "note": N_("Note"),
    "contact_note": N_("Contact with the client"),
    "no_show": N_("The client did not come, or was not reached."),
    "note_voided": N_("The note of {noted_on} was voided."),
}

#: A param with this name says which other param names a municipality: it is not shown of a client under a
#: non-disclosure order. Empty: none does.
PLACE_IN = "place_in"

#: Free notes: the only events that their writer may void.
NOTES = ("note", "contact_note", "no_show")

PROVISIONS = {
    "contact_received": "KotoL 9.2",
    "own_request_received": "KotoL 14.1(4)",
    "assessment_started": "KotoL 14.2",
    "assessment_measure": "VNA 869/2024 3 §",
    "told_all": "VNA 869/2024 2.3",
    "county_joined": "KotoL 14.4",
    "county_part": "KotoL 14.4",
    "assessment_concluded": "KotoL 14 §",
}

KINDS = {
    "assessment_started": "assessment",
    "assessment_measure": "assessment",
    "told_all": "assessment",
    "county_joined": "assessment",
    "county_part": "assessment",
    "assessment_concluded": "assessment",
    "contact_received": "contact",
    "own_request_received": "contact",
    "tip_received": "contact",
    "staff_found": "contact",
    "contact_note": "contact",
    "no_show": "contact",
    "answer_recorded": "contact",
    "note": "note",
    "note_voided": "note",
}


def tell(
    *,
    case_id: UUID,
    controller_id: int,
    code: str,
    on: date | None = None,
    text: str = "",
    event_kind: str | None = None,
    provision: str | None = None,
    voids: int | None = None,
    **params: Any,
) -> int:
    """Add one event to a case's timeline on a day (absent: today) and return its id; days in `params` are ISO text.

    `event_kind` (codes.EVENT_KINDS) and `provision` are those of the code where they are absent; the packages above,
    which have codes of their own, give them.
    """
    now = acting()
    return Event.objects.create(
        controller_id=controller_id,
        case_id=case_id,
        on=on or now.on,
        kind=KINDS.get(code, "legal") if event_kind is None else event_kind,
        code=code,
        params={
            name: value.isoformat() if isinstance(value, date) else value for name, value in params.items()
        },
        text=text,
        provision=PROVISIONS.get(code, "") if provision is None else provision,
        by=now.actor.staff_id,
        by_name=now.actor.name,
        voids_id=voids,
    ).pk
