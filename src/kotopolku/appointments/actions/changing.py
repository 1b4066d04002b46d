"""Siirtäminen, luovuttaminen, peruminen, toteutuminen: what happens to a booked time."""

from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from kotopolku.appointments import codes
from kotopolku.appointments.access import appointment_for
from kotopolku.appointments.actions.booking import check_minutes, check_time, worker_row, workers_named
from kotopolku.appointments.actions.colleagues import check_colleague
from kotopolku.appointments.actions.interpreting import ask_anew, call_off
from kotopolku.appointments.actions.keeping import hold, kept, keys_of, touched
from kotopolku.appointments.events import tell
from kotopolku.appointments.models import Appointment, AppointmentWorker
from kotopolku.appointments.telling import CANCELLED, MOVED, REMINDER, tell_client
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import DESK, Role
from kotopolku.audit.clock import database_now
from kotopolku.audit.errors import Invalid, Stale
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.law.calendar import add_days
from kotopolku.letters.actions import notify

REMEMBERED_DAYS = 60
REMINDED_BEFORE = 2  # days


@action(*DESK)
def move(
    *,
    appointment_id: UUID,
    starts_at: datetime,
    version: int,
    minutes: int | None = None,
    outside: bool = False,
) -> None:
    """Move a time with its room and workers, all or nothing. Raises Invalid, Stale, NotFound."""
    row = booked_for(appointment_id, version)
    length = timedelta(minutes=minutes) if minutes is not None else row.ends_at - row.starts_at
    check_minutes(int(length.total_seconds() // 60))
    row.starts_at, row.ends_at = starts_at, starts_at + length
    check_time(row, outside=outside)
    staff = _staff_of(row)
    hold(keys_of(staff, row.room_id))
    put_at(row, lambda: None, staff=staff)


def put_at(row: Appointment, beside: Callable[[], None], *, staff: Iterable[int]) -> None:
    """Save a time's new start and end, `beside` before them; the client is told and the interpreter asked again."""
    row.reminded_on = None

    def save() -> None:
        beside()
        _save(row, "starts_at", "ends_at", "interpreted", "reminded_on")

    kept(row, save, staff=staff)
    tell(row, "appointment_moved")
    _tell_client(row, MOVED)
    ask_anew(row)
    touched(row)


@action(*DESK)
def give(*, appointment_id: UUID, to_staff_id: int, version: int, from_staff_id: int | None = None) -> None:
    """Give a time to a colleague: in place of `from_staff_id`, or of everybody. The colleague is told.

    Raises Invalid when the colleague has another time then, or there is no such worker; Stale, NotFound.
    """
    row = booked_for(appointment_id, version)
    name = workers_named((to_staff_id,))[to_staff_id]
    meeting = row.workers.filter(interprets=False)
    leaving = meeting if from_staff_id is None else row.workers.filter(staff_id=from_staff_id)
    interprets = leaving.filter(interprets=True).exists()
    if interprets:
        check_colleague(row, to_staff_id)
    hold(keys_of([to_staff_id], None))

    def save() -> None:
        leaving.delete()
        if not row.workers.filter(staff_id=to_staff_id).exists():
            worker = worker_row(row, to_staff_id, name)
            worker.interprets = interprets
            worker.save(force_insert=True)
        _save(row)

    kept(row, save, staff=[to_staff_id])
    tell(row, "appointment_given", staff=name)
    if to_staff_id != acting().actor.staff_id:
        notify(
            staff=[to_staff_id],
            code="appointment_given",
            route="desk:appointment",
            thing=row.pk,
            area_id=row.area_id,
        )
    touched(row)


@action(*DESK)
def cancel(*, appointment_id: UUID, by: str, version: int) -> None:
    """Cancel a time; workers and room are free again. Raises Invalid with when it was done for a second time."""
    row = booked_for(appointment_id, version)
    if by not in codes.CANCELLED_BY:
        raise Invalid(field="by", message=_("Choose who cancels the time."))
    call_it_off(row, by=by)


def call_it_off(row: Appointment, *, by: str) -> None:
    """Cancel a booked time with its interpreter's order, and tell the client."""
    release(row, by=by)
    tell_client(row, CANCELLED)
    row.to_call = row.to_call and by != codes.BY_CLIENT  # who cancels knows it
    row.save(update_fields=["letter", "to_call"])


def release(row: Appointment, *, by: str) -> None:
    """Free what a booked time takes, and call its interpreter off; the client is not told here."""
    row.state, row.taken, row.cancelled_by, row.cancelled_at = codes.CANCELLED, False, by, database_now()
    _save(row, "state", "taken", "cancelled_by", "cancelled_at")
    tell(row, f"appointment_cancelled_{by}")
    for order in row.orders.filter(state__in=codes.ORDER_OPEN).select_related("interpreter"):
        order.appointment = row
        call_off(order)
    touched(row)


@action(*DESK)
def record_attendance(*, appointment_id: UUID, came: bool, version: int) -> None:
    """Record whether the client came; until two months have gone a mistake is mended by recording the other.

    Raises Invalid before the time has begun, Stale, NotFound.
    """
    row = appointment_for(appointment_id, to="change")
    _refuse_cancelled(row)
    _same(row, version)
    day = row.starts_at.astimezone(HELSINKI).date()
    on, now = acting().on, database_now()
    if day > on or (now.astimezone(HELSINKI).date() == on and row.starts_at > now):
        raise Invalid(field="came", message=_("The time has not begun yet."))
    if on > add_days(day, REMEMBERED_DAYS):
        raise Invalid(field="came", message=_("The time is long over. It stays as it was recorded."))
    row.state = codes.HELD if came else codes.NO_SHOW
    _save(row, "state")
    tell(row, "appointment_held" if came else "appointment_no_show")
    touched(row)


@action(*DESK)
def note_reached(*, appointment_id: UUID) -> None:
    """Record that the client, whom no message reaches, was called and told about the time. Raises NotFound."""
    row = appointment_for(appointment_id, to="change")
    row.to_call = False
    row.save(update_fields=["to_call"])
    row.members.update(to_call=False)
    tell(row, "appointment_told")
    touched(row)


@action(Role.SYSTEM)
def remind(*, area_id: str) -> int:
    """Remind clients of times of the coming two days, once each; return how many. Twice a day is harmless.

    Who booked today or yesterday was told then, and is not told again.
    """
    on = acting().on
    first = datetime.combine(add_days(on, 1), time(), tzinfo=HELSINKI)
    due = Appointment.objects.select_for_update(of=("self",)).filter(
        area_id=area_id,
        state=codes.BOOKED,
        reminded_on__isnull=True,
        booked_on__lt=add_days(on, -1),
        starts_at__gte=first,
        starts_at__lt=first + timedelta(days=REMINDED_BEFORE),
    )
    reached = Q(case__isnull=False) | Q(capacity__isnull=False) | (Q(own__isnull=False) & ~Q(own__email=""))
    found = list(due.filter(reached).select_related("case", "room", "own").order_by("starts_at", "pk"))
    for row in found:
        tell_client(row, REMINDER)
        row.reminded_on = on
        row.save(update_fields=["reminded_on", "letter", "to_call"])
        touched(row)
    return len(found)


def _tell_client(row: Appointment, what: str) -> None:
    tell_client(row, what)
    row.save(update_fields=["letter", "to_call"])


def booked_for(appointment_id: UUID, version: int) -> Appointment:
    """Return a time that is still booked, locked. Raises Invalid, Stale, NotFound."""
    row = appointment_for(appointment_id, to="change")
    _refuse_cancelled(row)
    if row.state != codes.BOOKED:
        raise Invalid(field="", message=_("The time is over and recorded. Book a new one."))
    _same(row, version)
    return row


def _refuse_cancelled(row: Appointment) -> None:
    if row.cancelled_at is None:
        return
    when = row.cancelled_at.astimezone(HELSINKI)
    message = format_lazy(
        _("This time was cancelled already, on {day}. There is nothing to do."),
        day=f"{when.day}.{when.month}.{when.year}",
    )
    raise Invalid(field="", message=message)


def _same(row: Appointment, version: int) -> None:
    if row.version != version:
        raise Stale(f"appointment {row.pk}")


def _staff_of(row: Appointment) -> list[int]:
    return list(AppointmentWorker.objects.filter(appointment=row).values_list("staff_id", flat=True))


def _save(row: Appointment, *fields: str) -> None:
    row.version += 1
    row.save(update_fields=[*fields, "version"])
