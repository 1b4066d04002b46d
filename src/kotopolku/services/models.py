"""The catalogue (palveluluettelo): what the area offers, where, and what other authorities offer.

Each row keeps its entry of the programme as it is written there (`facts`), checked against the published schema
before it is saved; the columns that lists are filtered and sorted by are computed from it by the database, so the
two cannot disagree. No table here is about a person, so none has a row-level policy.
"""

from typing import Any

from django.core.checks import CheckMessage
from django.db import models
from django.db.models.fields.json import KT
from django.db.models.functions import Cast

from kotopolku.accounts.models import Area
from kotopolku.languages.fields import TextsField
from kotopolku.law.facts.codes import PLAN_SERVICES

KINDS = (
    "assessment",
    "plan",
    "orientation",
    "integration_training",
    "other_training",
    "programme_guidance",
    "general_guidance",
    "other",
)
PLACE_KINDS = ("office", "outreach_point", "online")


class FromFacts(models.GeneratedField):
    """A column the database computes from `facts`. Checked without asking a server what it can do: it is PostgreSQL."""

    def check(self, **kwargs: Any) -> list[CheckMessage]:
        """Leave the databases out, so that `makemigrations` needs none."""
        return super().check(**{**kwargs, "databases": None})


def from_facts(key: str, output: models.Field[Any, Any]) -> FromFacts:
    """Return a column for one value of `facts`; the database keeps it in step."""
    value = KT(f"facts__{key}")
    expression = value if isinstance(output, models.TextField) else Cast(value, output)
    return FromFacts(expression=expression, output_field=output, db_persist=True)


class Entry(models.Model):
    """One entry of a programme: its code, its place in the list, and what it says."""

    id = models.BigAutoField(primary_key=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    code = models.TextField()  # the id the programme gives it, e.g. "orientation"
    position = models.IntegerField()
    facts = models.JSONField()

    class Meta:
        abstract = True


class Service(Entry):
    """A service of the programme (palvelu, KotoL 10 and 13 §); `entries.Service` is its typed form."""

    kind = from_facts("kind", models.TextField())
    number = from_facts("number", models.IntegerField())
    plan_measure = from_facts("plan_measure", models.TextField(null=True))
    name = TextsField()
    summary = TextsField()
    who = TextsField()
    how = TextsField()
    responsible = TextsField()
    content = TextsField()
    cooperation = TextsField()
    development = TextsField()

    class Meta:
        db_table = "service"
        constraints = (
            models.UniqueConstraint(name="service_once", fields=["area", "code"]),
            models.UniqueConstraint(
                name="service_number", fields=["area", "number"], deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(name="service_kind", condition=models.Q(kind__in=KINDS)),
            models.CheckConstraint(
                name="service_plan_measure",
                condition=models.Q(plan_measure__isnull=True) | models.Q(plan_measure__in=PLAN_SERVICES),
            ),
        )


class Place(Entry):
    """A place of service (toimipiste); `entries.Place` is its typed form."""

    kind = from_facts("kind", models.TextField())
    municipality = from_facts("municipality", models.TextField())

    class Meta:
        db_table = "place"
        constraints = (
            models.UniqueConstraint(name="place_once", fields=["area", "code"]),
            models.CheckConstraint(name="place_kind", condition=models.Q(kind__in=PLACE_KINDS)),
        )


class OtherService(Entry):
    """Another authority's service (toisen viranomaisen palvelu), shown as theirs."""

    organisation = from_facts("organisation", models.TextField())
    name = TextsField()
    summary = TextsField()

    class Meta:
        db_table = "other_service"
        constraints = (models.UniqueConstraint(name="other_service_once", fields=["area", "code"]),)
