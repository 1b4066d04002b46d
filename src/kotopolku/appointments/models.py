"""Appointments. That nobody and no room is booked twice the database itself refuses (exclusion constraints, sql.py)."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kotopolku.accounts.models import Area, Staff
from kotopolku.appointments import codes
from kotopolku.cases.models import Case
from kotopolku.people.bases import OfController, one_of


class Room(models.Model):
    """Tila: a room at a place of service, where one meeting fits at a time."""

    id = models.BigAutoField(primary_key=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    place = models.TextField()  # a place of the programme
    name = models.TextField()
    directions = models.TextField(default="", blank=True)  # stair and floor, as an interpreter must find it
    ended_on = models.DateField(null=True)

    class Meta:
        db_table = "room"
        constraints = (
            models.UniqueConstraint(
                name="room_once", fields=["area", "place", "name"], condition=Q(ended_on__isnull=True)
            ),
            models.CheckConstraint(name="room_named", condition=~Q(name="") & ~Q(place="")),
        )


class Appointment(OfController):
    """Varattu aika: a time agreed on with a client, or with somebody who is in no register (light booking).

    The address of a home visit is never kept here: it is the client's own, behind their walls. `taken` is true until
    the time is cancelled; the database holds workers and rooms to it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    # Tied to the case's own pair (controller, case) by the composite key in the migration.
    case = models.ForeignKey(Case, null=True, on_delete=models.CASCADE, db_constraint=False, related_name="+")
    name = models.TextField(default="", blank=True)
    phone = models.TextField(default="", blank=True)
    kind = models.TextField()
    mode = models.TextField()
    place = models.TextField(default="", blank=True)  # a place of the programme
    room = models.ForeignKey(Room, null=True, on_delete=models.PROTECT, related_name="+")
    link = models.TextField(default="", blank=True)
    language = models.TextField(default="", blank=True)
    interpreted = models.BooleanField(default=False)
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    state = models.TextField(default=codes.BOOKED)
    taken = models.BooleanField(default=True)
    cancelled_by = models.TextField(default="", blank=True)
    cancelled_at = models.DateTimeField(null=True)
    booked_by = models.BigIntegerField(null=True)
    booked_by_name = models.TextField()
    booked_on = models.DateField()
    version = models.IntegerField(default=1)

    class Meta:
        db_table = "appointment"
        constraints = (
            models.UniqueConstraint(name="appointment_controller", fields=["controller", "id"]),
            models.UniqueConstraint(
                name="appointment_time", fields=["id", "starts_at", "ends_at", "taken"]
            ),  # children follow it
            one_of("appointment", "kind", codes.KINDS),
            one_of("appointment", "mode", codes.MODES),
            one_of("appointment", "state", codes.STATES),
            one_of("appointment", "cancelled_by", ("", *codes.CANCELLED_BY)),
            models.CheckConstraint(name="appointment_period", condition=Q(ends_at__gt=F("starts_at"))),
            models.CheckConstraint(
                name="appointment_whose", condition=Q(case__isnull=False, name="", phone="") | Q(case=None)
            ),
            models.CheckConstraint(
                name="appointment_cancelled",
                condition=Q(state=codes.CANCELLED, taken=False, cancelled_at__isnull=False)
                | (~Q(state=codes.CANCELLED) & Q(taken=True, cancelled_at__isnull=True, cancelled_by="")),
            ),
            models.CheckConstraint(
                name="appointment_room", condition=Q(room__isnull=True) | Q(mode=codes.AT_PLACE)
            ),
        )
        indexes = (
            models.Index(fields=["area", "starts_at"], name="appointment_day"),
            models.Index(fields=["case", "-starts_at"], name="appointment_of_case"),
        )

    def __str__(self) -> str:
        """Return the id: a name must not leak into logs by accident."""
        return str(self.pk)


class AppointmentWorker(OfController):
    """Ajan työntekijä: whose time it takes. Start, end and `taken` follow the appointment's own in the database."""

    id = models.BigAutoField(primary_key=True)
    appointment = models.ForeignKey(
        Appointment, on_delete=models.CASCADE, db_constraint=False, related_name="workers"
    )
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    staff_name = models.TextField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    taken = models.BooleanField(default=True)

    class Meta:
        db_table = "appointment_worker"
        constraints = (
            models.UniqueConstraint(name="appointment_worker_once", fields=["appointment", "staff"]),
        )
        indexes = (models.Index(fields=["staff", "starts_at"], name="appointment_worker_time"),)
