"""Maksusta kertominen: what was said about the fee when an interpreted time was booked. Later does not count."""

from uuid import UUID

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from kotopolku.appointments.access import appointment_for
from kotopolku.appointments.actions.keeping import touched
from kotopolku.appointments.codes import BOOKED
from kotopolku.appointments.hours import moment_now
from kotopolku.appointments.models import Appointment
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import DESK
from kotopolku.audit.errors import Invalid
from kotopolku.fees import codes
from kotopolku.fees.conditions import Ground, ground, stands
from kotopolku.fees.events import tell
from kotopolku.fees.models import FeeTold
from kotopolku.fees.words import fee_text

NO_INTERPRETER = _("No interpreter has been ordered for this time. Nothing is said about a fee.")
NO_FEE = _("No fee belongs to this time, so nothing is said about one.")
TOO_LATE = _(
    "The fee is told about when the time is booked. Told later it does not count, so nothing is said."
)


@action(*DESK)
def tell_fee(*, appointment_id: UUID, understood: bool) -> None:
    """Record that the client was told about the fee and how to cancel, on the day of booking, in the words shown.

    `understood`: the client told it back. Raises Invalid where nothing may be said about a fee, NotFound.
    """
    row = appointment_for(appointment_id, to="change")
    now = acting()
    obstacle = why_not_told(row, ground(row, on=now.on)) if row.case else NO_FEE
    if obstacle is not None:
        raise Invalid(field="", message=obstacle)
    said = fee_text(row.language)
    FeeTold.objects.create(
        controller_id=row.controller_id,
        appointment=row,
        language=said.language,
        spoken=row.language,
        text="\n".join(said.sentences),
        understood=understood,
        told_on=now.on,
        told_by=now.actor.staff_id,
        told_by_name=now.actor.name,
    )
    tell(row, "fee_told")
    touched(row)


def why_not_told(row: Appointment, known: Ground) -> Promise | None:
    """Return why nothing may be said about a fee; None when it may."""
    on = acting().on
    found = stands(known.facts, on=on)
    if codes.NOT_MET in {found[codes.KIND], found[codes.ADULT]}:
        return NO_FEE
    if not known.ordered:
        return NO_INTERPRETER
    if row.state != BOOKED or row.booked_on != on or row.starts_at <= moment_now(on):
        return TOO_LATE
    return None
