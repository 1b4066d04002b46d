"""Save what takes somebody's time: the database refuses what is taken, and here it becomes a sentence."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext as _

from kotopolku.appointments.hours import clock
from kotopolku.appointments.models import Appointment, AppointmentWorker
from kotopolku.audit.action import touch
from kotopolku.audit.errors import Invalid
from kotopolku.audit.helsinki import HELSINKI

FIELDS = {
    "appointment_worker_staff_id_once": "workers",
    "appointment_room_id_once": "room",
    "interpreter_order_interpreter_id_once": "interpreter",
}
LOCK = 5_170_006


def hold(keys: Iterable[str]) -> None:
    """Let bookings of the same worker or room pass one after another, so that two never wait for each other."""
    with connection.cursor() as cursor:
        for key in sorted(set(keys)):
            cursor.execute("SELECT pg_advisory_xact_lock(%s, hashtext(%s))", [LOCK, key])


def keys_of(staff: Iterable[int], room_id: int | None) -> list[str]:
    """Return what a time takes, as keys of `hold`."""
    return [*(f"staff {one}" for one in staff), *([f"room {room_id}"] if room_id else [])]


def kept(row: Appointment, save: Callable[[], None], *, staff: Iterable[int]) -> None:
    """Run `save`; raises Invalid with who or what is taken when the database refuses it."""
    workers = tuple(staff)
    try:
        with transaction.atomic():
            save()
    except IntegrityError as fault:
        name = refused_by(fault)
        if name not in FIELDS:
            raise
        field = FIELDS[name]
        if field == "interpreter":
            message = _(
                "The interpreter has another time then. Choose another time, or cancel the order first."
            )
        else:
            message = _room_taken(row) if field == "room" else _workers_taken(row, workers)
        raise Invalid(field=field, message=message) from None


def refused_by(fault: IntegrityError) -> str:
    """Return the name of the constraint that the database refused a row by."""
    return getattr(getattr(fault.__cause__, "diag", None), "constraint_name", None) or ""


def touched(row: Appointment) -> None:
    """Let the log know whom an act was about; a light booking is about nobody in a register."""
    if row.case is not None:
        touch(row.case.person_id)


def _room_taken(row: Appointment) -> str:
    room = row.room.name if row.room else ""
    return _("%(room)s is taken then. Choose another room or another time.") % {"room": room}


def _workers_taken(row: Appointment, staff: tuple[int, ...]) -> str:
    """Say who is taken, when, and when all are free next on that day, as far as the reader may know."""
    seen = AppointmentWorker.objects.filter(
        staff__in=staff, taken=True, starts_at__lt=row.ends_at, ends_at__gt=row.starts_at
    ).exclude(appointment=row.pk)
    first = seen.order_by("starts_at").first()
    if first is None:
        return _("The worker has another time then. Choose another time or another worker.")
    said = _("%(name)s has another time then, %(from)s–%(to)s.") % {
        "name": first.staff_name,
        "from": _clock(first.starts_at),
        "to": _clock(first.ends_at),
    }
    free = _next_free(row, staff)
    if free is None:
        return f"{said} {_('Choose another day or another worker.')}"
    return f"{said} {_('The next free time on that day is %(clock)s.') % {'clock': _clock(free)}}"


def _next_free(row: Appointment, staff: tuple[int, ...]) -> datetime | None:
    """Return the first later start on the same day at which none of the workers is known to be taken."""
    length = row.ends_at - row.starts_at
    midnight = datetime.combine(
        row.starts_at.astimezone(HELSINKI).date() + timedelta(days=1), datetime.min.time(), tzinfo=HELSINKI
    )
    later = AppointmentWorker.objects.filter(
        staff__in=staff, taken=True, ends_at__gt=row.starts_at, starts_at__lt=midnight
    ).exclude(appointment=row.pk)
    free = row.starts_at
    for begins, ends in later.order_by("starts_at").values_list("starts_at", "ends_at"):
        if begins >= free + length:
            break
        free = max(free, ends)
    latest = datetime.combine(
        row.starts_at.astimezone(HELSINKI).date(), datetime.min.time().replace(hour=18), tzinfo=HELSINKI
    )
    return free if free + length <= latest else None


def _clock(value: datetime) -> str:
    return clock(value.astimezone(HELSINKI))
