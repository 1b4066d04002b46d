"""Plans with their goals, measures and reviews. A plan stays with the controller whose case it belongs to."""

from uuid import uuid4

from django.db import models
from django.db.models.functions import Now

from kotopolku.cases.models import Case, OfCase
from kotopolku.people.bases import AboutPerson, OfController, one_of
from kotopolku.people.codes import HOUSEHOLD_ROLES
from kotopolku.plans import codes


class Plan(OfController):
    """Kotoutumissuunnitelma (16 §). `made_on` is the day of drawing up, from which every limit is counted.

    A draft may lack anything. `first_made_on` is filled only when the client's first plan is older than the plans
    kept here (made under another controller, or before this program): the two years of 23 § run from it.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.PROTECT, db_constraint=False, related_name="plans")
    state = models.TextField(default="draft")
    made_on = models.DateField(null=True)
    first_made_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)  # the day it in fact ended, when before or after `ends_on`
    end_reason = models.TextField(default="")
    ended_note = models.TextField(default="")
    exit_to = models.TextField(default="")  # where the client goes from the plan
    next_step_on = models.DateField(null=True)  # the day the next step was agreed, well before the plan ends
    next_step = models.TextField(default="")
    frozen_on = models.DateField(null=True)  # the day job search began while this was still a draft
    long_goal = models.TextField(default="")
    background = models.TextField(default="")  # wishes, competence, life situation, work and education (18.1)
    deviation_reason = models.TextField(default="")  # why an "as a rule" goal is departed from (18.3–4)
    follow_up = models.TextField(default="")  # how the services are followed up (19.1)
    made_with_county = models.BooleanField(default=False)
    county_person = models.TextField(default="")
    others_present = models.TextField(default="")
    prepared_by = models.BigIntegerField(null=True)  # staff id; the name as it was stands beside it
    prepared_by_name = models.TextField(default="")
    review_agreed_on = models.DateField(null=True)  # agreed day of the next review, at most six months away
    review_requested_on = models.DateField(null=True)  # the client's latest request for a review (22.1)
    review_request = models.TextField(default="")  # what the client asked for, or what has changed
    change_in_needs_on = models.DateField(null=True)  # latest change in needs or life situation (22.1)
    accepted_on = models.DateField(null=True)
    accepted_how = models.TextField(default="")
    accepted_language = models.TextField(default="")
    interpreter = models.BooleanField(default=False)
    understood_how = models.TextField(
        default=""
    )  # how the understanding of rights and duties was checked (24.1)
    copy_given = models.TextField(default="")  # on paper, to the telephone
    copy_language = models.TextField(default="")
    law_asked = models.JSONField(
        default=list
    )  # what the law answered on acceptance: rule, question, value, day
    created_at = models.DateTimeField(db_default=Now())
    version = models.IntegerField(default=1)

    class Meta:
        db_table = "plan"
        constraints = (
            models.UniqueConstraint(name="plan_controller_id", fields=["controller", "id"]),
            models.UniqueConstraint(
                name="plan_one_draft", fields=["case"], condition=models.Q(state="draft")
            ),
            models.UniqueConstraint(
                name="plan_one_in_force", fields=["case"], condition=models.Q(state="accepted")
            ),
            one_of("plan", "state", codes.PLAN_STATES),
            one_of("plan", "end_reason", ("", *codes.END_REASONS)),
            one_of("plan", "exit_to", ("", *codes.EXITS)),
            one_of("plan", "accepted_how", ("", *codes.ACCEPTED_HOW)),
            one_of("plan", "copy_given", ("", *codes.COPIES)),
            models.CheckConstraint(
                name="plan_frozen_is_draft",
                condition=models.Q(frozen_on__isnull=True) | models.Q(state="draft"),
            ),
            models.CheckConstraint(
                name="plan_period",
                condition=models.Q(ends_on__isnull=True)
                | models.Q(made_on__isnull=True)
                | models.Q(ends_on__gte=models.F("made_on")),
            ),
            models.CheckConstraint(
                name="plan_accepted_whole",
                condition=models.Q(state="draft")
                | models.Q(made_on__isnull=False, ends_on__isnull=False, accepted_on__isnull=False)
                & ~models.Q(accepted_how="")
                & ~models.Q(accepted_language=""),
            ),
            models.CheckConstraint(
                name="plan_ended_has_day",
                condition=models.Q(state="ended", ended_on__isnull=False) & ~models.Q(end_reason="")
                | ~models.Q(state="ended") & models.Q(ended_on__isnull=True, end_reason=""),
            ),
        )
        indexes = (models.Index(fields=["case", "made_on"], name="plan_by_case"),)


class OfPlan(OfController):
    """A row that hangs on a plan; the pair (controller, plan) is tied in SQL, so it can belong to no other register."""

    id = models.BigAutoField(primary_key=True)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, db_constraint=False, related_name="%(class)ss")

    class Meta:
        abstract = True


class Goal(OfPlan):
    """Tavoite (18 §): a code the law knows, and the client's own words."""

    position = models.IntegerField()
    code = models.TextField()
    text = models.TextField(default="")

    class Meta:
        db_table = "plan_goal"
        constraints = (
            models.UniqueConstraint(name="goal_position", fields=["plan", "position"]),
            one_of("goal", "code", codes.GOALS),
        )


class Measure(OfPlan):
    """Toimenpide tai palvelu (19 §): what, why it serves the goal, who answers for it, when."""

    position = models.IntegerField()
    code = models.TextField()
    service_code = models.TextField(null=True)  # a service of the programme; None: agreed freely
    title = models.TextField(default="")
    reason = models.TextField(default="")
    responsible = models.TextField()
    responsible_name = models.TextField(default="")
    starts_on = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    hours_week = models.DecimalField(null=True, max_digits=4, decimal_places=1)
    child_care_state = models.TextField(default="")  # needed, arranged; empty: not asked or not needed
    child_care = models.TextField(default="")
    place = models.TextField(default="")
    goal_positions = models.JSONField(default=list)  # which goals of the same plan it serves
    needs_referral = models.BooleanField(default=False)
    referred_on = models.DateField(null=True)
    referred_to = models.TextField(default="")
    state = models.TextField(default="planned")

    class Meta:
        db_table = "plan_measure"
        constraints = (
            models.UniqueConstraint(name="measure_position", fields=["plan", "position"]),
            one_of("measure", "code", codes.SERVICES),
            one_of("measure", "responsible", codes.RESPONSIBLES),
            one_of("measure", "state", codes.MEASURE_STATES),
            one_of("measure", "child_care_state", ("", *codes.CHILD_CARE)),
            models.CheckConstraint(
                name="measure_hours",
                condition=models.Q(hours_week__isnull=True) | models.Q(hours_week__gte=0, hours_week__lte=80),
            ),
            models.CheckConstraint(
                name="measure_period",
                condition=models.Q(ends_on__isnull=True)
                | models.Q(starts_on__isnull=True)
                | models.Q(ends_on__gte=models.F("starts_on")),
            ),
            models.CheckConstraint(
                name="measure_referred_day",
                condition=~models.Q(state="referred") | models.Q(referred_on__isnull=False),
            ),
        )


class Review(OfPlan):
    """Tarkistus (22 §; 874/2024 3 §): how it has gone, what made it hard, what changes."""

    on = models.DateField()
    participation = models.TextField()
    progress = models.TextField()
    hindrances = models.TextField(default="")
    changes = models.TextField(default="")
    source = models.TextField()
    source_note = models.TextField(default="")
    county_participated = models.BooleanField(default=False)
    ends_on_before = models.DateField(null=True)
    ends_on_after = models.DateField(null=True)
    by = models.BigIntegerField(null=True)
    by_name = models.TextField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "plan_review"
        constraints = (one_of("review", "source", codes.REVIEW_SOURCES),)
        indexes = (models.Index(fields=["plan", "on"], name="review_by_plan"),)


class PlanVersion(OfPlan):
    """Suunnitelman versio: the plan's whole content as it stood after an acceptance, a review or its end."""

    number = models.IntegerField()
    on = models.DateField()
    why = models.TextField()
    content = models.JSONField()
    by_name = models.TextField()

    class Meta:
        db_table = "plan_version"
        constraints = (
            models.UniqueConstraint(name="plan_version_number", fields=["plan", "number"]),
            one_of("plan_version", "why", codes.VERSION_REASONS),
        )


class NationalRecord(OfCase):
    """Merkintä tietovarantoon tallentamisesta (76 §): what stands in the national system, since when, by whom."""

    kind = models.TextField()
    subject = models.TextField()  # the id of the assessment, plan or review
    recorded_on = models.DateField()
    by = models.BigIntegerField(null=True)
    by_name = models.TextField()
    voided_on = models.DateField(null=True)  # marked by mistake: the row stays
    voided_by_name = models.TextField(default="")

    class Meta:
        db_table = "national_record"
        constraints = (
            one_of("national_record", "kind", codes.RECORD_KINDS),
            models.UniqueConstraint(
                name="national_record_once",
                fields=["kind", "subject"],
                condition=models.Q(voided_on__isnull=True),
            ),
        )
        indexes = (models.Index(fields=["case"], name="national_record_by_case"),)


class Obstacle(OfCase):
    """Este (23 § 4 mom.): days on which the plan could not be carried out; they extend it by the same time."""

    reason = models.TextField()
    first_day = models.DateField()
    last_day = models.DateField(null=True)  # None: still going on
    note = models.TextField(default="")
    by = models.BigIntegerField(null=True)
    by_name = models.TextField()
    void_reason = models.TextField(default="")  # recorded by mistake: the row stays, the law does not read it

    class Meta:
        db_table = "plan_obstacle"
        constraints = (
            one_of("plan_obstacle", "reason", codes.OBSTACLE_REASONS),
            models.CheckConstraint(
                name="plan_obstacle_period",
                condition=models.Q(last_day__isnull=True) | models.Q(last_day__gte=models.F("first_day")),
            ),
        )
        indexes = (models.Index(fields=["case"], name="obstacle_by_case"),)


class FamilyPlan(OfController):
    """Perheen yhteinen suunnitelma: what a family agrees on together; each member's part stands in `FamilyPart`.

    Practice, no instrument of its own in the Act (21 § is repealed). `size` counts the parts, also those behind
    another wall: they show as "toinen henkilö". Whoever sees none of the parts does not see the whole either.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    household_id = models.UUIDField()
    size = models.IntegerField()
    shared_goals = models.TextField(default="")
    shared_measures = models.TextField(default="")
    saved_on = models.DateField()
    saved_by_name = models.TextField()
    version = models.IntegerField(default=1)

    class Meta:
        db_table = "family_plan"
        constraints = (models.UniqueConstraint(name="family_plan_once", fields=["household_id"]),)


class FamilyPart(AboutPerson):
    """Perheenjäsenen osa: what one adult or child does; a child's opinion and how it was heard (4 §)."""

    family_plan = models.ForeignKey(FamilyPlan, on_delete=models.CASCADE, related_name="parts")
    role = models.TextField()
    text = models.TextField(default="")
    opinion = models.TextField(default="")
    heard_how = models.TextField(default="")
    not_heard_reason = models.TextField(default="")

    class Meta:
        db_table = "family_part"
        constraints = (
            models.UniqueConstraint(name="family_part_once", fields=["family_plan", "person"]),
            one_of("family_part", "role", HOUSEHOLD_ROLES),
        )
        indexes = (models.Index(fields=["person"], name="family_part_by_person"),)
