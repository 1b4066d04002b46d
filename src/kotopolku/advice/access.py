"""The only doors to visits and to what the area has decided about advice."""

from uuid import UUID

from kotopolku.advice.models import AdviceRules, AdviceVisit, NamedVisit
from kotopolku.advice.settings import AdviceSettings, read
from kotopolku.audit.acting import acting
from kotopolku.audit.doors import behind_door


def visit_for(visit_id: UUID, *, to: str = "read") -> AdviceVisit:
    """Return a visit of the acting duty's area; to="change" locks it. Raises NotFound, also for another area's."""
    rows = AdviceVisit.objects.filter(area_id=acting().actor.area_id)
    return behind_door(rows, visit_id, subject="visit", to=to)


def named_visit_for(named_id: int) -> NamedVisit:
    """Return a client's visit to change, locked; raises NotFound behind a wall."""
    return behind_door(NamedVisit.objects.all(), named_id, subject="named_visit", to="change")


def settings_of(area_id: str) -> AdviceSettings:
    """Return the area's topics and keys; none before a programme has been loaded."""
    row = AdviceRules.objects.filter(area_id=area_id).first()
    return read(row.stored if row else {})
