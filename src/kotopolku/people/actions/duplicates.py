"""Kaksoiskappaleet: the coordinator's list of identity codes that somebody tried to register a second time."""

from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.people.models import DuplicateReport


@action(Role.COORDINATOR)
def handle_duplicate_report(*, report_id: int, outcome: str) -> None:
    """Mark a report as handled and say what was done. Raises NotFound, or Invalid without words."""
    if not outcome.strip():
        raise Invalid(field="outcome", message=_("Write what was done, for those who ask later."))
    now = acting()
    changed = DuplicateReport.objects.filter(pk=report_id, handled_on__isnull=True).update(
        handled_on=now.on, handled_by_name=now.actor.name, outcome=outcome.strip()
    )
    if not changed:
        raise NotFound
