"""The only door to decisions: under the walls, 404 for others, and the look is logged."""

from uuid import UUID

from kotopolku.audit import log
from kotopolku.audit.errors import NotFound
from kotopolku.decisions.models import Decision


def decision_for(decision_id: UUID, *, to: str = "read") -> Decision:
    """Return the decision with its case; to="change" locks the row. Raises NotFound."""
    rows = Decision.objects.select_related("case")
    if to == "change":
        rows = rows.select_for_update(of=("self",))
    row = rows.filter(pk=decision_id).first()
    if row is None:
        log.refuse(kind="look" if to == "read" else "change", subject="decision", subject_id=str(decision_id))
        raise NotFound(f"decision {decision_id}")
    if to == "read":
        log.looked(subject="decision", subject_id=str(row.pk), person=row.case.person_id)
    return row
