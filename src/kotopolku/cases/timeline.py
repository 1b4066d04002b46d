"""Asian tapahtumat: the one timeline of a case, newest first, a page at a time."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q

from kotopolku.audit.acting import acting
from kotopolku.audit.prepared import Prepared
from kotopolku.cases.access import case_for
from kotopolku.cases.events import NOTES, PLACE_IN, SENTENCES
from kotopolku.cases.models import Case, Event
from kotopolku.cases.views import EventView, Timeline
from kotopolku.people.queries import rows_by_id

PAGE = 25
_EVENTS = Prepared(
    lambda case: (
        Event.objects.filter(case_id=case).select_related("voided_by").order_by("-on", "-pk")[: PAGE + 1]
    )
)


def timeline(
    case_id: UUID,
    *,
    kind: str | None = None,
    before: tuple[date, int] | None = None,
    same: Sequence[UUID] = (),
    size: int = PAGE,
) -> Timeline:
    """Return events of a case, the newest first, of one kind (codes.EVENT_KINDS) or of all. Raises NotFound.

    `same` are the ids of registrations linked as the case's person: with more than one, the events of all their cases.

    A case that this piece of work has opened already is not read and logged a second time.
    """
    if ("case", str(case_id)) not in acting().seen:
        case_for(case_id)
    if len(same) < 2 and kind is None and before is None and size <= PAGE:  # as the page opens
        found = _EVENTS(case=case_id)[: size + 1]
    else:
        found = _narrowed(case_id, kind=kind, before=before, same=same, size=size)
    places = any(row.params.get(PLACE_IN) for row in found) and _hides_place(case_id)
    shown = tuple(_event(row, places_hidden=places) for row in found[:size])
    last = shown[-1] if len(found) > size else None
    return Timeline(events=shown, next_before=(last.on, last.id) if last else None)


def _narrowed(
    case_id: UUID, *, kind: str | None, before: tuple[date, int] | None, same: Sequence[UUID], size: int
) -> list[Event]:
    events = Event.objects.filter(case_id=case_id)
    if len(same) > 1:
        events = Event.objects.filter(case__person_id__in=list(same))
    if kind is not None:
        events = events.filter(kind=kind)
    if before is not None:
        events = events.filter(Q(on__lt=before[0]) | Q(on=before[0], pk__lt=before[1]))
    return list(events.select_related("voided_by").order_by("-on", "-pk")[: size + 1])


def _hides_place(case_id: UUID) -> bool:
    """Whether municipalities are masked on the timeline: under an order, and where nobody here can know of one."""
    person_id = Case.objects.values_list("person_id", flat=True).get(pk=case_id)
    person = rows_by_id([person_id]).get(person_id)
    return person is None or person.non_disclosure


def _event(row: Event, *, places_hidden: bool) -> EventView:
    place = row.params.get(PLACE_IN) if places_hidden else None
    params = {
        name: None if name == place else value for name, value in row.params.items() if name != PLACE_IN
    }
    voided: Event | None = getattr(row, "voided_by", None)
    return EventView(
        id=row.pk,
        on=row.on,
        kind=row.kind,
        code=row.code,
        sentence=SENTENCES.get(row.code, ""),
        params=params,
        text=row.text,
        provision=row.provision,
        by=row.by_name,
        at=row.at,
        voided_by=voided.by_name if voided else "",
        voided_at=voided.at if voided else None,
        may_void=voided is None and row.code in NOTES and row.by == acting().actor.staff_id,
    )
