"""The only doors to appointments and rooms: NotFound behind a wall, and the look is logged on the client."""

from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from kotopolku.appointments.codes import BOOKED
from kotopolku.appointments.models import (
    Appointment,
    CalendarFeed,
    ColleagueLeave,
    GroupMember,
    Interpreter,
    InterpreterOrder,
    Room,
)
from kotopolku.audit import log
from kotopolku.audit.acting import current_actor
from kotopolku.audit.doors import behind_door
from kotopolku.roster.access import at_desk


def appointment_for(appointment_id: UUID, *, to: str = "read") -> Appointment:
    """Return an appointment; to="change" locks its row. Raises NotFound, and logs the refusal, behind a wall."""
    rows = Appointment.objects.filter(area_id=current_actor().area_id).select_related("case", "room")
    row = behind_door(rows, appointment_id, subject="appointment", to=to)
    if to == "read" and row.case is not None:
        log.looked(subject="appointment", subject_id=str(row.pk), person=row.case.person_id)
    return row


def series_from(row: Appointment) -> QuerySet[Appointment]:
    """Return a time and the later ones of its series that are still booked, locked, the earliest first."""
    found = Appointment.objects.select_for_update(of=("self",)).filter(
        area_id=row.area_id, series=row.series, state=BOOKED, starts_at__gte=row.starts_at
    )
    return found.select_related("case", "room").order_by("starts_at")


def member_for(member_id: int) -> GroupMember:
    """Return a client's place in a group's time, locked, with its case. Raises NotFound behind a wall."""
    rows = GroupMember.objects.filter(appointment__area_id=current_actor().area_id).select_related("case")
    return behind_door(rows, member_id, subject="group_member", to="change")


def rooms_of(area_id: str | None) -> QuerySet[Room]:
    """Return the rooms in use in the area, by place and name."""
    return Room.objects.filter(area_id=area_id, ended_on__isnull=True).order_by("place", "name")


def room_for(room_id: int, *, to: str = "read") -> Room:
    """Return a room in use of the acting duty's area. Raises NotFound."""
    return behind_door(rooms_of(current_actor().area_id), room_id, subject="room", to=to)


def bookable(area_id: str | None, *, on: date) -> dict[int, str]:
    """Return who can be booked in the area on the day: id and name of whoever works at its desk, by name."""
    pairs = (
        at_desk(area_id or "", on=on)
        .order_by("staff__name", "staff_id")
        .values_list("staff_id", "staff__name")
    )
    return {one: name for one, name in pairs if one is not None and name is not None}


def interpreters_of(area_id: str | None) -> QuerySet[Interpreter]:
    """Return the interpreters and agencies in use in the area, by name."""
    return Interpreter.objects.filter(area_id=area_id, ended_on__isnull=True).order_by("name", "pk")


def interpreter_for(interpreter_id: int, *, to: str = "read") -> Interpreter:
    """Return an interpreter in use of the acting duty's area. Raises NotFound."""
    rows = interpreters_of(current_actor().area_id)
    return behind_door(rows, interpreter_id, subject="interpreter", to=to)


def leaves_of(area_id: str) -> QuerySet[ColleagueLeave]:
    """Return the leaves to interpret other officials' matters that stand in the area, by name."""
    rows = ColleagueLeave.objects.filter(area_id=area_id, ended_on__isnull=True)
    return rows.select_related("staff").order_by("staff__name", "pk")


def feeds_of(area_id: str) -> QuerySet[CalendarFeed]:
    """Return the calendar feeds that run in the area."""
    return CalendarFeed.objects.filter(area_id=area_id, ended_on__isnull=True)


def order_for(order_id: int) -> InterpreterOrder:
    """Return an order to change, locked, with its appointment. Raises NotFound, and logs the refusal."""
    rows = InterpreterOrder.objects.filter(appointment__area_id=current_actor().area_id)
    found = rows.select_related("appointment__case", "appointment__room", "interpreter")
    return behind_door(found, order_id, subject="interpreter_order", to="change")
