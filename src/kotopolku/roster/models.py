"""Shifts of workers at the places of the programme, and outreach days; requests for them behind the area's wall."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from kotopolku.accounts.models import Area, Organisation, Staff
from kotopolku.people.bases import one_of
from kotopolku.roster import codes


class Shift(models.Model):
    """Työvuoro: a worker at a place, every week on a day of the week, or once on a day; local clock times."""

    id = models.BigAutoField(primary_key=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    place = models.TextField()  # a place of the programme
    weekday = models.SmallIntegerField(null=True)  # 0 Monday … 6 Sunday
    day = models.DateField(null=True)
    opens = models.TimeField()
    closes = models.TimeField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    recorded_by_name = models.TextField()

    class Meta:
        db_table = "shift"
        constraints = (
            models.CheckConstraint(
                name="shift_when",
                condition=Q(weekday__range=(0, 6), day__isnull=True)
                | Q(weekday__isnull=True, day__isnull=False),
            ),
            models.CheckConstraint(name="shift_times", condition=Q(closes__gt=models.F("opens"))),
            models.CheckConstraint(
                name="shift_period",
                condition=Q(valid_to__isnull=True) | Q(valid_to__gte=models.F("valid_from")),
            ),
        )
        indexes = (models.Index(fields=["area", "weekday", "day"], name="shift_of_day"),)


class OutreachRequest(models.Model):
    """Pyyntö jalkautumispäivästä: an organisation asks that advice comes to it; yes or no. No client's data."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    municipality = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    sender_kind = models.TextField()
    organisation = models.TextField()
    sender = models.TextField()  # who writes, and their task
    email = models.TextField()
    language = models.TextField(default="fi")  # of the page they asked on: the answer is in it
    wished = models.TextField()  # days that would suit, in the sender's words
    languages = ArrayField(models.TextField(), default=list)
    people = models.IntegerField(null=True)
    message = models.TextField(default="", blank=True)
    state = models.TextField(default=codes.WAITING)
    answer = models.TextField(default="", blank=True)
    answered_by_name = models.TextField(default="", blank=True)
    answered_on = models.DateField(null=True)
    received_at = models.DateTimeField()

    class Meta:
        db_table = "outreach_request"
        constraints = (
            one_of("outreach_request", "sender_kind", codes.SENDERS),
            models.CheckConstraint(
                name="outreach_request_state",
                condition=Q(state=codes.WAITING, answered_on__isnull=True)
                | Q(state__in=[codes.ACCEPTED, codes.DECLINED], answered_on__isnull=False),
            ),
        )


class OutreachDay(models.Model):
    """Jalkautumispäivä: advice in a municipality on one day, with public notice.

    `asked_by` is the organisation that asked, "" where we go of ourselves; no person is named in it.
    """

    id = models.BigAutoField(primary_key=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    municipality = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    asked_by = models.TextField(default="", blank=True)
    where = models.TextField()  # as people find it: library, school, street
    day = models.DateField()
    opens = models.TimeField()
    closes = models.TimeField()
    languages = ArrayField(models.TextField(), default=list)
    cancelled = models.BooleanField(default=False)
    recorded_by_name = models.TextField()

    class Meta:
        db_table = "outreach_day"
        constraints = (
            models.CheckConstraint(name="outreach_day_times", condition=Q(closes__gt=models.F("opens"))),
        )
        indexes = (models.Index(fields=["area", "day"], name="outreach_day_of_area"),)
