"""Keskustelut ja hyvinvointialueen osuus sivuille: the talks of an assessment and what the county found out."""

from uuid import UUID

from kotopolku.audit.acting import current_actor
from kotopolku.audit.actor import Group
from kotopolku.cases.models import Assessment
from kotopolku.cases.sitting_models import AssessmentSitting, CountyPart
from kotopolku.cases.views import CountyPartView, SittingView


def sittings_of(assessment_id: UUID) -> tuple[SittingView, ...]:
    """Return the talks after the first, in the order of their days."""
    rows = AssessmentSitting.objects.filter(assessment=assessment_id).order_by("held_on", "pk")
    return tuple(
        SittingView(
            id=row.pk,
            held_on=row.held_on,
            channel=row.channel,
            place=row.place,
            weighty_reason=row.weighty_reason,
            language=row.language,
            interpreter_kind=row.interpreter_kind,
            minutes=row.minutes,
            recorded_by=row.recorded_by_name,
        )
        for row in rows
    )


def county_parts_of(assessment: Assessment) -> tuple[CountyPartView, ...] | None:
    """Return what the county found out, newest first; None for a duty that may not read it."""
    if Group.SENSITIVE not in current_actor().groups:
        return None
    if not assessment.county_participates:
        return ()
    rows = CountyPart.objects.filter(assessment=assessment).order_by("-said_on", "-pk")
    return tuple(
        CountyPartView(
            id=row.pk,
            who=row.who,
            way=row.way,
            said_on=row.said_on,
            needs=row.needs,
            ability=row.ability,
            by=row.by_name,
        )
        for row in rows
    )
