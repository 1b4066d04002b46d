"""Appointments. That nobody and no room is booked twice the database itself refuses (exclusion constraints, sql.py)."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from kotopolku.accounts.models import Area, Staff
from kotopolku.appointments import codes
from kotopolku.cases.models import Case
from kotopolku.people.bases import AboutPerson, OfController, one_of


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
    letter = models.UUIDField(null=True)  # the last message about the time, as it was sent
    to_call = models.BooleanField(
        default=False
    )  # the client must be told by a person: no message reaches them
    reminded_on = models.DateField(null=True)
    capacity = models.IntegerField(null=True)  # how many fit in a group's time; None: it is no group
    series = models.UUIDField(null=True)  # the same in every time of a weekly series
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
            models.UniqueConstraint(
                name="appointment_span", fields=["id", "starts_at", "ends_at"]
            ),  # so do orders, whether it is taken or not
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
                name="appointment_group",
                condition=Q(capacity__isnull=True) | Q(capacity__gte=2, case__isnull=True),
            ),
            models.CheckConstraint(
                name="appointment_room", condition=Q(room__isnull=True) | Q(mode=codes.AT_PLACE)
            ),
        )
        indexes = (
            models.Index(fields=["area", "starts_at"], name="appointment_day"),
            models.Index(fields=["case", "-starts_at"], name="appointment_of_case"),
            models.Index(fields=["series"], name="appointment_series", condition=Q(series__isnull=False)),
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
    interprets = models.BooleanField(default=False)  # is there to interpret, not to meet the client

    class Meta:
        db_table = "appointment_worker"
        constraints = (
            models.UniqueConstraint(name="appointment_worker_once", fields=["appointment", "staff"]),
        )
        indexes = (models.Index(fields=["staff", "starts_at"], name="appointment_worker_time"),)


class GroupMember(OfController):
    """Ryhmäajan osallistuja: a client in a time that several share. Each is told alone, of nobody else."""

    id = models.BigAutoField(primary_key=True)
    appointment = models.ForeignKey(Appointment, on_delete=models.CASCADE, related_name="members")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_constraint=False, related_name="+")
    letter = models.UUIDField(null=True)
    to_call = models.BooleanField(default=False)
    added_on = models.DateField()
    added_by_name = models.TextField()

    class Meta:
        db_table = "group_member"
        constraints = (models.UniqueConstraint(name="group_member_once", fields=["appointment", "case"]),)


class OwnBooking(OfController):
    """Itse varattu aika: by what a visitor who booked without signing in opens their own time, and only that.

    `code` and `secret` are what is kept of the one-time code and of the page it opened; `open_until` ends the page.
    """

    id = models.BigAutoField(primary_key=True)
    appointment = models.OneToOneField(
        Appointment, on_delete=models.CASCADE, db_constraint=False, related_name="own"
    )
    email = models.TextField(default="", blank=True)
    language = models.TextField()  # of the pages, and of what is sent
    code = models.TextField()
    secret = models.TextField()
    open_until = models.DateTimeField()

    class Meta:
        db_table = "own_booking"
        constraints = (
            models.UniqueConstraint(name="own_booking_code", fields=["code"]),
            models.UniqueConstraint(name="own_booking_secret", fields=["secret"]),
        )
        indexes = (models.Index(fields=["email"], name="own_booking_email"),)


class Interpreter(models.Model):
    """Tulkki: an interpreter or an agency, as the area has agreed with them. The area's own duties see it."""

    id = models.BigAutoField(primary_key=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    name = models.TextField()
    is_agency = models.BooleanField(default=False)  # sends one of many, so it is never taken
    email = models.TextField()
    phone = models.TextField(default="", blank=True)
    languages = ArrayField(models.TextField(), default=list)
    dialects = models.TextField(default="", blank=True)
    modes = ArrayField(models.TextField(), default=list)
    gender = models.TextField(default="", blank=True)
    hour_price = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    lead_days = models.IntegerField(default=14)  # how long before they want to know
    late_hours = models.IntegerField(default=24)  # a later cancelling is charged
    ended_on = models.DateField(null=True)

    class Meta:
        db_table = "interpreter"
        constraints = (
            one_of("interpreter", "gender", ("", *codes.GENDERS)),
            models.CheckConstraint(
                name="interpreter_known", condition=~Q(name="") & ~Q(email="") & Q(languages__len__gte=1)
            ),
            models.CheckConstraint(
                name="interpreter_terms",
                condition=Q(lead_days__gte=0, late_hours__gte=0)
                & (Q(hour_price__isnull=True) | Q(hour_price__gte=0)),
            ),
        )


class InterpreterOrder(OfController):
    """Tulkkitilaus: one interpreter asked for one time, by a code and without the client's name.

    Start and end follow the appointment's own. `holds` is true while a person (not an agency) is asked or has
    promised: the database holds them to it. `digest` is what is kept of the answer link's secret.
    """

    id = models.BigAutoField(primary_key=True)
    appointment = models.ForeignKey(
        Appointment, on_delete=models.CASCADE, db_constraint=False, related_name="orders"
    )
    interpreter = models.ForeignKey(Interpreter, on_delete=models.PROTECT, related_name="+")
    code = models.TextField()
    language = models.TextField()
    dialect = models.TextField(default="", blank=True)
    gender = models.TextField(default="", blank=True)
    topic = models.TextField()
    contact = models.TextField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    holds = models.BooleanField()
    state = models.TextField(default=codes.ORDERED)
    digest = models.TextField(default="", blank=True)
    ordered_on = models.DateField()
    ordered_by_name = models.TextField()
    answered_by = models.TextField(default="", blank=True)  # "": by the link
    answered_on = models.DateField(null=True)
    cancelled_late = models.BooleanField(default=False)
    minutes = models.IntegerField(null=True)
    cost = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    funding = models.TextField(default="", blank=True)  # who pays, "" until it is known
    quality = models.TextField(default="", blank=True)  # of the interpreting, by one tap

    class Meta:
        db_table = "interpreter_order"
        constraints = (
            models.UniqueConstraint(name="interpreter_order_code", fields=["code"]),
            one_of("interpreter_order", "state", codes.ORDER_STATES),
            one_of("interpreter_order", "funding", ("", *codes.FUNDINGS)),
            one_of("interpreter_order", "quality", ("", *codes.QUALITIES)),
            models.CheckConstraint(
                name="interpreter_order_holds", condition=Q(holds=False) | Q(state__in=codes.ORDER_OPEN)
            ),
            # One interpreter a meeting: who is asked next is asked when the first has declined or was cancelled.
            models.UniqueConstraint(
                name="interpreter_order_one", fields=["appointment"], condition=Q(state__in=codes.ORDER_OPEN)
            ),
            models.UniqueConstraint(
                name="interpreter_order_digest", fields=["digest"], condition=~Q(digest="")
            ),
        )


class InterpreterWish(AboutPerson):
    """Tulkkia koskeva toive: the same again, or not this one. No reason is asked and none is kept."""

    interpreter = models.ForeignKey(Interpreter, on_delete=models.CASCADE, related_name="+")
    wish = models.TextField()

    class Meta:
        db_table = "interpreter_wish"
        constraints = (
            one_of("interpreter_wish", "wish", codes.WISHES),
            models.UniqueConstraint(name="interpreter_wish_once", fields=["person", "interpreter"]),
        )


class ColleagueLeave(models.Model):
    """Lupa kollegatulkkaukseen: a worker whom the coordinator lets interpret another official's assessment or plan."""

    id = models.BigAutoField(primary_key=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    staff = models.ForeignKey(Staff, on_delete=models.CASCADE, related_name="+")
    given_on = models.DateField()
    given_by_name = models.TextField()
    ended_on = models.DateField(null=True)

    class Meta:
        db_table = "colleague_leave"
        constraints = (
            models.UniqueConstraint(
                name="colleague_leave_once", fields=["area", "staff"], condition=Q(ended_on__isnull=True)
            ),
        )


class CalendarFeed(models.Model):
    """Kalenterisyöte: an address by which a worker's or a room's times are read elsewhere; its secret's digest."""

    id = models.BigAutoField(primary_key=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    staff = models.ForeignKey(Staff, null=True, on_delete=models.CASCADE, related_name="+")
    room = models.ForeignKey(Room, null=True, on_delete=models.CASCADE, related_name="+")
    digest = models.TextField(unique=True)
    made_on = models.DateField()
    made_by_name = models.TextField()
    ended_on = models.DateField(null=True)

    class Meta:
        db_table = "calendar_feed"
        constraints = (
            models.CheckConstraint(
                name="calendar_feed_whose",
                condition=Q(staff__isnull=True, room__isnull=False)
                | Q(staff__isnull=False, room__isnull=True),
            ),
        )
