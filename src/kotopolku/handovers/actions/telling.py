"""Kertominen: acknowledge that responsibility moved, and tell the client who answers now."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import DESK
from kotopolku.audit.errors import Invalid
from kotopolku.handovers import codes
from kotopolku.handovers.access import responsibility_for
from kotopolku.handovers.events import tell


@action(*DESK)
def acknowledge_responsibility(*, responsibility_id: int, whom: str, on: date) -> None:
    """Record who of the authority has acknowledged that it answers now. Raises Invalid, Closed, NotFound."""
    row, case = responsibility_for(responsibility_id)
    if not whom.strip():
        raise Invalid(field="whom", message=_("Write who has acknowledged it."))
    if on > acting().on:
        raise Invalid(field="on", message=_("This day has not come yet. Give a day up to today."))
    row.acknowledged_on, row.acknowledged_by = on, whom.strip()
    row.save(update_fields=["acknowledged_on", "acknowledged_by"])
    tell(case, "responsibility_acknowledged", on=on, authority=row.authority, whom=whom.strip())


@action(*DESK)
def record_told(*, responsibility_id: int, way: str, on: date, note: str = "") -> None:
    """Record that the client was told who answers now, and how. Raises Invalid, Closed, NotFound."""
    row, case = responsibility_for(responsibility_id)
    if way not in codes.TOLD_WAYS:
        raise Invalid(field="way", message=_("Choose how the client was told."))
    if on > acting().on:
        raise Invalid(field="on", message=_("This day has not come yet. Give a day up to today."))
    row.told_on, row.told_how, row.told_by_name = on, way, acting().actor.name
    row.save(update_fields=["told_on", "told_how", "told_by_name"])
    tell(case, "responsibility_told", on=on, from_day=row.from_day, way=way, text=note.strip())
