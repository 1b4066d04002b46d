"""The programme (kotoutumisohjelma) in the database, without loss: every entry of the folder is one row here or in
`services`.

As in the catalogue, a row keeps its entry as the programme writes it, and the database computes the columns that
queries need. `Organisation` rows of `accounts` are made from `Party` rows when a programme is saved, never the
other way. No table here is about a client, so none has a row-level policy.
"""

from django.db import models

from kotopolku.accounts.models import Area
from kotopolku.languages.fields import TextsField
from kotopolku.services.models import Entry, from_facts

RULE_KINDS = ("target", "rule")
APPROVAL_STATES = ("not_started", "under_review", "approved", "returned")


class Programme(models.Model):
    """The programme of one area: what it says of the area and of the document. `version` grows with every change."""

    area = models.OneToOneField(Area, primary_key=True, on_delete=models.CASCADE, related_name="+")
    schema_version = models.IntegerField()
    area_facts = models.JSONField()
    document = models.JSONField()
    version = models.IntegerField(default=1)
    changed_on = models.DateField()

    class Meta:
        db_table = "programme"


class ProgrammeText(models.Model):
    """A text of the programme that is not a service's, in every language it has been written in."""

    id = models.BigAutoField(primary_key=True)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="+")
    code = models.TextField()  # the text id, e.g. "chapter-purpose-body"
    texts = TextsField()

    class Meta:
        db_table = "programme_text"
        constraints = (models.UniqueConstraint(name="programme_text_once", fields=["area", "code"]),)


class MemberEntry(Entry):
    """A member municipality as the programme tells it (jäsenkunta)."""

    class Meta:
        db_table = "programme_municipality"
        constraints = (models.UniqueConstraint(name="programme_municipality_once", fields=["area", "code"]),)


class Party(Entry):
    """An organisation the programme names (toimija)."""

    kind = from_facts("kind", models.TextField())

    class Meta:
        db_table = "programme_organisation"
        constraints = (models.UniqueConstraint(name="programme_organisation_once", fields=["area", "code"]),)


class ProgrammeContact(Entry):
    """A contact with its period (yhteyshenkilö tai rooliosoite)."""

    organisation = from_facts("organisation", models.TextField())

    class Meta:
        db_table = "programme_contact"
        constraints = (models.UniqueConstraint(name="programme_contact_once", fields=["area", "code"]),)


class ContactRecipient(Entry):
    """Who receives authorities' contacts in a municipality (vastaanottava taho, KotoL 9 § 2 mom.)."""

    municipality = from_facts("municipality", models.TextField())

    class Meta:
        db_table = "contact_recipient"
        constraints = (models.UniqueConstraint(name="contact_recipient_once", fields=["area", "code"]),)


class Deviation(Entry):
    """A deviation from the contents of the law, with its reason as a text (perusteltu poikkeama)."""

    service = from_facts("service", models.TextField())

    class Meta:
        db_table = "programme_deviation"
        constraints = (models.UniqueConstraint(name="programme_deviation_once", fields=["area", "code"]),)


class FollowUp(Entry):
    """A means of follow-up (seurantatapa)."""

    class Meta:
        db_table = "programme_follow_up"
        constraints = (models.UniqueConstraint(name="programme_follow_up_once", fields=["area", "code"]),)


class Communication(Entry):
    """A means of communication (viestintätapa)."""

    class Meta:
        db_table = "programme_communication"
        constraints = (models.UniqueConstraint(name="programme_communication_once", fields=["area", "code"]),)


class OwnRule(Entry):
    """An own rule or service target (alueen oma sääntö, palvelutavoite): never law."""

    kind = from_facts("kind", models.TextField())

    class Meta:
        db_table = "own_rule"
        constraints = (
            models.UniqueConstraint(name="own_rule_once", fields=["area", "code"]),
            models.CheckConstraint(name="own_rule_kind", condition=models.Q(kind__in=RULE_KINDS)),
        )


class AdviceTopic(Entry):
    """A topic of advice (neuvonnan aihe)."""

    class Meta:
        db_table = "programme_advice_topic"
        constraints = (models.UniqueConstraint(name="programme_advice_topic_once", fields=["area", "code"]),)


class Guide(Entry):
    """A page for people: a situation in life, basic information, society (elämäntilanne, perustieto)."""

    class Meta:
        db_table = "programme_guide"
        constraints = (models.UniqueConstraint(name="programme_guide_once", fields=["area", "code"]),)


class LocalService(Entry):
    """Another service people need where they live (kunnan muu palvelu)."""

    class Meta:
        db_table = "programme_local_service"
        constraints = (models.UniqueConstraint(name="programme_local_service_once", fields=["area", "code"]),)


class Approval(Entry):
    """The approval of the document in one municipality (hyväksyminen)."""

    state = from_facts("state", models.TextField())

    class Meta:
        db_table = "programme_approval"
        constraints = (
            models.UniqueConstraint(name="programme_approval_once", fields=["area", "code"]),
            models.CheckConstraint(
                name="programme_approval_state", condition=models.Q(state__in=APPROVAL_STATES)
            ),
        )


class Sample(Entry):
    """A field whose content the area has still to confirm (alueen vahvistettava); `code` is the field."""

    class Meta:
        db_table = "programme_sample"
        constraints = (models.UniqueConstraint(name="programme_sample_once", fields=["area", "code"]),)
