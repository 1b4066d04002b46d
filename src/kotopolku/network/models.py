"""Members of a client's network. Rows hang on the case and stay with its controller; a change ends a row."""

from django.db import models
from django.db.models import F, Q

from kotopolku.cases.models import OfCase
from kotopolku.network import codes
from kotopolku.people.bases import one_of


class NetworkMember(OfCase):
    """Verkoston jäsen: school, clinic, neighbour, guardian …; `replaces` is the row that a change ended.

    What may be told ends by itself on `tells_until`: the row stays, and is shown as run out.
    """

    role = models.TextField()
    name = models.TextField(default="", blank=True)
    organisation = models.TextField(default="", blank=True)
    reach = models.TextField(default="", blank=True)
    phone = models.TextField(default="", blank=True)
    email = models.TextField(default="", blank=True)
    tells = models.JSONField(default=list)
    tells_more = models.TextField(default="", blank=True)
    tells_until = models.DateField(null=True)
    consent_how = models.TextField(default="", blank=True)
    consent_on = models.DateField(null=True)
    authority = models.TextField(default="", blank=True)
    authority_from = models.DateField(null=True)
    authority_until = models.DateField(null=True)
    added_on = models.DateField()
    added_by = models.BigIntegerField(null=True)  # staff id as it was
    added_by_name = models.TextField()
    ended_on = models.DateField(null=True)
    ended_by_name = models.TextField(default="", blank=True)
    end_reason = models.TextField(default="", blank=True)
    replaces = models.OneToOneField(
        "self", null=True, on_delete=models.CASCADE, db_constraint=False, related_name="replaced_by"
    )

    class Meta:
        db_table = "network_member"
        constraints = (
            one_of("network_member", "role", codes.ROLES),
            one_of("network_member", "consent_how", ("", *codes.CONSENT_WAYS)),
            models.CheckConstraint(name="network_member_named", condition=~Q(name="") | ~Q(organisation="")),
            models.CheckConstraint(
                name="network_member_consent",
                condition=Q(tells=[], tells_more="")
                | Q(consent_how=codes.BY_LAW)
                | (~Q(consent_how="") & Q(consent_on__isnull=False) & Q(tells_until__isnull=False)),
            ),
            models.CheckConstraint(
                name="network_member_authority",
                condition=Q(authority_until__isnull=True)
                | Q(authority_from__isnull=True)
                | Q(authority_until__gte=F("authority_from")),
            ),
            models.CheckConstraint(
                name="network_member_ended",
                condition=Q(ended_on__isnull=True, end_reason="")
                | (Q(ended_on__isnull=False) & ~Q(end_reason="")),
            ),
        )
        indexes = (models.Index(fields=["case"], name="network_member_by_case"),)
