"""Neuvonnan tiedot tietovarantoon (VNA 874/2024 4 §): what may be recorded nationally of a client's named visits.

Only visits that the client has let be named are here; who takes the consent back is here no more. Of a person under
non-disclosure only days and codes are given: a place, an author or a reason somebody wrote may tell where they live.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from kotopolku.advice.models import NamedVisit, OnwardGuidance
from kotopolku.audit import log
from kotopolku.audit.acting import acting
from kotopolku.people.queries import rows_by_id


@dataclass(frozen=True, slots=True, kw_only=True)
class GuidanceRecord:
    """4 §: the needs found, the services guided to, and what the consent was; the mark when it stands there.

    `needs` are topics of the area's log of advice; `guided_to` whom to ("place:ID" or "other:ID") and in which way.
    """

    id: int
    person: UUID
    on: date
    needs: tuple[str, ...]
    outcome: str
    guided_to: tuple[dict[str, str], ...]
    consent_how: str
    consent_on: date
    author: str
    source: str
    recorded_on: date | None
    recorded_by: str
    reason: str


def guidance_records(person_id: UUID) -> tuple[GuidanceRecord, ...]:
    """Return what may be recorded of a client's named visits, oldest first; the giving out is logged."""
    found = NamedVisit.objects.filter(person_id=person_id, visit__void_reason="").select_related("visit")
    rows = [*found.order_by("visit__at", "pk")]
    people = rows_by_id([person_id]) if rows else {}
    if person_id not in people:
        return ()
    log.listed(subject="guidance_record", persons=people, kind="export")
    masked = people[person_id].non_disclosure
    onward: dict[UUID, list[dict[str, str]]] = {}
    if not masked:
        for one in OnwardGuidance.objects.filter(visit__in=[row.visit_id for row in rows]).order_by("pk"):
            onward.setdefault(one.visit_id, []).append({"to": one.to, "way": one.way})
    source = "" if masked else f"{acting().actor.organisation}, Kotopolku"
    return tuple(
        GuidanceRecord(
            id=row.pk,
            person=person_id,
            on=row.visit.on,
            needs=tuple(row.visit.topics),
            outcome=row.visit.outcome,
            guided_to=tuple(onward.get(row.visit_id, ())),
            consent_how=row.consent_how,
            consent_on=row.consent_on,
            author="" if masked else row.visit.staff_name,
            source=source,
            recorded_on=row.recorded_on,
            recorded_by=row.recorded_by_name,
            reason="" if masked else row.recording_reason,
        )
        for row in rows
    )
