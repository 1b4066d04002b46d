"""Who is meant, on the day it is sent: a role's address, a client's allowed way."""

from datetime import date, datetime
from enum import StrEnum
from uuid import UUID

from kotopolku.accounts.periods import in_force
from kotopolku.audit.acting import acting
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.letters import codes
from kotopolku.letters.models import Letter, RoleAddress
from kotopolku.letters.texter import mobile_number
from kotopolku.people.contact_rules import ContactRule
from kotopolku.people.models import ContactDetail


def role_address(organisation_id: int, role: str, *, on: date) -> str:
    """Return the address of a role on the day, or ""."""
    found = RoleAddress.objects.filter(
        in_force(on),
        organisation_id=organisation_id,
        role=role,
    )
    return found.order_by("-valid_from").values_list("email", flat=True).first() or ""


class Reach(StrEnum):
    """Whether a client may be reached by a way: at once, at another hour, or not at all."""

    NOW = "now"
    LATER = "later"
    NEVER = "never"


def quiet(at: datetime) -> bool:
    """Whether it is night, when no text message is sent."""
    clock = at.astimezone(HELSINKI).time()
    return clock >= codes.QUIET_FROM or clock < codes.QUIET_UNTIL


def reach(rule: ContactRule, *, way: str, at: datetime) -> Reach:
    """Answer by the client's contact rule (turvallinen yhteydenotto) and the quiet hours of text messages.

    Who is protected and has said nothing of how to be reached is not written to unasked.
    """
    if (rule.protected and not rule.recorded) or not rule.allows(way):
        return Reach.NEVER
    if way == codes.SMS and quiet(at):
        return Reach.LATER
    return Reach.NOW if rule.allows(way, at=at) else Reach.LATER


def address_of(letter: Letter) -> str:
    """Return the e-mail address or telephone number the letter goes to today, or "" when there is none."""
    match letter.recipient:
        case "writer":
            return letter.address
        case "staff":
            return letter.staff.email if letter.staff and letter.staff.is_active else ""
        case "role":
            return role_address(letter.organisation_id or 0, letter.role, on=acting().on)
    if letter.person_id is None:
        return ""
    return reachable_at(letter.person_id, letter.way)


def reachable_at(person_id: UUID, way: str) -> str:
    """Return the client's newest address for a way ("email" or "sms"), or "" when none is reached by it."""
    kind = "phone" if way == codes.SMS else "email"
    found = ContactDetail.objects.filter(person_id=person_id, kind=kind, superseded_on__isnull=True)
    values = found.order_by("-pk").values_list("value", flat=True)
    if way == codes.SMS:
        return next((value for value in values if mobile_number(value)), "")
    return values.first() or ""
