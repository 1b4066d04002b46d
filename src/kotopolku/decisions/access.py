"""The only door to decisions: under the walls, 404 for others, and the look is logged."""

from uuid import UUID

from kotopolku.audit import log
from kotopolku.audit.doors import behind_door
from kotopolku.decisions.models import Decision


def decision_for(decision_id: UUID, *, to: str = "read") -> Decision:
    """Return the decision with its case; to="change" locks the row. Raises NotFound."""
    row = behind_door(Decision.objects.select_related("case"), decision_id, subject="decision", to=to)
    if to == "read":
        log.looked(subject="decision", subject_id=str(row.pk), person=row.case.person_id)
    return row
