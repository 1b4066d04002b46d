"""Tavoitettavuus: in which language an e-mail reaches a client, or that a person has to call."""

from uuid import UUID

from kotopolku.audit.clock import database_now
from kotopolku.languages.codes import is_ui_language
from kotopolku.letters.recipients import Reach, reach
from kotopolku.people.contact_rules import ContactRule
from kotopolku.people.models import ContactDetail, PersonLanguage


def email_language(person_id: UUID, *, rule: ContactRule) -> str | None:
    """Return the language in which an e-mail reaches the client; None: somebody has to call.

    None for who does not read, has no address or must not be written to.
    """
    known = PersonLanguage.objects.filter(
        person_id=person_id, use__in=("written", "mother_tongue"), superseded_on__isnull=True
    )
    written = list(known.order_by("use", "pk").values_list("use", "language"))
    if ("written", "none") in written or reach(rule, way="email", at=database_now()) is Reach.NEVER:
        return None
    if not ContactDetail.objects.filter(
        person_id=person_id, kind="email", superseded_on__isnull=True
    ).exists():
        return None
    languages = [code for _use, code in sorted(written, reverse=True) if is_ui_language(code)]
    return rule.language or (languages[0] if languages else "fi")
