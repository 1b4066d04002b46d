"""Maksun määrä: the largest fee in force, entered with its source by who verified it; a wrong one is withdrawn."""

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.fees.entries import AmountEntry
from kotopolku.fees.models import FeeAmount


@action(Role.COORDINATOR, Role.ADMINISTRATOR)
def enter_fee_amount(*, entry: AmountEntry) -> int:
    """Enter the largest fee in force for a time, with its source, and return its number. Raises Invalid."""
    if entry.amount <= 0:
        raise Invalid(field="amount", message=_("Give the sum in euros."))
    if entry.valid_to < entry.valid_from:
        raise Invalid(field="valid_to", message=_("The last day is before the first one."))
    if not entry.source.strip():
        message = _("Write where you verified the sum: the decree, its number and day.")
        raise Invalid(field="source", message=message)
    now = acting()
    row = FeeAmount(
        area_id=now.actor.area_id or "",
        valid_from=entry.valid_from,
        valid_to=entry.valid_to,
        amount=entry.amount,
        source=entry.source.strip(),
        entered_by_name=now.actor.name,
        entered_on=now.on,
    )
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError:
        message = _("A sum has been entered for some of these days. Take it out of use first.")
        raise Invalid(field="valid_from", message=message) from None
    return row.pk


@action(Role.COORDINATOR, Role.ADMINISTRATOR)
def withdraw_fee_amount(*, amount_id: int) -> None:
    """Take a wrongly entered sum out of use; decisions made by it stay as they were made. Raises NotFound."""
    now = acting()
    found = FeeAmount.objects.filter(pk=amount_id, area_id=now.actor.area_id, withdrawn_on__isnull=True)
    if not found.update(withdrawn_on=now.on):
        raise NotFound("fee_amount")
