"""Henkilö and what is known of them. What hangs on a person follows when the person moves between municipalities."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q

from kotopolku.accounts.models import Area, Staff
from kotopolku.people.bases import AboutPerson, OfController, Provenance, one_of, source_check
from kotopolku.people.codes import (
    BARRED_REASONS,
    CONTACT_KINDS,
    HOUSEHOLD_ROLES,
    IDENTIFIER_KINDS,
    LANGUAGE_USES,
    LEGAL_BASES,
    PERIOD_KINDS,
    STATUS_KINDS,
)
from kotopolku.people.safety import NonDisclosure, Opening, SafeContact

__all__ = [
    "AboutPerson",
    "Barred",
    "Citizenship",
    "ContactDetail",
    "DuplicateReport",
    "Fact",
    "FormerName",
    "Household",
    "HouseholdMember",
    "Identifier",
    "KeptApart",
    "NameToken",
    "NonDisclosure",
    "Opening",
    "Period",
    "Person",
    "PersonLanguage",
    "ResidenceStatus",
    "SafeContact",
]


class Person(OfController):
    """Henkilö: one human being in one municipality's register. Never built from, or addressed by, personal data."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    given_names = models.TextField(default="", blank=True)
    family_name = models.TextField(default="", blank=True)  # some people have one name only
    name_own_script = models.TextField(default="", blank=True)
    called_by = models.TextField(default="", blank=True)
    sort_key = models.TextField(db_collation="C")
    birth_date = models.DateField(null=True)
    non_disclosure = models.BooleanField(default=False)  # turvakielto, 661/2009 36 §
    non_disclosure_until = models.DateField(null=True)
    covers_household = models.BooleanField(default=True)
    # Somebody of the same household has an order that covers this person too. Kept by triggers (safety_sql.py).
    covered = models.BooleanField(default=False)
    covered_until = models.DateField(null=True)
    merged_into = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="merged")
    # The same human being in another municipality's register: each keeps its own, only protection reaches over.
    same_as = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    version = models.IntegerField(default=1)

    class Meta:
        db_table = "person"
        constraints = (
            models.UniqueConstraint(name="person_controller", fields=["controller", "id"]),
            models.CheckConstraint(name="person_has_name", condition=~Q(given_names="", family_name="")),
            models.CheckConstraint(
                name="person_not_merged_into_itself",
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("id")),
            ),
            models.CheckConstraint(
                name="person_not_same_as_itself",
                condition=Q(same_as__isnull=True) | ~Q(same_as=F("id")),
            ),
            models.CheckConstraint(
                name="person_non_disclosure_end",
                condition=Q(non_disclosure_until__isnull=True) | Q(non_disclosure=True),
            ),
            models.CheckConstraint(
                name="person_covered_end", condition=Q(covered_until__isnull=True) | Q(covered=True)
            ),
        )
        indexes = (
            models.Index(fields=["sort_key", "id"], name="person_by_name"),
            models.Index(fields=["birth_date"], name="person_by_birth_date"),
            # The few whose municipality may be hidden: every inbox asks whether a contact leads to one of them.
            models.Index(
                fields=["id"], name="person_protected", condition=Q(non_disclosure=True) | Q(covered=True)
            ),
        )

    def __str__(self) -> str:
        """Return the id: a name must not leak into logs and errors by accident."""
        return str(self.pk)


class NameToken(AboutPerson):
    """One folded word of any of the person's names, for search by beginnings, or its sound, for likenesses."""

    kind = models.TextField(default="word")  # word | sound
    token = models.TextField(db_collation="C")
    # Kept by the database: whether a non-disclosure order stands on the person, whatever its last day.
    of_protected = models.BooleanField(db_default=False, editable=False)

    class Meta:
        db_table = "name_token"
        constraints = (
            models.UniqueConstraint(name="name_token_once", fields=["person", "kind", "token"]),
            one_of("name_token", "kind", ("word", "sound")),
        )
        # Only text comparisons are leakproof, so this index is used under the walls; LIKE and trigrams are not.
        indexes = (
            models.Index(fields=["kind", "token", "person"], name="name_token_by_token"),
            # Whom a contact leads to is asked of the protected alone: every Mohamed of the area would be too many.
            models.Index(
                fields=["token"], name="name_token_protected", condition=models.Q(of_protected=True)
            ),
        )


class FormerName(AboutPerson, Provenance):
    """A name the person used before; still found by search."""

    given_names = models.TextField(default="", blank=True)
    family_name = models.TextField(default="", blank=True)
    until = models.DateField()

    class Meta:
        db_table = "former_name"
        constraints = (source_check("former_name"),)


class Identifier(AboutPerson, Provenance):
    """A code by which somebody knows the person; all eleven characters of a henkilötunnus, compared exactly."""

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    kind = models.TextField()
    value = models.TextField()
    issuer = models.TextField(default="", blank=True)
    valid_to = models.DateField(null=True)

    class Meta:
        db_table = "identifier"
        constraints = (
            models.UniqueConstraint(
                name="identifier_one_holder", fields=["area", "value"], condition=Q(kind="identity_code")
            ),
            one_of("identifier", "kind", IDENTIFIER_KINDS),
            source_check("identifier"),
        )
        indexes = (
            models.Index(fields=["value"], name="identifier_by_value"),
            models.Index(fields=["person"], name="identifier_by_person"),
        )


class PersonLanguage(AboutPerson, Provenance):
    """One language fact: mother tongue, spoken, written ("none" when none), interpreting, or understood well."""

    use = models.TextField()
    language = models.TextField()  # ISO 639 code; "none" only for use "written"
    dialect = models.TextField(default="", blank=True)
    note = models.TextField(default="", blank=True)

    class Meta:
        db_table = "person_language"
        constraints = (
            models.UniqueConstraint(
                name="person_language_once",
                fields=["person", "use", "language"],
                condition=Q(superseded_on__isnull=True),
            ),
            one_of("person_language", "use", LANGUAGE_USES),
            models.CheckConstraint(
                name="person_language_none", condition=~Q(language="none") | Q(use="written")
            ),
            source_check("person_language"),
        )
        indexes = (models.Index(fields=["person"], name="person_language_by_person"),)


class Citizenship(AboutPerson, Provenance):
    """Kansalaisuus: ISO 3166-1 alpha-2 code, "stateless" or "unknown"."""

    country = models.TextField()

    class Meta:
        db_table = "citizenship"
        constraints = (
            models.UniqueConstraint(
                name="citizenship_once", fields=["person", "country"], condition=Q(superseded_on__isnull=True)
            ),
            models.CheckConstraint(
                name="citizenship_country",
                condition=Q(country__in=["stateless", "unknown"]) | Q(country__regex="^[A-Z]{2}$"),
            ),
            source_check("citizenship"),
        )
        indexes = (models.Index(fields=["person"], name="citizenship_by_person"),)


class ResidenceStatus(AboutPerson, Provenance):
    """Oleskeluoikeus: a permit, card or registration; the three years of KotoL 14 § run from `granted_on`."""

    kind = models.TextField()
    granted_on = models.DateField()
    legal_basis = models.TextField(null=True)
    valid_until = models.DateField(null=True)
    applied_for_protection_first = models.BooleanField(null=True)
    applied_as_minor = models.BooleanField(null=True)

    class Meta:
        db_table = "residence_status"
        constraints = (
            one_of("residence_status", "kind", STATUS_KINDS),
            models.CheckConstraint(
                name="residence_status_legal_basis",
                condition=Q(legal_basis__isnull=True) | Q(legal_basis__in=LEGAL_BASES),
            ),
            models.CheckConstraint(
                name="residence_status_period",
                condition=Q(valid_until__isnull=True) | Q(valid_until__gte=F("granted_on")),
            ),
            source_check("residence_status"),
        )
        indexes = (models.Index(fields=["person", "granted_on"], name="residence_status_by_person"),)


class Period(AboutPerson, Provenance):
    """Jakso: job search, unemployment, an allowance or the assistance system; the last day is included.

    Current periods of one person and kind may not overlap: an exclusion constraint in the migration.
    """

    kind = models.TextField()
    first_day = models.DateField()
    last_day = models.DateField(null=True)

    class Meta:
        db_table = "person_period"
        constraints = (
            one_of("person_period", "kind", PERIOD_KINDS),
            models.CheckConstraint(
                name="person_period_order",
                condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day")),
            ),
            source_check("person_period"),
        )


class Fact(AboutPerson, Provenance):
    """Tosiseikka: one value under a name of the law's vocabulary. One current row a key; older ones are history."""

    key = models.TextField()
    value = models.JSONField()
    since = models.DateField(null=True)

    class Meta:
        db_table = "fact"
        constraints = (
            models.UniqueConstraint(
                name="fact_one_current", fields=["person", "key"], condition=Q(superseded_on__isnull=True)
            ),
            source_check("fact"),
        )
        indexes = (models.Index(fields=["person", "key"], name="fact_by_person"),)


class ContactDetail(AboutPerson, Provenance):
    """Yhteystieto: replaced outright, never kept as history, since an old address can lead to a person too."""

    kind = models.TextField()
    value = models.TextField()
    note = models.TextField(default="", blank=True)

    class Meta:
        db_table = "contact_detail"
        constraints = (one_of("contact_detail", "kind", CONTACT_KINDS), source_check("contact_detail"))
        indexes = (models.Index(fields=["person"], name="contact_detail_by_person"),)


class KeptApart(AboutPerson, Provenance):
    """Two people who must not meet: never the same time, group or waiting room. Held on both, seen by each's side."""

    # By id only: the other may be in another municipality's register.
    other = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")

    class Meta:
        db_table = "kept_apart"
        constraints = (
            models.UniqueConstraint(
                name="kept_apart_once", fields=["person", "other"], condition=Q(superseded_on__isnull=True)
            ),
            models.CheckConstraint(name="kept_apart_two", condition=~Q(person=F("other"))),
            source_check("kept_apart"),
        )


class Barred(AboutPerson):
    """Esteellisyys: one worker kept out of one client's file everywhere (hallintolaki 27–28 §), whatever the duty.

    The barred worker sees neither the client nor this row.
    """

    staff = models.ForeignKey(Staff, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    first_day = models.DateField()
    last_day = models.DateField(null=True)
    set_by = models.BigIntegerField(null=True)
    set_by_name = models.TextField()
    lifted_by_name = models.TextField(default="", blank=True)

    class Meta:
        db_table = "barred"
        constraints = (
            one_of("barred", "reason", BARRED_REASONS),
            models.CheckConstraint(
                name="barred_period", condition=Q(last_day__isnull=True) | Q(last_day__gte=F("first_day"))
            ),
            models.UniqueConstraint(
                name="barred_once",
                fields=["person", "staff"],
                condition=Q(lifted_by_name="", last_day__isnull=True),
            ),
        )


class Household(OfController):
    """Ruokakunta tai perhe: people who live together. A person is not a household and a case is neither."""

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    name = models.TextField(default="", blank=True)

    class Meta:
        db_table = "household"


class HouseholdMember(AboutPerson):
    """One person's time in a household; the row is in the person's register, the household may be in another's."""

    household = models.ForeignKey(Household, on_delete=models.CASCADE, related_name="members")
    role = models.TextField()
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)

    class Meta:
        db_table = "household_member"
        constraints = (
            one_of("household_member", "role", HOUSEHOLD_ROLES),
            models.CheckConstraint(
                name="household_member_period",
                condition=Q(last_day__isnull=True)
                | Q(first_day__isnull=True)
                | Q(last_day__gte=F("first_day")),
            ),
            models.UniqueConstraint(
                name="household_member_once",
                fields=["household", "person"],
                condition=Q(last_day__isnull=True),
            ),
        )
        indexes = (models.Index(fields=["person"], name="household_member_by_person"),)


class DuplicateReport(AboutPerson):
    """Somebody tried to register a code that a person outside their duties holds: work for the coordinator.

    The row is in the holder's register, so the one who tried cannot see it.
    """

    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    reported_by = models.BigIntegerField(null=True)
    reported_by_name = models.TextField()
    organisation = models.TextField()
    reported_on = models.DateField()
    handled_on = models.DateField(null=True)
    handled_by_name = models.TextField(default="", blank=True)
    outcome = models.TextField(default="", blank=True)

    class Meta:
        db_table = "duplicate_report"
        indexes = (models.Index(fields=["area", "reported_on"], name="duplicate_report_waiting"),)
