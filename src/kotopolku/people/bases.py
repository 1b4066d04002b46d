"""Columns that many tables about people share: the controller, and where a piece of information came from."""

from django.db import models

from kotopolku.accounts.models import Organisation
from kotopolku.people.codes import SOURCES


class OfController(models.Model):
    """A row that belongs to the register of one municipality (rekisterinpitäjä, KotoL 78 §); walls read the column."""

    controller = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        abstract = True


class Provenance(models.Model):
    """Source and who entered it (KotoL 73 § 2 mom.), and since when the row is history.

    A row is never overwritten: a newer one supersedes it. `void_reason` is set when it was wrong from the start.
    """

    source = models.TextField(choices=[(code, code) for code in SOURCES], default="person")
    source_note = models.TextField(default="", blank=True)
    entered_by = models.BigIntegerField(null=True)  # staff id as it was; the log has no foreign keys either
    entered_by_name = models.TextField()
    entered_on = models.DateField()
    superseded_on = models.DateField(null=True)
    superseded_by = models.TextField(default="", blank=True)
    void_reason = models.TextField(default="", blank=True)

    class Meta:
        abstract = True


class AboutPerson(OfController):
    """A row that hangs on a person; the pair (controller, person) is tied in SQL and follows the person."""

    id = models.BigAutoField(primary_key=True)
    # No constraint of Django's own: the composite key in the migration is stricter and one check is enough.
    person = models.ForeignKey(
        "people.Person", on_delete=models.CASCADE, db_constraint=False, related_name="+"
    )

    class Meta:
        abstract = True


def source_check(table: str) -> models.CheckConstraint:
    """Return the check that the source is one of SOURCES."""
    return models.CheckConstraint(name=f"{table}_source", condition=models.Q(source__in=SOURCES))


def one_of(table: str, field: str, codes: tuple[str, ...]) -> models.CheckConstraint:
    """Return the check that a column holds one of the codes."""
    return models.CheckConstraint(name=f"{table}_{field}", condition=models.Q(**{f"{field}__in": codes}))
