"""Papers and their files. Both hang on the case: they stay with the controller that received them."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from kotopolku.cases.models import Case
from kotopolku.letters.codes import FILE_KINDS, MOST_FILE_BYTES
from kotopolku.papers import codes
from kotopolku.people.bases import OfController, one_of


class Paper(OfController):
    """Saapunut asiakirja: what, from whom, how and when. Never altered but for the two numbers; it can be voided.

    `diary_number` and `decision_number` are those of the municipality's own record system (asianhallinta).
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_constraint=False, related_name="+")
    kind = models.TextField()
    title = models.TextField()
    sender = models.TextField()
    way = models.TextField()
    arrived_on = models.DateField()
    note = models.TextField(default="", blank=True)
    diary_number = models.TextField(default="", blank=True)
    decision_number = models.TextField(default="", blank=True)
    registered_on = models.DateField()
    registered_by = models.BigIntegerField(null=True)  # staff id as it was
    registered_by_name = models.TextField()
    voided_on = models.DateField(null=True)
    voided_by_name = models.TextField(default="", blank=True)
    void_reason = models.TextField(default="", blank=True)

    class Meta:
        db_table = "paper"
        constraints = (
            models.UniqueConstraint(name="paper_of_case", fields=["case", "id"]),
            one_of("paper", "kind", codes.KINDS),
            one_of("paper", "way", codes.WAYS),
            models.CheckConstraint(name="paper_words", condition=~Q(title="") & ~Q(sender="")),
            models.CheckConstraint(
                name="paper_voided",
                condition=Q(voided_on__isnull=True, void_reason="")
                | (Q(voided_on__isnull=False) & ~Q(void_reason="")),
            ),
        )
        indexes = (models.Index(fields=["case", "-arrived_on", "id"], name="paper_by_case"),)


class PaperFile(OfController):
    """Saapuneen asiakirjan tiedosto: a page or the whole, checked when it came; no name is kept."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_constraint=False, related_name="+")
    # Tied to the paper's own pair (case, paper) by the composite key in the migration.
    paper = models.ForeignKey(Paper, on_delete=models.CASCADE, db_constraint=False, related_name="files")
    position = models.IntegerField()
    kind = models.TextField()
    size = models.IntegerField()
    sha256 = models.TextField()
    data = models.BinaryField()

    class Meta:
        db_table = "paper_file"
        constraints = (
            models.UniqueConstraint(name="paper_file_once", fields=["paper", "position"]),
            one_of("paper_file", "kind", FILE_KINDS),
            models.CheckConstraint(
                name="paper_file_size", condition=Q(size__gt=0, size__lte=MOST_FILE_BYTES)
            ),
        )
        indexes = (models.Index(fields=["case"], name="paper_file_by_case"),)
