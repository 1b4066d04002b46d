"""Areas, organisations, staff and duties. None of these tables is about a client, so none has a row-level policy."""

from uuid import uuid4

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models.functions import Now

from kotopolku.audit.actor import ROOMS, Group, Role
from kotopolku.languages.fields import TextsField


class Organisation(models.Model):
    """A municipality, county, authority, provider or association (organisaatio), with its time of existence."""

    class Kind(models.TextChoices):
        MUNICIPALITY = "municipality"
        COUNTY = "county"
        EMPLOYMENT_AUTHORITY = "employment_authority"
        PROVIDER = "provider"
        ASSOCIATION = "association"
        STATE_AUTHORITY = "state_authority"

    id = models.BigAutoField(primary_key=True)
    code = models.TextField(unique=True)  # the word used in programme files, e.g. "raisio"
    kind = models.TextField(choices=Kind)
    names = TextsField()
    municipality_code = models.TextField(null=True)  # three digits, zeros kept ("061")
    business_id = models.TextField(null=True)  # Y-tunnus
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)
    successor = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="predecessors")

    class Meta:
        db_table = "organisation"
        constraints = (
            models.CheckConstraint(
                name="organisation_kind",
                condition=models.Q(
                    kind__in=[
                        "municipality",
                        "county",
                        "employment_authority",
                        "provider",
                        "association",
                        "state_authority",
                    ]
                ),
            ),
            models.CheckConstraint(
                name="organisation_municipality_code",
                condition=models.Q(municipality_code__isnull=True)
                | models.Q(municipality_code__regex=r"^[0-9]{3}$"),
            ),
        )


class Area(models.Model):
    """A cooperation area (yhteistoiminta-alue, Kuntalaki 54 §): one host municipality and its partners."""

    id = models.TextField(primary_key=True)  # "raisio"
    names = TextsField()
    host = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    employment_authority = models.ForeignKey(
        Organisation, null=True, on_delete=models.PROTECT, related_name="+"
    )
    county = models.ForeignKey(Organisation, null=True, on_delete=models.PROTECT, related_name="+")
    settings = models.JSONField(default=dict)  # see accounts/area_settings.py for its typed form
    is_demo = models.BooleanField(default=False)

    class Meta:
        db_table = "area"


class Membership(models.Model):
    """A municipality's time in an area; the last day is included."""

    id = models.BigAutoField(primary_key=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="memberships")
    municipality = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    position = models.IntegerField(default=0)
    valid_from = models.DateField(null=True)
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "area_membership"
        constraints = (models.UniqueConstraint(name="membership_once", fields=["area", "municipality"]),)


class StaffManager(BaseUserManager["Staff"]):
    """Finds staff by user name for signing in."""


class Staff(AbstractBaseUser):
    """Somebody who signs in to work (työntekijä). Rights come from duties, never from this row."""

    id = models.BigAutoField(primary_key=True)
    username = models.TextField(unique=True)
    name = models.TextField()
    email = models.EmailField(blank=True)
    language = models.TextField(default="fi")
    single_keys = models.BooleanField(default=True)  # WCAG 2.1.4: single-letter keys can be switched off
    is_active = models.BooleanField(default=True)
    password_is_first = models.BooleanField(
        default=False
    )  # given by another: to be changed at the first sign-in

    USERNAME_FIELD = "username"
    objects = StaffManager()

    class Meta:
        db_table = "staff"
        constraints = (
            models.CheckConstraint(
                name="staff_language", condition=models.Q(language__in=["fi", "sv", "en"])
            ),
        )


class Duty(models.Model):
    """A right tied to a task and to time (käyttöoikeus, KotoL 79 §): who, where, as what, for whom, from–until."""

    id = models.BigAutoField(primary_key=True)
    staff = models.ForeignKey(Staff, null=True, on_delete=models.PROTECT, related_name="duties")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="duties")
    role = models.TextField(choices=[(role.value, role.value) for role in Role])
    groups = ArrayField(models.TextField(), default=list)  # need to know: Group
    purpose = models.TextField()
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    granted_by = models.TextField()
    reason = models.TextField()
    is_official = models.BooleanField(default=False)  # viranhaltija: concludes, makes and reviews
    limited_to = models.TextField(blank=True)  # in words, e.g. the group a substitute teaches
    reviewed_on = models.DateField(null=True)  # when somebody last said that it is still needed
    reviewed_by = models.TextField(blank=True)
    # Ended before its time: who, when and why. A duty ended at once has the day before as its last day.
    ended_at = models.DateTimeField(null=True)
    ended_by = models.TextField(blank=True)
    end_reason = models.TextField(blank=True)

    class Meta:
        db_table = "duty"
        constraints = (
            models.CheckConstraint(
                name="duty_role", condition=models.Q(role__in=[*(role.value for role in ROOMS), "system"])
            ),
            models.CheckConstraint(
                name="duty_groups", condition=models.Q(groups__contained_by=[group.value for group in Group])
            ),
            models.CheckConstraint(
                name="duty_period",
                condition=models.Q(valid_to__isnull=True)
                | models.Q(valid_to__gte=models.F("valid_from"))
                | models.Q(ended_at__isnull=False),
            ),
            models.CheckConstraint(
                name="duty_of_partner_ends",
                condition=~models.Q(
                    role__in=["county_worker", "teacher", "provider_administrator", "employment_contact"]
                )
                | models.Q(valid_to__isnull=False),
            ),
            models.CheckConstraint(
                name="duty_official",
                condition=models.Q(role="officer", is_official=True)
                | models.Q(role="coordinator")
                | (models.Q(is_official=False) & ~models.Q(role="officer")),
            ),
            models.CheckConstraint(
                name="duty_ended",
                condition=models.Q(ended_at__isnull=True, end_reason="")
                | (models.Q(ended_at__isnull=False, valid_to__isnull=False) & ~models.Q(end_reason="")),
            ),
            models.CheckConstraint(
                name="duty_holder",
                condition=models.Q(role="system", staff__isnull=True) | models.Q(staff__isnull=False),
            ),
        )


class DutyMunicipality(models.Model):
    """One municipality whose clients the duty covers (rekisterinpitäjä, KotoL 78 §)."""

    id = models.BigAutoField(primary_key=True)
    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="municipalities")
    municipality = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")

    class Meta:
        db_table = "duty_municipality"
        constraints = (
            models.UniqueConstraint(name="duty_municipality_once", fields=["duty", "municipality"]),
        )


class Absence(models.Model):
    """Poissaolo ja sijaistaminen: while somebody is away, a named colleague has their dates and notices.

    It gives no right: the colleague sees what their own duty covers. It ends by itself after the last day.
    """

    id = models.BigAutoField(primary_key=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    stand_in = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    first_day = models.DateField()
    last_day = models.DateField()
    recorded_by_name = models.TextField()
    ended_by_name = models.TextField(default="", blank=True)  # ended before its time, or never came about

    class Meta:
        db_table = "absence"
        constraints = (
            models.CheckConstraint(
                name="absence_period",
                condition=models.Q(last_day__gte=models.F("first_day")) | ~models.Q(ended_by_name=""),
            ),
            models.CheckConstraint(name="absence_two", condition=~models.Q(staff=models.F("stand_in"))),
        )
        indexes = (
            models.Index(fields=["stand_in", "last_day"], name="absence_by_stand_in"),
            models.Index(fields=["staff", "last_day"], name="absence_by_staff"),
        )


class StaffLanguage(models.Model):
    """Työntekijän kielitaito: a language a worker uses at work, and whether for counsel or only for greeting."""

    id = models.BigAutoField(primary_key=True)
    staff = models.ForeignKey(Staff, on_delete=models.CASCADE, related_name="languages")
    language = models.TextField()  # see languages.names
    speaks = models.BooleanField(default=True)
    reads = models.BooleanField(default=False)
    writes = models.BooleanField(default=False)
    for_counsel = models.BooleanField(default=False)  # well enough to advise; else only to greet

    class Meta:
        db_table = "staff_language"
        constraints = (
            models.UniqueConstraint(name="staff_language_once", fields=["staff", "language"]),
            models.CheckConstraint(
                name="staff_language_some",
                condition=models.Q(speaks=True) | models.Q(reads=True) | models.Q(writes=True),
            ),
            models.CheckConstraint(
                name="staff_language_counsel", condition=models.Q(for_counsel=False) | models.Q(speaks=True)
            ),
        )
        indexes = (models.Index(fields=["language"], name="staff_language_code"),)


class PrintedCode(models.Model):
    """One of the codes on a sheet given to somebody without a phone (tulostettu kertakoodi); works once."""

    id = models.BigAutoField(primary_key=True)
    staff = models.ForeignKey(Staff, on_delete=models.CASCADE, related_name="printed_codes")
    sheet = models.UUIDField()
    digest = models.TextField(unique=True)  # keyed: the code itself is only on paper
    made_by = models.TextField()
    made_at = models.DateTimeField(db_default=Now())
    used_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "printed_code"
        indexes = (models.Index(fields=["staff", "sheet"], name="printed_code_of_staff"),)


class Device(models.Model):
    """A kiosk or a wall screen (laite): paired with the area by an administrator, never with a person."""

    class Kind(models.TextChoices):
        KIOSK = "kiosk"
        WALL = "wall"

    id = models.UUIDField(primary_key=True, default=uuid4)
    kind = models.TextField(choices=Kind)
    token_digest = models.TextField(unique=True)  # of the device's own cookie
    code_digest = models.TextField(null=True)  # of the six digits on its screen, until it is paired
    asked_at = models.DateTimeField(db_default=Now())
    area = models.ForeignKey(Area, null=True, on_delete=models.CASCADE, related_name="+")
    name = models.TextField(blank=True)
    paired_by = models.TextField(blank=True)
    paired_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        db_table = "device"
        constraints = (
            models.CheckConstraint(name="device_kind", condition=models.Q(kind__in=["kiosk", "wall"])),
            models.CheckConstraint(
                name="device_paired",
                condition=models.Q(paired_at__isnull=True) | models.Q(area__isnull=False),
            ),
        )


class RateCount(models.Model):
    """Pyyntölaskuri: how many tries of one kind somebody made within a while; see accounts/limits.py."""

    id = models.BigAutoField(primary_key=True)
    key = models.TextField()  # a keyed digest: neither an address nor a person
    window_start = models.DateTimeField()
    count = models.IntegerField()

    class Meta:
        db_table = "rate_count"
        constraints = (models.UniqueConstraint(name="rate_count_once", fields=["key", "window_start"]),)


class ApiToken(models.Model):
    """A key by which another system reads under one duty (rajapinta-avain): shown once, kept as a digest."""

    id = models.BigAutoField(primary_key=True)
    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="+")
    name = models.TextField()  # which system reads with it
    digest = models.TextField(unique=True)
    valid_from = models.DateField()
    valid_to = models.DateField()
    made_by = models.TextField()
    made_at = models.DateTimeField(db_default=Now())
    last_used_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)

    class Meta:
        db_table = "api_token"
        constraints = (
            models.CheckConstraint(
                name="api_token_period", condition=models.Q(valid_to__gte=models.F("valid_from"))
            ),
            models.CheckConstraint(name="api_token_name", condition=~models.Q(name="")),
        )
