"""The one timeline of a case: events of assessment, plan, services, contacts, network and papers, in words."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from kotopolku.appointments.events import SENTENCES as APPOINTMENT_SENTENCES
from kotopolku.cases.views import EventView, Timeline
from kotopolku.decisions.events import SENTENCES as DECISION_SENTENCES
from kotopolku.fees.events import SENTENCES as FEE_SENTENCES
from kotopolku.handovers.events import SENTENCES as HANDOVER_SENTENCES
from kotopolku.network.events import SENTENCES as NETWORK_SENTENCES
from kotopolku.papers.events import SENTENCES as PAPER_SENTENCES
from kotopolku.plans.events import SENTENCES as PLAN_SENTENCES
from kotopolku.web.desk.findings import written
from kotopolku.web.desk.undo.view import note_undo_url
from kotopolku.web.desk.words import codes, events, network
from kotopolku.web.desk.words.facts import fact_name
from kotopolku.web.desk.words.grounds import code_word
from kotopolku.web.parts.choices import language_name
from kotopolku.web.parts.dates import day, day_short
from kotopolku.web.parts.packet.words import AUTHORITIES, WAYS
from kotopolku.web.parts.requests import number_or_none
from kotopolku.web.parts.shapes import Action, Citation, EntryKind, TimelineEntry

ACTS = frozenset({"legal", "assessment", "plan", "service"})
SENTENCES: Mapping[str, str] = {
    **PLAN_SENTENCES,
    **APPOINTMENT_SENTENCES,
    **HANDOVER_SENTENCES,
    **NETWORK_SENTENCES,
    **PAPER_SENTENCES,
    **DECISION_SENTENCES,
    **FEE_SENTENCES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which part of the timeline an address asks for: events of one kind ("" = all), older than a key."""

    kind: str = ""
    before: tuple[date, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One choice above the timeline."""

    label: str
    url: str
    current: bool


def wanted(query: QueryDict) -> Wanted:
    """Read what the address asks for; anything that no link of ours says is left out."""
    kind = query.get("kind", "")
    day_text, _comma, number = query.get("before", "").partition(",")
    before = number_or_none(number)
    try:
        key = (date.fromisoformat(day_text), before) if before is not None else None
    except ValueError:
        key = None
    return Wanted(kind=kind if kind in events.KINDS else "", before=key)


def filters(asked: Wanted) -> list[Filter]:
    """Return the choices of kinds, all of them first."""
    every = Filter(label=_("All"), url="?#events", current=not asked.kind)
    return [
        every,
        *(
            Filter(label=str(label), url=f"?kind={code}#events", current=asked.kind == code)
            for code, label in events.KINDS.items()
        ),
    ]


def older_url(found: Timeline, asked: Wanted) -> str:
    """Return where the older events of the same kind are; empty at the beginning."""
    if found.next_before is None:
        return ""
    query = {"kind": asked.kind} if asked.kind else {}
    before = f"{found.next_before[0].isoformat()},{found.next_before[1]}"
    return f"?{urlencode({**query, 'before': before})}#events"


def entries(timeline: Timeline, *, case_id: UUID, closed: bool) -> list[TimelineEntry]:
    """Return events as entries of the timeline, newest first; in a closed case nothing can be voided."""
    return [
        TimelineEntry(
            when=str(day_short(event.on)),
            year=event.on.year,
            act=_sentence(event),
            kind=_shape(event.kind),
            sentence=event.text,
            meta=event.by,
            citation=Citation(text=written(event.provision)) if event.provision else None,
            voided=_voided(event),
            action=_action(event, case_id, closed=closed),
        )
        for event in timeline.events
    ]


def _voided(event: EventView) -> str:
    if event.voided_at is None:
        return ""
    return _("voided %(day)s by %(name)s") % {"day": day(localdate(event.voided_at)), "name": event.voided_by}


def _shape(kind: str) -> EntryKind:
    if kind in ACTS:
        return EntryKind.ACT
    return EntryKind.DOCUMENT if kind == "document" else EntryKind.CONTACT


def _action(event: EventView, case_id: UUID, *, closed: bool) -> Action | None:
    if event.may_void and not closed:
        return Action(label=_("Void the note"), url=note_undo_url(case_id, event.id), kind="plain", post=True)
    if event.code == "paper_arrived":
        url = f"{reverse('desk:paper', args=[case_id])}?{urlencode({'paper': event.params['paper']})}"
        return Action(label=_("Open the paper"), url=url, kind="plain")
    return None


def _sentence(event: EventView) -> str:
    message = event.sentence or SENTENCES.get(event.code, "")
    if not message:
        return ""
    return _(message).format_map(_Written(event.params))


class _Written(dict[str, str]):
    """Params of an event as words: days as people write them, codes by their lists; an absent one is a dash."""

    def __init__(self, params: Mapping[str, Any]) -> None:
        super().__init__({name: _word(name, value) for name, value in params.items()})

    def __missing__(self, key: str) -> str:
        return "–"


BY_NAME = {
    "outcome": codes.ASSESSMENT_OUTCOMES,
    "because": codes.OPENED_BECAUSE,
    "kind": codes.MEASURE_KINDS,
    "way": {**WAYS, **codes.ANSWER_WAYS},
    "authority": AUTHORITIES,
    "state": codes.MEASURE_STATES,
    "role": network.ROLES,
}


#: A title is somebody's words or a code of the law's, also where it looks like a day.
SAID_BY: Mapping[str, Callable[[str], str]] = {
    "key": fact_name,
    "language": language_name,
    "title": code_word,
}


def _word(name: str, value: Any) -> str:
    if value is None:
        return _("municipality hidden")
    text = str(value)
    if name in SAID_BY:
        return SAID_BY[name](text)
    if name == "reason":
        return codes.word({**codes.CLOSED_REASONS, **codes.END_REASONS, **codes.OBSTACLE_REASONS}, text)
    if name in BY_NAME:
        return codes.word(BY_NAME[name], text)
    try:
        return str(day(date.fromisoformat(text)))
    except ValueError:
        return code_word(text)
