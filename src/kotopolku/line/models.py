"""Tickets, which are nobody's; what somebody wished stands in a table of its own, behind the area's wall."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kotopolku.accounts.models import Area
from kotopolku.letters.models import Letter
from kotopolku.line import codes
from kotopolku.people.bases import one_of


class LineCounter(models.Model):
    """Jonon laskuri: the last number of an office's day, and in one small row all that screens and watchers read.

    `version` grows in the same transaction as every change of the line, so that a watcher knows by it that nothing
    has happened. `shown` is public: numbers and waits, nothing about anybody (see board.py).
    """

    id = models.BigAutoField(primary_key=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    office = models.TextField(blank=True)  # a place of the programme; "": what comes from afar
    day = models.DateField()
    last_number = models.IntegerField(default=0)
    version = models.BigIntegerField(default=0)
    shown = models.JSONField(default=dict)

    class Meta:
        db_table = "line_counter"
        constraints = (models.UniqueConstraint(name="line_counter_once", fields=["area", "office"]),)


class Ticket(models.Model):
    """Vuoronumero: a place in the line, with a language, a matter and a way to be answered. Nobody's name.

    `due_at` is the area's own target, never law. `for_staff` is set when it waits for one adviser; `own_language`
    tells, once called, whether the adviser counsels in its language. `visit` is the entry of the log it ended in.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    office = models.TextField(blank=True)
    day = models.DateField()
    number = models.IntegerField()
    channel = models.TextField()
    language = models.TextField(default="", blank=True)  # "": not told
    topics = ArrayField(models.TextField(), default=list)
    way = models.TextField(default="here")
    state = models.TextField(default=codes.WAITING)
    priority = models.TextField(default="", blank=True)
    priority_by = models.TextField(default="", blank=True)
    for_staff = models.BigIntegerField(null=True)
    staff_id = models.BigIntegerField(null=True)
    staff_name = models.TextField(default="", blank=True)
    room = models.TextField(default="", blank=True)
    taken_at = models.DateTimeField()
    due_at = models.DateTimeField()
    called_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    calls = models.IntegerField(default=0)
    moves = models.IntegerField(default=0)
    moved_to = models.UUIDField(null=True)
    own_language = models.BooleanField(null=True)
    visit = models.UUIDField(null=True)

    class Meta:
        db_table = "line_ticket"
        constraints = (
            one_of("line_ticket", "channel", codes.CHANNELS),
            one_of("line_ticket", "way", codes.WAYS),
            one_of("line_ticket", "state", codes.STATES),
            one_of("line_ticket", "priority", ("", *codes.PRIORITIES)),
            models.UniqueConstraint(name="line_ticket_number", fields=["area", "office", "day", "number"]),
            models.CheckConstraint(
                name="line_ticket_ended",
                condition=Q(state__in=codes.OPEN, ended_at__isnull=True)
                | Q(state__in=codes.ENDED, ended_at__isnull=False),
            ),
            models.CheckConstraint(
                name="line_ticket_called",
                condition=~Q(state__in=codes.IN_HAND) | Q(staff_id__isnull=False, called_at__isnull=False),
            ),
            # One visitor at a time: whoever calls the next has ended the former.
            models.UniqueConstraint(
                name="line_ticket_one_in_hand", fields=["staff_id"], condition=Q(state__in=codes.IN_HAND)
            ),
        )
        indexes = (
            models.Index(
                name="line_ticket_open",
                fields=["area", "office", "due_at"],
                condition=Q(state__in=codes.OPEN),
            ),
            models.Index(name="line_ticket_day", fields=["area", "day"]),
        )


class Wish(models.Model):
    """Yhteydenottotoive: how somebody wishes to be reached and what they asked; erased when its time is over."""

    ticket = models.OneToOneField(Ticket, primary_key=True, on_delete=models.CASCADE, related_name="+")
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    name = models.TextField(default="", blank=True)
    phone = models.TextField(default="", blank=True)
    email = models.TextField(default="", blank=True)
    text = models.TextField(default="", blank=True)
    # Keyed digest of an e-mail's own id, so that none comes in twice.
    message_key = models.TextField(null=True)
    left_in_box = ArrayField(models.TextField(), default=list)  # what of an e-mail is not shown (reading.py)
    meeting = models.TextField(default="", blank=True)  # the address of a video room made for the answer
    letter = models.ForeignKey(Letter, null=True, on_delete=models.SET_NULL, related_name="+")  # the answer
    undelivered_seen = models.BooleanField(default=False)
    erase_on = models.DateField(null=True)  # set when its ticket has ended

    class Meta:
        db_table = "line_wish"
        constraints = (models.UniqueConstraint(name="line_wish_message", fields=["area", "message_key"]),)


class Closure(models.Model):
    """Suljettu tänään: an office, or every one, is closed between two instants; it undoes itself at its end."""

    id = models.BigAutoField(primary_key=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    office = models.TextField(blank=True)  # "": all of them
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    reason = models.TextField()
    set_by = models.TextField()

    class Meta:
        db_table = "line_closure"
        constraints = (
            one_of("line_closure", "reason", codes.CLOSED_BECAUSE),
            models.CheckConstraint(
                name="line_closure_period", condition=Q(ends_at__gt=models.F("starts_at"))
            ),
        )


class Screen(models.Model):
    """Laitteen paikka: at which office a kiosk or a wall screen stands."""

    device = models.UUIDField(primary_key=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    office = models.TextField()

    class Meta:
        db_table = "line_screen"


class Recording(models.Model):
    """Kuunneltava ääni: what a worker has spoken for one step of the kiosks in one language, with their consent.

    `speaker` is whose voice it is; whoever recorded it answers for it. Who withdraws the consent has it deleted.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    step = models.TextField()
    language = models.TextField()
    speaker = models.TextField()
    consented_on = models.DateField()
    recorded_on = models.DateField()
    recorded_by = models.BigIntegerField(null=True)  # staff id as it was
    recorded_by_name = models.TextField()
    kind = models.TextField()
    size = models.IntegerField()
    sha256 = models.TextField()
    data = models.BinaryField()

    class Meta:
        db_table = "line_recording"
        constraints = (
            models.UniqueConstraint(name="line_recording_once", fields=["area", "step", "language"]),
            one_of("line_recording", "step", codes.STEPS),
            one_of("line_recording", "kind", codes.SOUND_KINDS),
            models.CheckConstraint(
                name="line_recording_size", condition=Q(size__gt=0, size__lte=codes.MOST_SOUND_BYTES)
            ),
            models.CheckConstraint(name="line_recording_speaker", condition=~Q(speaker="")),
        )
