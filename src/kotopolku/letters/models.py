"""The outbox and the notices. No row holds more about a person than that there is a message."""

from uuid import uuid4

from django.db import models
from django.db.models import Q

from kotopolku.accounts.models import Area, Organisation, Staff
from kotopolku.letters import codes
from kotopolku.people.bases import OfController, one_of
from kotopolku.people.models import Person


class Letter(models.Model):
    """Lähtevä viesti: one message to one recipient, written in the transaction of the act that causes it.

    `controller` is the register the message belongs to; a message about no client has none and is seen in its area.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    controller = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    # Tied to the person's own pair (controller, person) by the composite key in the migration.
    person = models.ForeignKey(
        Person, null=True, on_delete=models.CASCADE, db_constraint=False, related_name="+"
    )
    way = models.TextField()
    recipient = models.TextField()
    staff = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="+")
    organisation = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    role = models.TextField(default="", blank=True)
    address = models.TextField(default="", blank=True)  # where it went; found when it is sent
    template = models.TextField()
    params = models.JSONField(default=dict)
    language = models.TextField()  # of the text as it was sent
    subject = models.TextField()
    body = models.TextField()
    calendar = models.TextField(default="", blank=True)  # iCalendar, sent beside an e-mail
    state = models.TextField(default=codes.WAITING)
    attempts = models.IntegerField(default=0)
    next_try_at = models.DateTimeField()
    last_error = models.TextField(default="", blank=True)  # a code, never an address or a server's own words
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    provider_id = models.TextField(default="", blank=True)

    class Meta:
        db_table = "letter"
        constraints = (
            one_of("letter", "way", codes.WAYS),
            one_of("letter", "recipient", codes.RECIPIENTS),
            one_of("letter", "state", codes.STATES),
            models.CheckConstraint(
                name="letter_person_has_controller",
                condition=Q(person__isnull=True) | Q(controller__isnull=False),
            ),
            models.CheckConstraint(
                name="letter_recipient_named",
                condition=Q(recipient="person", person__isnull=False)
                | Q(recipient="staff", staff__isnull=False)
                | (Q(recipient="role", organisation__isnull=False) & ~Q(role=""))
                | (Q(recipient="writer") & ~Q(address="")),
            ),
            models.CheckConstraint(
                name="letter_sent",
                condition=Q(state="sent", sent_at__isnull=False)
                | (~Q(state="sent") & Q(sent_at__isnull=True)),
            ),
        )
        indexes = (
            models.Index(
                fields=["area", "next_try_at"], name="letter_due", condition=Q(state__in=codes.OPEN_STATES)
            ),
            models.Index(fields=["-created_at", "id"], name="letter_newest"),
            models.Index(fields=["person"], name="letter_by_person"),
        )

    def __str__(self) -> str:
        """Return the id: an address must not leak into logs by accident."""
        return str(self.pk)


class Notice(models.Model):
    """Ilmoitus: something a member of staff should know, seen in the program by that member alone."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    staff = models.ForeignKey(Staff, on_delete=models.CASCADE, related_name="+")
    code = models.TextField()
    params = models.JSONField(default=dict)
    route = models.TextField(default="", blank=True)
    thing = models.TextField(default="", blank=True)  # the id in the route's address
    created_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "notice"
        indexes = (
            models.Index(fields=["staff", "-created_at", "-id"], name="notice_newest"),
            models.Index(fields=["staff"], name="notice_unread", condition=Q(read_at__isnull=True)),
        )


class File(OfController):
    """Liite: a file about a client, checked when it came (letters/checking.py). Its name is not kept."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    # Tied to the person's own pair (controller, person) by the composite key in the migration.
    person = models.ForeignKey(Person, on_delete=models.CASCADE, db_constraint=False, related_name="+")
    kind = models.TextField()
    size = models.IntegerField()
    sha256 = models.TextField()
    data = models.BinaryField()
    created_at = models.DateTimeField()
    created_by = models.BigIntegerField(null=True)  # staff id as it was
    created_by_name = models.TextField()

    class Meta:
        db_table = "file"
        constraints = (
            one_of("file", "kind", codes.FILE_KINDS),
            models.CheckConstraint(
                name="file_size", condition=Q(size__gt=0, size__lte=codes.MOST_FILE_BYTES)
            ),
        )
        indexes = (models.Index(fields=["person"], name="file_by_person"),)


class RoleAddress(models.Model):
    """Rooliosoite: where mail to an organisation's task goes from a day on, whoever does the task."""

    id = models.BigAutoField(primary_key=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    role = models.TextField()
    email = models.EmailField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "role_address"
        constraints = (
            models.UniqueConstraint(
                name="role_address_once", fields=["area", "organisation", "role", "valid_from"]
            ),
        )
