"""Visits, anonymous in their own table; who a visitor is stands in another, behind the walls of its controller."""

from uuid import uuid4

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.db.models.functions import Now

from kotopolku.accounts.models import Area, Organisation
from kotopolku.advice import codes
from kotopolku.people.bases import AboutPerson, one_of


class AdviceRules(models.Model):
    """What the programme says of advice: topics and keys (see settings.py); one row an area."""

    area = models.OneToOneField(Area, primary_key=True, on_delete=models.CASCADE, related_name="+")
    stored = models.JSONField(default=dict)

    class Meta:
        db_table = "advice_rules"


class AdviceVisit(models.Model):
    """Neuvontakäynti (KotoL 10 §): one contact with somebody who asked for advice. Holds nothing about who it was.

    `place` is a place of the programme; `slip` the keyed digest of the code on the visitor's slip, for 90 days.
    A visit is never deleted: a wrong one is voided, a corrected one keeps what it said before in the log.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    at = models.DateTimeField(db_default=Now())
    staff_id = models.BigIntegerField()
    staff_name = models.TextField()
    place = models.TextField()
    channel = models.TextField()
    language = models.TextField(default="", blank=True)  # "": not told
    interpreter = models.TextField()
    lives = models.TextField()
    municipality = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    topics = ArrayField(models.TextField(), default=list)
    minutes = models.TextField()
    outcome = models.TextField()
    came_back = models.BooleanField(default=False)  # for the same matter
    slip = models.BinaryField(null=True)
    slip_until = models.DateField(null=True)
    void_reason = models.TextField(default="", blank=True)
    version = models.IntegerField(default=1)

    class Meta:
        db_table = "advice_visit"
        constraints = (
            one_of("advice_visit", "channel", codes.CHANNELS),
            one_of("advice_visit", "interpreter", codes.INTERPRETERS),
            one_of("advice_visit", "lives", codes.LIVES),
            one_of("advice_visit", "minutes", codes.MINUTES),
            one_of("advice_visit", "outcome", codes.OUTCOMES),
            models.CheckConstraint(
                name="advice_visit_municipality",
                condition=Q(lives="member", municipality__isnull=False)
                | (~Q(lives="member") & Q(municipality__isnull=True)),
            ),
            models.CheckConstraint(
                name="advice_visit_topics",
                condition=Q(topics__len__gte=1, topics__len__lte=codes.MOST_TOPICS) | Q(outcome=codes.LEFT),
            ),
            models.CheckConstraint(
                name="advice_visit_slip", condition=Q(slip__isnull=True) | Q(slip_until__isnull=False)
            ),
            models.UniqueConstraint(name="advice_visit_slip_once", fields=["slip"]),
        )
        indexes = (
            models.Index(name="advice_visit_day", fields=["area", "on", "at"]),
            models.Index(name="advice_visit_place_day", fields=["area", "place", "on"]),
        )


class OnwardGuidance(models.Model):
    """Eteenpäin ohjaaminen (KotoL 10 §): to whom a visitor was guided and how. Holds nothing about who it was.

    `to` is a place of the programme ("place:ID") or another authority's service ("other:ID").
    """

    id = models.BigAutoField(primary_key=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    visit = models.ForeignKey(AdviceVisit, on_delete=models.PROTECT, related_name="+")
    to = models.TextField()
    way = models.TextField()
    consent_how = models.TextField(default="", blank=True)
    at_once = models.BooleanField(default=False)
    day = models.DateField(null=True)
    at = models.TimeField(null=True)
    take = ArrayField(models.TextField(), default=list)
    staff_name = models.TextField()
    acknowledged_on = models.DateField(null=True)
    acknowledged_by_name = models.TextField(default="", blank=True)

    class Meta:
        db_table = "advice_onward"
        constraints = (
            one_of("advice_onward", "way", codes.ONWARD_WAYS),
            models.CheckConstraint(
                name="advice_onward_consent",
                condition=Q(way=codes.HANDED_OVER, consent_how__in=codes.CONSENTS)
                | (~Q(way=codes.HANDED_OVER) & Q(consent_how="")),
            ),
        )


class NamedVisit(AboutPerson):
    """Nimetty neuvontakäynti: whose visit it was, by the visitor's recorded consent (874/2024 4 §).

    Once it stands in the national repository: since when, by whom, and why that was needed for the integration.
    """

    visit = models.OneToOneField(AdviceVisit, on_delete=models.PROTECT, related_name="+")
    consent_how = models.TextField()
    consent_on = models.DateField()
    entered_by = models.BigIntegerField()
    entered_by_name = models.TextField()
    withdrawn_on = models.DateField(null=True)
    recorded_on = models.DateField(null=True)
    recorded_by_name = models.TextField(default="", blank=True)
    recording_reason = models.TextField(default="", blank=True)

    class Meta:
        db_table = "advice_named_visit"
        constraints = (
            one_of("advice_named_visit", "consent_how", codes.CONSENTS),
            models.CheckConstraint(
                name="advice_named_visit_needed",
                condition=Q(recorded_on__isnull=True) | ~Q(recording_reason=""),
            ),
        )
