"""Keskustelut ja hyvinvointialueen osuus: what an assessment gathers beside the form, in tables of their own.

Two short talks are as good as one long: the first talk is the frame of the assessment itself, each later one a sitting.
"""

from django.db import models
from django.db.models import Q

from kotopolku.cases import codes
from kotopolku.people.bases import OfController, one_of


class OfAssessment(OfController):
    """A row that hangs on an assessment; tied to its controller in SQL."""

    id = models.BigAutoField(primary_key=True)
    assessment = models.ForeignKey(
        "cases.Assessment", on_delete=models.CASCADE, db_constraint=False, related_name="+"
    )

    class Meta:
        abstract = True


class AssessmentSitting(OfAssessment):
    """Keskustelu: one more talk of the initial interview, on its day, in its place and language (869/2024 4 §)."""

    held_on = models.DateField()
    channel = models.TextField()
    place = models.TextField(default="", blank=True)
    weighty_reason = models.TextField(default="", blank=True)
    language = models.TextField()
    interpreter_kind = models.TextField(default="", blank=True)
    minutes = models.IntegerField(null=True)
    recorded_by_name = models.TextField()

    class Meta:
        db_table = "assessment_sitting"
        constraints = (
            one_of("assessment_sitting", "channel", codes.ASSESSMENT_CHANNELS),
            one_of("assessment_sitting", "interpreter_kind", ("", *codes.INTERPRETER_KINDS)),
            models.CheckConstraint(
                name="assessment_sitting_minutes",
                condition=Q(minutes__isnull=True) | Q(minutes__gte=1, minutes__lte=codes.MOST_MINUTES),
            ),
        )
        indexes = (models.Index(fields=["assessment", "held_on"], name="sitting_by_assessment"),)


class CountyPart(OfAssessment):
    """Hyvinvointialueen osuus: what the county found out, for duties with the group `sensitive` only (14 § 4 mom.).

    The county's worker writes it, or the officer on behalf of a worker without an account (`way` says which). Rows are
    added, never altered: a correction is a newer row.
    """

    who = models.TextField()
    way = models.TextField()
    said_on = models.DateField()
    needs = models.TextField()
    ability = models.TextField(default="", blank=True)
    by = models.BigIntegerField(null=True)
    by_name = models.TextField()

    class Meta:
        db_table = "county_part"
        constraints = (one_of("county_part", "way", codes.COUNTY_WAYS),)
        indexes = (models.Index(fields=["assessment", "said_on"], name="county_part_by_assessment"),)
