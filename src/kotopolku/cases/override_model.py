"""The record of an emergency opening; it outlives the case and names nobody, so it stands apart from the cases."""

from uuid import uuid4

from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from kotopolku.cases import codes
from kotopolku.people.bases import one_of


class Override(models.Model):
    """Hätäavaus: one person's file opened for three hours to a worker who does not see it otherwise, with a reason.

    Only the database itself adds a row (`open_override`); the program may write the reviewer's decision, once.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    controller_id = models.BigIntegerField()
    area_id = models.TextField()
    opens_person = models.UUIDField()  # a plain id, like those in the log
    staff_id = models.BigIntegerField()
    staff_name = models.TextField()
    organisation = models.TextField()
    duty_id = models.BigIntegerField()
    reason = models.TextField()
    words = models.TextField(default="", blank=True)
    opened_at = models.DateTimeField(db_default=Now())
    until = models.DateTimeField()
    decided_at = models.DateTimeField(null=True)
    decided_by = models.BigIntegerField(null=True)
    decided_by_name = models.TextField(default="", blank=True)
    justified = models.BooleanField(null=True)
    decision = models.TextField(default="", blank=True)

    class Meta:
        db_table = "override"
        constraints = (
            one_of("override", "reason", codes.OVERRIDE_REASONS),
            models.CheckConstraint(name="override_words", condition=~Q(reason="other") | ~Q(words="")),
            models.CheckConstraint(
                name="override_decided",
                condition=Q(decided_at__isnull=True, justified__isnull=True)
                | (Q(decided_at__isnull=False, justified__isnull=False) & ~Q(decision="")),
            ),
        )
        indexes = (
            models.Index(fields=["duty_id", "until"], name="override_of_duty"),
            models.Index(fields=["controller_id", "opened_at"], name="override_to_review"),
        )
