"""Varaaminen: a time for a client's case or for somebody in no register, in one act."""

from datetime import timedelta
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.appointments import codes
from kotopolku.appointments.access import bookable, room_for
from kotopolku.appointments.actions.keeping import hold, kept, keys_of, touched
from kotopolku.appointments.entries import BookingEntry
from kotopolku.appointments.events import tell
from kotopolku.appointments.hours import is_shut, obstacle, shut_between, usual_minutes
from kotopolku.appointments.models import Appointment, AppointmentWorker
from kotopolku.appointments.telling import BOOKED, tell_client
from kotopolku.appointments.whereabouts import place_of
from kotopolku.audit.acting import acting
from kotopolku.audit.action import about, action
from kotopolku.audit.actor import DESK
from kotopolku.audit.clock import database_now
from kotopolku.audit.errors import Invalid
from kotopolku.cases.access import case_for
from kotopolku.services.queries import places


@action(*DESK)
def book(*, entry: BookingEntry) -> UUID:
    """Book a time and return its id. Raises Invalid with a sentence when something is taken, shut or missing."""
    row = put_down(entry)
    tell_client(row, BOOKED)
    row.save(update_fields=["letter", "to_call"])
    about("appointment", row.pk)
    return row.pk


def put_down(entry: BookingEntry, *, series: UUID | None = None) -> Appointment:
    """Book a time, of a series or alone, without telling the client yet. Raises Invalid as `book` does."""
    now = acting()
    case = case_for(entry.case_id, to="change", must_be_open=True) if entry.case_id else None
    controller = case.controller_id if case else entry.municipality_id
    if controller is None or (case is None and controller not in now.actor.controllers):
        raise Invalid(field="municipality", message=_("Choose the municipality."))
    if case is None and not entry.name.strip():
        raise Invalid(field="name", message=_("Write what the person is called."))
    _check_codes(entry)
    minutes = entry.minutes or usual_minutes(
        now.actor.area_id or "", entry.kind, interpreted=entry.interpreted
    )
    row = Appointment(
        area_id=now.actor.area_id or "",
        controller_id=controller,
        case=case,
        name="" if case else entry.name.strip(),
        phone="" if case else entry.phone.strip(),
        kind=entry.kind,
        mode=entry.mode,
        place=entry.place if entry.mode == codes.AT_PLACE else "",
        room=room_for(entry.room_id) if entry.room_id and entry.mode == codes.AT_PLACE else None,
        link=entry.link.strip() if entry.mode == codes.VIDEO else "",
        language=entry.language,
        interpreted=entry.interpreted,
        starts_at=entry.starts_at,
        ends_at=entry.starts_at + timedelta(minutes=minutes),
        booked_by=now.actor.staff_id,
        booked_by_name=now.actor.name,
        booked_on=now.on,
        capacity=entry.capacity,
        series=series,
    )
    check_time(row, outside=entry.outside)
    names = workers_named(entry.workers)
    hold(keys_of(names, row.room_id))

    def save() -> None:
        row.save(force_insert=True)
        AppointmentWorker.objects.bulk_create([worker_row(row, one, name) for one, name in names.items()])

    kept(row, save, staff=names)
    tell(row, "appointment_booked")
    touched(row)
    return row


def worker_row(row: Appointment, staff_id: int, name: str) -> AppointmentWorker:
    """Return the row that takes a worker's time."""
    return AppointmentWorker(
        controller_id=row.controller_id,
        appointment=row,
        staff_id=staff_id,
        staff_name=name,
        starts_at=row.starts_at,
        ends_at=row.ends_at,
    )


def check_time(row: Appointment, *, outside: bool = False) -> None:
    """Raise Invalid at `starts` when nobody can meet at the row's time."""
    where = place_of(row.area_id, row.place) if row.place else None
    why = obstacle(
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        now=database_now(),
        on=acting().on,
        place=where,
        outside=outside,
    )
    shuts = shut_between(row.area_id, row.starts_at, row.ends_at) if where is not None else ()
    if why is None and not outside and is_shut(shuts, row.place, row.starts_at, row.ends_at):
        why = _("The office is closed then. Choose another time, or say that it was agreed.")
    if why is not None:
        raise Invalid(field="clock", message=why)


def check_minutes(minutes: int) -> None:
    """Raise Invalid for a length that cannot be meant."""
    if not codes.LEAST_MINUTES <= minutes <= codes.MOST_MINUTES:
        raise Invalid(field="minutes", message=_("Give the length in minutes, from 5 to 480."))


def _check_codes(entry: BookingEntry) -> None:
    if entry.kind not in codes.KINDS:
        raise Invalid(field="kind", message=_("Choose what the time is for."))
    if entry.mode not in codes.MODES:
        raise Invalid(field="mode", message=_("Choose how you meet."))
    if entry.minutes is not None:
        check_minutes(entry.minutes)
    if entry.capacity is not None and (
        entry.case_id or not codes.LEAST_IN_GROUP <= entry.capacity <= codes.MOST_IN_GROUP
    ):
        raise Invalid(field="capacity", message=_("Give how many fit in the group, from 2 to 60."))
    known = {one.id for one in places(acting().actor.area_id or "")}
    if entry.mode == codes.AT_PLACE and entry.place not in known:
        raise Invalid(field="place", message=_("Choose the place where you meet."))
    if entry.mode == codes.VIDEO and entry.link and not entry.link.strip().startswith("https://"):
        raise Invalid(
            field="link", message=_("Give the address of the video meeting. It begins with https://.")
        )
    if entry.room_id and entry.mode == codes.AT_PLACE and room_for(entry.room_id).place != entry.place:
        raise Invalid(field="room", message=_("The room is at another place. Choose a room of this place."))


def workers_named(asked: tuple[int, ...]) -> dict[int, str]:
    """Return id and name of the workers asked for; raises Invalid unless each of them works at the desk."""
    now = acting()
    known = bookable(now.actor.area_id, on=now.on)
    found = {one: known[one] for one in dict.fromkeys(asked) if one in known}
    if not found or len(found) != len(set(asked)) or len(found) > codes.MOST_WORKERS:
        raise Invalid(field="workers", message=_("Choose who meets the client."))
    return found
