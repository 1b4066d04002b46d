"""The log's tables. They hold plain ids and names as they were: no foreign keys, so nothing can pull a row away."""

from django.contrib.postgres.indexes import BrinIndex
from django.db import models
from django.db.models.functions import Cast, Now

# The number of the running transaction: by it the database lets a piece of work read what it has just written.
THIS_TRANSACTION = Cast(
    Cast(models.Func(function="pg_current_xact_id"), models.TextField()), models.BigIntegerField()
)


class LogRow(models.Model):
    """One look, search, change, hand-over or refusal (käyttöloki, 906/2019 17 §)."""

    class Kind(models.TextChoices):
        LOOK = "look"
        LIST = "list"
        SEARCH = "search"
        CHANGE = "change"
        EXPORT = "export"
        HAND_OVER = "hand_over"
        OPEN_MASKED = "open_masked"
        OVERRIDE = "override"
        SIGN_IN = "sign_in"

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField(db_default=Now())
    staff_id = models.BigIntegerField(null=True)
    staff_name = models.TextField()
    role = models.TextField()
    duty_id = models.BigIntegerField(null=True)
    organisation_id = models.BigIntegerField(null=True)
    organisation = models.TextField()
    area_id = models.TextField(null=True)
    purpose = models.TextField()
    kind = models.TextField(choices=Kind)
    route = models.TextField()
    action = models.TextField()
    subject = models.TextField()
    subject_id = models.TextField()
    shown = models.JSONField(default=list)
    count = models.IntegerField(default=0)
    result = models.TextField(default="done")
    tx = models.BigIntegerField(db_default=THIS_TRANSACTION)

    class Meta:
        db_table = "log"
        constraints = (
            models.CheckConstraint(
                name="log_kind",
                condition=models.Q(
                    kind__in=[
                        "look",
                        "list",
                        "search",
                        "change",
                        "export",
                        "hand_over",
                        "open_masked",
                        "override",
                        "sign_in",
                    ]
                ),
            ),
        )
        indexes = (
            models.Index(fields=["staff_id", "at"], name="log_by_staff"),
            models.Index(fields=["area_id", "id"], name="log_by_area"),
            BrinIndex(fields=["at"], name="log_by_time"),
        )


class LogSeen(models.Model):
    """Which person a row showed, so that "who has looked at me" (katselut) is one index."""

    id = models.BigAutoField(primary_key=True)
    row = models.ForeignKey(LogRow, on_delete=models.DO_NOTHING, related_name="seen")
    person_id = models.UUIDField()

    class Meta:
        db_table = "log_seen"
        indexes = (models.Index(fields=["person_id", "row"], name="log_seen_by_person"),)


class LogSeal(models.Model):
    """Sinetti: a digest over one day's rows and the seal before it, made when the day is over.

    `ids` is the set of rows under the seal as PostgreSQL writes a multirange. A row whose transaction was still
    running when its day was sealed comes under the next seal.
    """

    day = models.DateField(primary_key=True)
    ids = models.TextField()
    rows = models.IntegerField()
    digest = models.TextField()
    sealed_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "log_seal"
