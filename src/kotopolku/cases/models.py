"""Asia and what hangs on it. Rows stay with the controller that made them; a case points at its person by id."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from kotopolku.accounts.models import Area, Organisation, Staff
from kotopolku.cases import codes
from kotopolku.cases.scopes import FORMER_UNIT, SCOPES
from kotopolku.cases.sitting_models import OfAssessment
from kotopolku.people.bases import OfController, one_of
from kotopolku.people.models import Person


class Case(OfController):
    """Asia: one municipality's work with one person, from opening to closing."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    number = models.TextField()  # "2026-01842": year and running number, nothing about the person
    opened_on = models.DateField()
    opened_because = models.TextField()
    closed_on = models.DateField(null=True)
    closed_reason = models.TextField(default="", blank=True)
    officer = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    version = models.IntegerField(default=1)

    class Meta:
        db_table = "case"
        constraints = (
            models.UniqueConstraint(name="case_controller", fields=["controller", "id"]),
            models.UniqueConstraint(name="case_number_in_area", fields=["area", "number"]),
            models.UniqueConstraint(
                name="case_one_open", fields=["person"], condition=Q(closed_on__isnull=True)
            ),
            models.CheckConstraint(
                name="case_closed",
                condition=Q(closed_on__isnull=True, closed_reason="")
                | (Q(closed_on__gte=F("opened_on")) & Q(closed_reason__in=codes.CLOSED_REASONS)),
            ),
            one_of("case", "opened_because", codes.OPENED_BECAUSE),
        )
        indexes = (
            models.Index(fields=["person"], name="case_by_person"),
            models.Index(fields=["-opened_on", "id"], name="case_newest"),
            models.Index(
                fields=["officer", "-opened_on"], name="case_by_officer", condition=Q(closed_on__isnull=True)
            ),
        )

    def __str__(self) -> str:
        """Return the number, which tells nothing about the person."""
        return self.number


class CaseNumber(models.Model):
    """The running number of an area and year; the row is locked while a number is taken."""

    id = models.BigAutoField(primary_key=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    year = models.IntegerField()
    last = models.IntegerField(default=0)

    class Meta:
        db_table = "case_number"
        constraints = (models.UniqueConstraint(name="case_number_once", fields=["area", "year"]),)


class OfCase(OfController):
    """A row that hangs on a case; the pair (controller, case) is tied in SQL and stays with the controller."""

    id = models.BigAutoField(primary_key=True)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_constraint=False, related_name="+")

    class Meta:
        abstract = True


class Contact(OfController):
    """Yhteydenotto: an authority's contact under KotoL 9 §, a person's own request, a tip, or staff's own finding.

    The public form adds rows under nobody's duty; `controller` is the municipality they are meant for.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField()
    sender_organisation = models.TextField(default="", blank=True)
    sender_name = models.TextField(default="", blank=True)
    sender_email = models.TextField(default="", blank=True)
    sender_phone = models.TextField(default="", blank=True)
    sender_verified = models.BooleanField(default=False)
    consent = models.BooleanField(null=True)
    consent_on = models.DateField(null=True)
    need_seen = models.BooleanField(null=True)
    subject_name = models.TextField()
    subject_birth_date = models.DateField(null=True)
    subject_phone = models.TextField(default="", blank=True)
    subject_language = models.TextField(default="", blank=True)
    message = models.TextField(default="", blank=True)
    received_on = models.DateField()
    state = models.TextField(default="waiting")
    taken_on = models.DateField(null=True)
    handled_by = models.BigIntegerField(null=True)
    handled_by_name = models.TextField(default="", blank=True)
    closed_on = models.DateField(null=True)
    outcome = models.TextField(default="", blank=True)
    outcome_note = models.TextField(default="", blank=True)
    case = models.ForeignKey(Case, null=True, on_delete=models.PROTECT, related_name="contacts")
    receipt_code = models.TextField(unique=True)
    version = models.IntegerField(default=1)

    class Meta:
        db_table = "contact"
        constraints = (
            one_of("contact", "kind", codes.CONTACT_KINDS),
            one_of("contact", "state", ("waiting", "taken", "closed")),
            models.CheckConstraint(
                name="contact_closed",
                condition=~Q(state="closed")
                | (Q(closed_on__isnull=False) & Q(outcome__in=codes.CONTACT_OUTCOMES)),
            ),
        )
        indexes = (
            models.Index(
                fields=["received_on", "id"],
                name="contact_waiting",
                condition=Q(state__in=["waiting", "taken"]),
            ),
            models.Index(fields=["case"], name="contact_by_case"),
        )


class Judgement(OfCase):
    """Harkinta: what an official judged, when and why; a later judgement supersedes, nothing is overwritten."""

    key = models.TextField()
    value = models.JSONField()
    on = models.DateField()
    by = models.BigIntegerField(null=True)
    by_name = models.TextField()
    reason = models.TextField()
    superseded_on = models.DateField(null=True)

    class Meta:
        db_table = "judgement"
        constraints = (
            models.UniqueConstraint(
                name="judgement_one_current", fields=["case", "key"], condition=Q(superseded_on__isnull=True)
            ),
            one_of("judgement", "key", codes.JUDGEMENT_KEYS),
            models.CheckConstraint(name="judgement_reason", condition=~Q(reason="")),
        )


class Assessment(OfController):
    """Osaamisen ja kotoutumisen palvelutarpeen arviointi (KotoL 14 §, 869/2024): interview, measures, conclusion."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_constraint=False, related_name="assessments")
    state = models.TextField(default="draft")
    started_on = models.DateField()
    held_on = models.DateField(null=True)
    concluded_on = models.DateField(null=True)
    made_on = models.DateField(null=True)  # the day it was made; stays empty when the client was not reached
    channel = models.TextField(default="", blank=True)
    weighty_reason = models.TextField(default="", blank=True)
    language = models.TextField(default="", blank=True)
    interpreter = models.BooleanField(default=False)
    interpreter_kind = models.TextField(default="", blank=True)
    answers = models.JSONField(default=dict)  # see cases/interview.py for its typed form
    apart = models.JSONField(
        default=dict
    )  # states of the topics kept in SensitiveAnswer: {topic: covered | begun}
    gone_through = models.JSONField(
        default=dict
    )  # days on which a topic's answers changed: {topic: [ISO day]}
    minutes = models.IntegerField(null=True)  # how long the first talk took; later ones are sittings
    child_opinion_found_out = models.BooleanField(null=True)
    child_opinion_reason = models.TextField(default="", blank=True)
    county_participates = models.BooleanField(null=True)
    county_person = models.TextField(default="", blank=True)
    outcome = models.TextField(default="", blank=True)
    outcome_reason = models.TextField(default="", blank=True)
    plan_need_found = models.BooleanField(null=True)
    next_step = models.TextField(default="", blank=True)
    interviewer = models.BigIntegerField(null=True)
    interviewer_name = models.TextField(default="", blank=True)
    law_asked = models.JSONField(
        default=list
    )  # what the law answered when it was concluded: rule, facts, day
    version = models.IntegerField(default=1)

    class Meta:
        db_table = "assessment"
        constraints = (
            models.UniqueConstraint(name="assessment_controller", fields=["controller", "id"]),
            models.UniqueConstraint(name="assessment_one_draft", fields=["case"], condition=Q(state="draft")),
            one_of("assessment", "state", ("draft", "concluded")),
            one_of("assessment", "channel", ("", *codes.ASSESSMENT_CHANNELS)),
            one_of("assessment", "interpreter_kind", ("", *codes.INTERPRETER_KINDS)),
            one_of("assessment", "outcome", ("", *codes.ASSESSMENT_OUTCOMES)),
            one_of("assessment", "child_opinion_reason", ("", *codes.CHILD_OPINION_REASONS)),
            models.CheckConstraint(
                name="assessment_concluded",
                condition=Q(state="draft") | (Q(concluded_on__isnull=False) & ~Q(outcome="")),
            ),
        )
        indexes = (models.Index(fields=["case", "-started_on"], name="assessment_by_case"),)


class AssessmentMeasure(OfAssessment):
    """Tarkentava toimenpide (869/2024 3 §): who did what, when, with which result."""

    kind = models.TextField()
    who = models.TextField()
    on = models.DateField()
    result = models.TextField()
    recorded_by_name = models.TextField()

    class Meta:
        db_table = "assessment_measure"
        constraints = (one_of("assessment_measure", "kind", codes.MEASURE_KINDS),)
        indexes = (models.Index(fields=["assessment"], name="measure_by_assessment"),)


class ToldTick(OfAssessment):
    """What the client was told (869/2024 2 § 3 mom.), in which language, and how it was seen that it was understood."""

    item = models.TextField()
    told_on = models.DateField()
    language = models.TextField()
    understood_how = models.TextField()
    by = models.BigIntegerField(null=True)
    by_name = models.TextField()

    class Meta:
        db_table = "told_tick"
        constraints = (
            models.UniqueConstraint(name="told_tick_once", fields=["assessment", "item"]),
            one_of("told_tick", "item", codes.INTERVIEW_INFORMATION),
        )


class SensitiveAnswer(OfAssessment):
    """Arkaluonteinen vastaus: a topic of the interview that only duties with the group `sensitive` read and write.

    Row-level security hides no columns, so what only some may see is a table of its own. That the topic is covered
    stands in `Assessment.apart`: what the law answers must not depend on who asks.
    """

    topic = models.TextField()
    answer = models.JSONField(default=dict)
    by = models.BigIntegerField(null=True)
    by_name = models.TextField()
    on = models.DateField()

    class Meta:
        db_table = "sensitive_answer"
        constraints = (
            models.UniqueConstraint(name="sensitive_answer_once", fields=["assessment", "topic"]),
            one_of("sensitive_answer", "topic", codes.SENSITIVE_TOPICS),
        )


class CaseGrant(OfCase):
    """Luovutus: a case opened for reading to another organisation, for a part of it and a time (KotoL 79, 94 §)."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    staff_id = models.BigIntegerField(
        null=True
    )  # the one worker there it is for; null: all whose duty opens it
    scope = models.TextField()
    first_day = models.DateField()
    last_day = models.DateField(null=True)
    rows_until = models.DateField(
        null=True
    )  # of a former unit: the day responsibility moved; later rows stay closed
    reason = models.TextField()
    granted_by = models.BigIntegerField(null=True)
    granted_by_name = models.TextField()
    ended_by_name = models.TextField(default="", blank=True)
    packet_id = models.UUIDField(null=True)  # the invitation whose acceptance opened it

    class Meta:
        db_table = "case_grant"
        constraints = (
            one_of("case_grant", "scope", SCOPES),
            models.CheckConstraint(name="case_grant_reason", condition=~Q(reason="")),
            models.CheckConstraint(
                name="case_grant_rows_until",
                condition=Q(scope=FORMER_UNIT, rows_until__isnull=False)
                | (~Q(scope=FORMER_UNIT) & Q(rows_until__isnull=True)),
            ),
            models.CheckConstraint(
                name="case_grant_period", condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day"))
            ),
        )
        indexes = (models.Index(fields=["organisation", "scope"], name="case_grant_to"),)


class Clock(OfCase):
    """Määräaika: one deadline of one case, written by `clocks`; lists read it, nothing recomputes the law in a list.

    kind: law (statute), target (the area's own service target), fact (a date that only is, such as a permit's end).
    """

    rule = models.TextField()
    code = models.TextField()
    kind = models.TextField()
    starts_on = models.DateField(null=True)
    due_on = models.DateField()
    state = models.TextField(default="running")
    met_on = models.DateField(null=True)
    provision = models.TextField(default="", blank=True)
    harm = models.SmallIntegerField()  # as the register of clocks says: the smaller, the worse

    class Meta:
        db_table = "clock"
        constraints = (
            models.UniqueConstraint(name="clock_once", fields=["case", "code"]),
            one_of("clock", "kind", codes.CLOCK_KINDS),
            one_of("clock", "state", codes.CLOCK_STATES),
        )
        indexes = (
            models.Index(fields=["due_on"], name="clock_due", condition=Q(state="running")),
            models.Index(fields=["harm", "due_on"], name="clock_by_harm", condition=Q(state="running")),
        )


class Event(OfCase):
    """Tapahtuma: one line of the timeline. Rows are added, never altered; the sentence is made when it is shown."""

    on = models.DateField()
    kind = models.TextField()
    code = models.TextField()  # a key of cases/events.py, or "note" with free text
    params = models.JSONField(default=dict)
    text = models.TextField(default="", blank=True)
    provision = models.TextField(default="", blank=True)
    by = models.BigIntegerField(null=True)
    by_name = models.TextField()
    at = models.DateTimeField(db_default=Now())
    # The note that this event voids; a note is voided once at most.
    voids = models.OneToOneField(
        "self", null=True, on_delete=models.CASCADE, db_constraint=False, related_name="voided_by"
    )

    class Meta:
        db_table = "event"
        constraints = (one_of("event", "kind", codes.EVENT_KINDS),)
        indexes = (models.Index(fields=["case", "-on", "-id"], name="event_timeline"),)


class Draft(models.Model):
    """Luonnos: what its owner has typed and not yet saved. Nobody else reads it; gone on success or after 30 days."""

    id = models.BigAutoField(primary_key=True)
    form = models.TextField()
    subject_id = models.TextField(default="", blank=True)
    owner = models.ForeignKey(Staff, on_delete=models.CASCADE, related_name="+")
    data = models.JSONField(default=dict)
    version = models.IntegerField(default=0)  # version of the thing when the form was opened
    saved_on = models.DateField()
    saved_at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "draft"
        constraints = (models.UniqueConstraint(name="draft_once", fields=["owner", "form", "subject_id"]),)


from kotopolku.cases import override_model  # noqa: E402, F401  Django looks for tables here
