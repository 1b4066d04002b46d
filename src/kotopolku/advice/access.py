"""The only doors to visits and to what the area has decided about advice."""

from uuid import UUID

from kotopolku.advice.models import AdviceRules, AdviceVisit
from kotopolku.advice.settings import AdviceSettings, read
from kotopolku.audit import log
from kotopolku.audit.acting import acting
from kotopolku.audit.errors import NotFound


def visit_for(visit_id: UUID, *, lock: bool = False) -> AdviceVisit:
    """Return a visit of the acting duty's area; raises NotFound alike for none and for another area's."""
    rows = AdviceVisit.objects.select_for_update() if lock else AdviceVisit.objects
    found = rows.filter(pk=visit_id, area_id=acting().actor.area_id).first()
    if found is None:
        log.refuse(kind="look" if not lock else "change", subject="visit", subject_id=str(visit_id))
        raise NotFound(f"visit {visit_id}")
    return found


def settings_of(area_id: str) -> AdviceSettings:
    """Return the area's topics and keys; none before a programme has been loaded."""
    row = AdviceRules.objects.filter(area_id=area_id).first()
    return read(row.stored if row else {})
