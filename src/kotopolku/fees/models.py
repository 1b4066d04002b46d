"""Fees. What was told and what was decided is never altered; the sum in force is the area's own, dated and sourced."""

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from kotopolku.accounts.models import Area
from kotopolku.appointments.models import Appointment
from kotopolku.decisions.models import Decision
from kotopolku.fees import codes
from kotopolku.people.bases import OfController, one_of


class FeeAmount(models.Model):
    """Maksun enimmäismäärä (32 a § 4 mom.): the largest fee in force, with where it was verified and by whom."""

    id = models.BigAutoField(primary_key=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    valid_from = models.DateField()
    valid_to = models.DateField()
    amount = models.DecimalField(max_digits=8, decimal_places=2)
    source = models.TextField()
    entered_by_name = models.TextField()
    entered_on = models.DateField()
    withdrawn_on = models.DateField(null=True)

    class Meta:
        db_table = "fee_amount"
        constraints = (
            models.CheckConstraint(
                name="fee_amount_sane",
                condition=Q(amount__gt=0, valid_to__gte=F("valid_from")) & ~Q(source=""),
            ),
        )


class FeeTold(OfController):
    """Kerrottu maksusta (32 a § 1 mom.): what was said about the fee at booking, in which language and words.

    `language` is that of the text; `spoken` is the client's when the interpreter said it aloud in that one.
    `understood`: the client told it back in their own words.
    """

    id = models.BigAutoField(primary_key=True)
    appointment = models.ForeignKey(
        Appointment, on_delete=models.CASCADE, db_constraint=False, related_name="+"
    )
    language = models.TextField()
    spoken = models.TextField()
    text = models.TextField()
    understood = models.BooleanField()
    told_on = models.DateField()
    told_at = models.DateTimeField(db_default=Now())
    told_by = models.BigIntegerField(null=True)
    told_by_name = models.TextField()

    class Meta:
        db_table = "fee_told"
        constraints = (
            models.CheckConstraint(name="fee_told_whole", condition=~Q(text="") & ~Q(language="")),
        )


class FeeMatter(OfController):
    """Maksuasia: a missed time whose fee is looked into: hearing, answer, what an official judged, how it ended."""

    id = models.BigAutoField(primary_key=True)
    appointment = models.OneToOneField(
        Appointment, on_delete=models.CASCADE, db_constraint=False, related_name="+"
    )
    opened_on = models.DateField()
    way = models.TextField()
    language = models.TextField()
    heard_on = models.DateField()
    heard_by_name = models.TextField()
    letter = models.UUIDField(null=True)  # the letter of the hearing, as it was sent
    answer_by = models.DateField()
    answer = models.TextField(default="", blank=True)
    answered_on = models.DateField(null=True)
    acceptable_reason = models.BooleanField(null=True)
    unreasonable = models.BooleanField(null=True)
    judgement = models.TextField(default="", blank=True)
    judged_on = models.DateField(null=True)
    judged_by_name = models.TextField(default="", blank=True)
    dropped_on = models.DateField(null=True)
    drop_reason = models.TextField(default="", blank=True)
    dropped_by_name = models.TextField(default="", blank=True)
    version = models.IntegerField(default=1)

    class Meta:
        db_table = "fee_matter"
        constraints = (
            one_of("fee_matter", "way", codes.WAYS),
            models.CheckConstraint(name="fee_matter_answer_time", condition=Q(answer_by__gt=F("heard_on"))),
            models.CheckConstraint(
                name="fee_matter_answered",
                condition=Q(answered_on__isnull=True, answer="")
                | (Q(answered_on__isnull=False) & ~Q(answer="")),
            ),
            models.CheckConstraint(
                name="fee_matter_dropped",
                condition=Q(dropped_on__isnull=True, drop_reason="")
                | (Q(dropped_on__isnull=False) & ~Q(drop_reason="")),
            ),
        )


class FeeDecision(OfController):
    """Maksupäätöksen sisältö: the sum, its ceiling and due date; the decision itself stands among the decisions."""

    id = models.BigAutoField(primary_key=True)
    decision = models.OneToOneField(Decision, on_delete=models.CASCADE, db_constraint=False, related_name="+")
    # Nobody deletes a decision: the database refuses to forget a time that one stands on.
    appointment = models.ForeignKey(
        Appointment, on_delete=models.DO_NOTHING, db_constraint=False, related_name="+"
    )
    booked_for = models.DateField()
    cost = models.DecimalField(max_digits=12, decimal_places=2, null=True)
    largest = models.DecimalField(max_digits=8, decimal_places=2, null=True)
    largest_source = models.TextField(default="", blank=True)
    amount = models.DecimalField(max_digits=8, decimal_places=2)  # nought: a correction that charges nothing
    due_on = models.DateField(null=True)
    exported_on = models.DateField(null=True)

    class Meta:
        db_table = "fee_decision"
        constraints = (
            models.CheckConstraint(
                name="fee_decision_sum",
                condition=Q(amount=0, due_on__isnull=True)
                | (
                    Q(amount__gt=0, amount__lte=F("largest"))
                    & Q(amount__lte=F("cost"), due_on__gt=F("booked_for"))
                ),
            ),
        )
