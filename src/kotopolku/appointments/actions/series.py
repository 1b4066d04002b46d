"""Aikasarja: the same time every week, booked in one act and told in one message; all of it or nothing."""

from dataclasses import replace
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from django.db import transaction
from django.utils.translation import gettext as _

from kotopolku.appointments import codes
from kotopolku.appointments.access import series_from
from kotopolku.appointments.actions.booking import put_down
from kotopolku.appointments.actions.changing import booked_for, release
from kotopolku.appointments.entries import BookingEntry
from kotopolku.appointments.models import Appointment
from kotopolku.appointments.telling import BOOKED, CANCELLED, tell_series
from kotopolku.audit.action import about, action
from kotopolku.audit.actor import DESK
from kotopolku.audit.errors import Invalid
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.languages.days import plain_day

ABOUT_THE_DAY = frozenset({"clock", "workers", "room", "interpreter"})
"""What may be wrong with one week of a series and not with another."""


@action(*DESK)
def book_series(*, entry: BookingEntry, times: int, leave_out: bool = False) -> UUID:
    """Book the time of `entry` and the same in the following weeks, and return the first one's id.

    Raises Invalid with what is wrong with each week that does not fit, and books nothing; with `leave_out` those
    weeks are left out, if any other is left.
    """
    if not 1 <= times <= codes.MOST_TIMES:
        raise Invalid(field="times", message=_("Give how many times, from 1 to 20."))
    series, rows, faults = uuid4(), list[Appointment](), list[str]()
    for number in range(times):
        starts_at = _weeks_later(entry.starts_at, number)
        try:
            with transaction.atomic():
                rows.append(put_down(replace(entry, starts_at=starts_at), series=series))
        except Invalid as fault:
            if fault.field not in ABOUT_THE_DAY:
                raise
            faults.append(f"{plain_day(starts_at.date())}: {fault.message}")
    if faults and not (leave_out and rows):
        said = _("Nothing was booked. %(faults)s You can leave out the weeks that do not fit.")
        raise Invalid(field="times", message=said % {"faults": " ".join(faults)})
    tell_series(rows, BOOKED)
    about("appointment", rows[0].pk)
    return rows[0].pk


@action(*DESK)
def cancel_series(*, appointment_id: UUID, by: str, version: int) -> None:
    """Cancel a time and the later ones of its series that are still booked, and tell the client once.

    Raises Invalid with when it was done for a second time, Stale, NotFound.
    """
    row = booked_for(appointment_id, version)
    if by not in codes.CANCELLED_BY or row.series is None:
        raise Invalid(field="by", message=_("Choose who cancels the time."))
    rows = list(series_from(row))
    for one in rows:
        release(one, by=by)
    tell_series(rows, CANCELLED, told=by == codes.BY_CLIENT)
    about("appointment", row.pk)


def _weeks_later(moment: datetime, number: int) -> datetime:
    """Return the same time of day some weeks later, also when summer time begins or ends meanwhile."""
    local = moment.astimezone(HELSINKI)
    return datetime.combine(local.date() + timedelta(weeks=number), local.time(), tzinfo=HELSINKI)
