"""Turvakielto ja turvallinen yhteydenotto: the order, openings of what it hides, and how to reach a person safely."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from kotopolku.people.bases import AboutPerson, Provenance, one_of, source_check
from kotopolku.people.codes import CONTACT_WAYS, GO_BETWEENS, OPENING_REASONS


class NonDisclosure(AboutPerson, Provenance):
    """Turvakielto (661/2009 36 §): the order as it was told us. What is in force stands also on the person, for lists.

    `contact_address` (yhteysosoite) is the address the person gives instead of their own; it may be shown.
    """

    last_day = models.DateField(null=True)
    covers_household = models.BooleanField(default=True)
    contact_address = models.TextField(default="", blank=True)

    class Meta:
        db_table = "non_disclosure"
        constraints = (
            models.UniqueConstraint(
                name="non_disclosure_one_current", fields=["person"], condition=Q(superseded_on__isnull=True)
            ),
            source_check("non_disclosure"),
        )


class Opening(AboutPerson):
    """Peitettyjen tietojen avaaminen: one worker sees one person's hidden data for a quarter of an hour, with a reason.

    Times are the database's own. A row is never deleted; hiding early sets `closed_at`.
    """

    staff_id = models.BigIntegerField()
    staff_name = models.TextField()
    duty_id = models.BigIntegerField()
    reason = models.TextField()
    words = models.TextField()
    opened_at = models.DateTimeField(db_default=Now())
    closes_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "opening"
        constraints = (
            one_of("opening", "reason", OPENING_REASONS),
            models.CheckConstraint(name="opening_says_why", condition=~Q(words="")),
            models.CheckConstraint(name="opening_period", condition=Q(closes_at__gt=F("opened_at"))),
        )
        indexes = (models.Index(fields=["person", "staff_id", "closes_at"], name="opening_running"),)


class SafeContact(AboutPerson, Provenance):
    """Turvallinen yhteydenotto: how this person may be reached. One current row; letters and call lists obey it."""

    # The allowed ones in order; none: any that is not in `never`.
    ways = ArrayField(models.TextField(), default=list)
    never = ArrayField(models.TextField(), default=list)
    not_through = ArrayField(models.TextField(), default=list)
    from_time = models.TimeField(null=True)
    until_time = models.TimeField(null=True)
    weekdays_only = models.BooleanField(default=False)
    message_allowed = models.BooleanField(null=True)
    sender_name = models.TextField(default="", blank=True)
    language = models.TextField(default="", blank=True)
    note = models.TextField(default="", blank=True)
    since = models.DateField()

    class Meta:
        db_table = "safe_contact"
        constraints = (
            models.UniqueConstraint(
                name="safe_contact_one_current", fields=["person"], condition=Q(superseded_on__isnull=True)
            ),
            models.CheckConstraint(
                name="safe_contact_ways",
                condition=Q(ways__contained_by=list(CONTACT_WAYS))
                & Q(never__contained_by=list(CONTACT_WAYS)),
            ),
            models.CheckConstraint(name="safe_contact_never", condition=~Q(ways__overlap=F("never"))),
            models.CheckConstraint(
                name="safe_contact_not_through", condition=Q(not_through__contained_by=list(GO_BETWEENS))
            ),
            models.CheckConstraint(
                name="safe_contact_hours",
                condition=Q(from_time__isnull=True, until_time__isnull=True)
                | Q(from_time__lt=F("until_time")),
            ),
            source_check("safe_contact"),
        )
