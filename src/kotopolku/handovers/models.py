"""Paketit and what hangs on them. A packet stays with the controller whose case it belongs to; a receiver reads it."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Now

from kotopolku.accounts.models import Area, Organisation, Staff
from kotopolku.cases.models import Case, OfCase
from kotopolku.handovers import codes
from kotopolku.people.bases import OfController, one_of


class Packet(OfController):
    """Luovutus: what was handed over to whom, for what, field by field, frozen as it was sent (KotoL 94 §).

    `client` is the person, by id only: the receiver reads the packet and not the person.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    case = models.ForeignKey(Case, on_delete=models.CASCADE, db_constraint=False, related_name="+")
    client = models.UUIDField()
    kind = models.TextField()
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    receiver_name = models.TextField(default="", blank=True)  # somebody outside the program
    role = models.TextField(default="", blank=True)
    staff = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    title = models.TextField()
    purpose = models.TextField()
    measure_id = models.BigIntegerField(null=True)  # of the plan, by its number
    items = models.JSONField(default=list)  # [{item, need, text}]
    masked = models.JSONField(default=list)  # items held back because of a non-disclosure order
    address_reason = models.TextField(default="", blank=True)
    consent_on = models.DateField(null=True)
    consent_how = models.TextField(default="", blank=True)
    offered = models.JSONField(default=list)  # times offered, ISO text without seconds
    interpreter = models.TextField(default="", blank=True)
    sent_on = models.DateField()
    sent_by = models.BigIntegerField(null=True)
    sent_by_name = models.TextField()
    due_on = models.DateField()
    chase_on = models.DateField()  # the day on which chasing becomes the sender's task
    reminded_on = models.DateField(null=True)
    state = models.TextField(default=codes.SENT)
    answered_on = models.DateField(null=True)
    withdrawn_reason = models.TextField(default="", blank=True)

    class Meta:
        db_table = "packet"
        constraints = (
            models.UniqueConstraint(name="packet_controller", fields=["controller", "id"]),
            one_of("packet", "kind", codes.KINDS),
            one_of("packet", "state", codes.STATES),
            models.CheckConstraint(
                name="packet_receiver", condition=Q(organisation__isnull=False) | ~Q(receiver_name="")
            ),
            models.CheckConstraint(name="packet_due", condition=Q(due_on__gte=F("sent_on"))),
            models.CheckConstraint(
                name="packet_consent",
                condition=~Q(kind__in=sorted(codes.BY_CONSENT))
                | (Q(consent_on__isnull=False) & ~Q(consent_how="")),
            ),
            models.CheckConstraint(
                name="packet_withdrawn", condition=~Q(state=codes.WITHDRAWN) | ~Q(withdrawn_reason="")
            ),
        )
        indexes = (
            models.Index(fields=["case", "-sent_on"], name="packet_by_case"),
            models.Index(fields=["organisation", "sent_on"], name="packet_to"),
            models.Index(fields=["chase_on"], name="packet_unanswered", condition=Q(state=codes.SENT)),
        )

    @property
    def receiver(self) -> str:
        """The Finnish name of whom the packet went to."""
        return self.organisation.names.pick("fi").text if self.organisation else self.receiver_name

    def __str__(self) -> str:
        """Return the id: what is in the packet must not leak into logs by accident."""
        return str(self.pk)


class OfPacket(OfController):
    """A row that hangs on a packet; tied to its controller in SQL."""

    id = models.BigAutoField(primary_key=True)
    packet = models.ForeignKey(
        Packet, on_delete=models.CASCADE, db_constraint=False, related_name="%(class)ss"
    )

    class Meta:
        abstract = True


class PacketAnswer(OfPacket):
    """Vastaus pakettiin: what the receiver said, by which way, and who recorded it. Rows are added, never altered.

    The database itself moves the packet's state and adds the event: a receiver may write neither.
    """

    answer = models.TextField()
    reason = models.TextField(default="", blank=True)
    on = models.DateField()
    starts_on = models.DateField(null=True)
    time = models.TextField(default="", blank=True)  # one of the times offered
    way = models.TextField()
    who = models.TextField()
    by = models.BigIntegerField(null=True)
    by_name = models.TextField()
    at = models.DateTimeField(db_default=Now())

    class Meta:
        db_table = "packet_answer"
        constraints = (
            one_of("packet_answer", "answer", codes.ANSWERS),
            one_of("packet_answer", "way", codes.ANSWER_WAYS),
            models.CheckConstraint(
                name="packet_answer_reason", condition=~Q(answer__in=["declined", "asked"]) | ~Q(reason="")
            ),
        )
        indexes = (models.Index(fields=["packet"], name="packet_answer_by_packet"),)


class PacketChase(OfPacket):
    """Perääminen: whom the sender asked for the missing answer, and when to ask again."""

    on = models.DateField()
    whom = models.TextField()
    note = models.TextField(default="", blank=True)
    again_on = models.DateField()
    by = models.BigIntegerField(null=True)
    by_name = models.TextField()

    class Meta:
        db_table = "packet_chase"
        constraints = (models.CheckConstraint(name="packet_chase_again", condition=Q(again_on__gt=F("on"))),)
        indexes = (models.Index(fields=["packet"], name="packet_chase_by_packet"),)


class PacketLink(OfPacket):
    """Linkki yhteen pakettiin: dated and revocable; for the first worker who opens it signed in, or, with an e-mail
    address, for one named person without any duty here, who proves to be the one at that address.
    """

    digest = models.TextField(unique=True)  # keyed: the link itself is shown once
    who_for = models.TextField()
    email = models.TextField(default="", blank=True)
    code = models.TextField(default="", blank=True)  # keyed: the one-time code sent last
    code_until = models.DateTimeField(null=True)
    holder = models.TextField(default="", blank=True)  # keyed: the browser that has proved it last
    holder_until = models.DateTimeField(null=True)
    expires_on = models.DateField()
    made_on = models.DateField()
    made_by_name = models.TextField()
    staff = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(null=True)
    revoked_on = models.DateField(null=True)
    revoked_by_name = models.TextField(default="", blank=True)

    class Meta:
        db_table = "packet_link"
        constraints = (
            models.CheckConstraint(name="packet_link_expires", condition=Q(expires_on__gte=F("made_on"))),
        )
        indexes = (models.Index(fields=["staff"], name="packet_link_by_staff"),)


class Responsibility(OfCase):
    """Vastuun siirtyminen (3.1 §): from which day another authority answers, and what has been done about it.

    The law moves it on the day; the row says who has acknowledged it and how the client was told.
    """

    authority = models.TextField()
    from_day = models.DateField()
    acknowledged_on = models.DateField(null=True)
    acknowledged_by = models.TextField(default="", blank=True)
    told_on = models.DateField(null=True)
    told_how = models.TextField(default="", blank=True)
    told_by_name = models.TextField(default="", blank=True)
    letter_id = models.UUIDField(null=True)  # the message on its way, or sent; it is told when that has left

    class Meta:
        db_table = "responsibility"
        constraints = (
            models.UniqueConstraint(name="responsibility_once", fields=["case", "from_day"]),
            one_of("responsibility", "authority", codes.AUTHORITIES),
            one_of("responsibility", "told_how", ("", *codes.TOLD_WAYS)),
            models.CheckConstraint(
                name="responsibility_told", condition=Q(told_on__isnull=True) | ~Q(told_how="")
            ),
        )
        indexes = (models.Index(fields=["from_day"], name="responsibility_by_day"),)


class Move(OfCase):
    """Muutto toiseen kuntaan (85 §): the registered day, and whether the client consents to passing anything on."""

    to = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    to_name = models.TextField(default="", blank=True)  # a municipality outside the area
    registered_on = models.DateField()
    consent = models.BooleanField()
    consent_on = models.DateField()
    consent_how = models.TextField()
    told_return = models.BooleanField(default=False)  # was told how to come back, when nothing is passed on
    state = models.TextField(default="waiting")
    done_on = models.DateField(null=True)
    new_case = models.UUIDField(null=True)
    by = models.BigIntegerField(null=True)
    by_name = models.TextField()

    class Meta:
        db_table = "move"
        constraints = (
            models.UniqueConstraint(name="move_one_waiting", fields=["case"], condition=Q(state="waiting")),
            one_of("move", "state", codes.MOVE_STATES),
            models.CheckConstraint(name="move_to", condition=Q(to__isnull=False) | ~Q(to_name="")),
            models.CheckConstraint(name="move_refused_told", condition=Q(consent=True) | Q(told_return=True)),
        )
        indexes = (models.Index(fields=["registered_on"], name="move_waiting", condition=Q(state="waiting")),)


class Placement(OfCase):
    """Kuntaan ohjaaminen (43–44 §): proposal, answer, expected day, housing, the county told, the first week."""

    proposed_on = models.DateField()
    proposed_by = models.TextField()
    answer = models.TextField(default="", blank=True)
    answered_on = models.DateField(null=True)
    answer_reason = models.TextField(default="", blank=True)
    expected_on = models.DateField(null=True)
    arrived_on = models.DateField(null=True)
    housing = models.TextField(default="", blank=True)
    county_told_on = models.DateField(null=True)
    county_told_whom = models.TextField(default="", blank=True)
    steps = models.JSONField(default=dict)  # {code of FIRST_WEEK: {"on": day, "by": name}}
    by_name = models.TextField()

    class Meta:
        db_table = "placement"
        constraints = (
            models.UniqueConstraint(name="placement_one", fields=["case"]),
            one_of("placement", "answer", codes.PLACEMENT_ANSWERS),
            models.CheckConstraint(
                name="placement_answered", condition=Q(answer="") | Q(answered_on__isnull=False)
            ),
        )


class OwnFollowUp(OfCase):
    """Oma seurantapäivä: when we ask how a task of the client's own goes. Ours, not the law's."""

    measure_id = models.BigIntegerField()
    title = models.TextField()
    due_on = models.DateField()
    done_on = models.DateField(null=True)
    note = models.TextField(default="", blank=True)
    by_name = models.TextField()

    class Meta:
        db_table = "own_follow_up"
        constraints = (
            models.UniqueConstraint(
                name="own_follow_up_one", fields=["measure_id"], condition=Q(done_on__isnull=True)
            ),
        )
        indexes = (
            models.Index(fields=["due_on"], name="own_follow_up_due", condition=Q(done_on__isnull=True)),
        )
