"""Tavoitettavuus: by which way and in which language a message reaches a client, or that a person has to call."""

from dataclasses import dataclass
from uuid import UUID

from kotopolku.audit.clock import database_now
from kotopolku.languages.codes import is_ui_language
from kotopolku.letters import codes
from kotopolku.letters.recipients import Reach, reach, reachable_at
from kotopolku.letters.sending import ways_out
from kotopolku.people.contact_rules import ContactRule
from kotopolku.people.models import PersonLanguage


@dataclass(frozen=True, slots=True, kw_only=True)
class Reached:
    """How a message reaches a client: "email" or "sms", and the language they read."""

    way: str
    language: str


def reached_by(person_id: UUID, *, rule: ContactRule) -> Reached | None:
    """Return how a message reaches the client; None: somebody has to call.

    None for who does not read, has no address or must not be written to. The client's own order of ways goes first;
    otherwise an e-mail, which holds more. A text message is a way only where a gateway is set.
    """
    known = PersonLanguage.objects.filter(
        person_id=person_id, use__in=("written", "mother_tongue"), superseded_on__isnull=True
    )
    written = list(known.order_by("use", "pk").values_list("use", "language"))
    if ("written", "none") in written:
        return None
    now = database_now()
    at_hand = [one for one in (codes.EMAIL, codes.SMS) if one == codes.EMAIL or one in ways_out()]
    open_ways = [
        one
        for one in at_hand
        if reach(rule, way=one, at=now) is not Reach.NEVER and reachable_at(person_id, one)
    ]
    way = rule.first_of(open_ways)
    if way is None:
        return None
    languages = [code for _use, code in sorted(written, reverse=True) if is_ui_language(code)]
    return Reached(way=way, language=rule.language or (languages[0] if languages else "fi"))
