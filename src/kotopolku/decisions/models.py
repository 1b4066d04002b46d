"""Decisions. A row hangs on the case and stays with its controller; it is corrected by a new one, never altered."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kotopolku.cases.models import Case
from kotopolku.decisions import codes
from kotopolku.people.bases import OfController, one_of


class Decision(OfController):
    """Päätös: its number in the municipality's own register, reasons, provisions, who decided, how it was delivered."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_constraint=False, related_name="+")
    kind = models.TextField()
    language = models.TextField(default="fi")  # in which it was made, and which counts
    number = models.TextField()  # of the municipality's decision register, as the municipality writes it
    requested_on = models.DateField()
    decided_on = models.DateField()
    decided_by = models.BigIntegerField(null=True)
    decided_by_name = models.TextField()
    reasons = models.TextField()
    provisions = models.JSONField(default=list)
    authority = models.TextField()  # whose decision it is, and to whom the request for rectification goes
    address = models.TextField()
    contact = models.TextField()
    corrects = models.OneToOneField(
        "self", null=True, on_delete=models.CASCADE, db_constraint=False, related_name="corrected_by"
    )
    delivered_on = models.DateField(null=True)
    delivery_way = models.TextField(default="", blank=True)
    delivered_by_name = models.TextField(default="", blank=True)

    class Meta:
        db_table = "decision"
        constraints = (
            one_of("decision", "kind", codes.KINDS),
            one_of("decision", "language", codes.LANGUAGES),
            one_of("decision", "delivery_way", ("", *codes.DELIVERY_WAYS)),
            models.UniqueConstraint(name="decision_number_once", fields=["controller", "number"]),
            models.CheckConstraint(name="decision_reasons", condition=~Q(reasons="") & ~Q(number="")),
            models.CheckConstraint(
                name="decision_asked_first", condition=Q(decided_on__gte=F("requested_on"))
            ),
            models.CheckConstraint(
                name="decision_delivered",
                condition=Q(delivered_on__isnull=True, delivery_way="")
                | (Q(delivered_on__gte=F("decided_on")) & ~Q(delivery_way="")),
            ),
        )
        indexes = (models.Index(fields=["case", "-decided_on"], name="decision_by_case"),)
