"""Say that a contact has come: a receipt to who sent it, word to who receives them and to the officers (9 § 2 mom.)."""

from django.conf import settings
from django.utils.translation import get_language

from kotopolku.accounts.queries import staff_with
from kotopolku.audit.acting import acting
from kotopolku.audit.actor import Role
from kotopolku.cases.models import Contact
from kotopolku.letters import actions as letters
from kotopolku.letters.codes import CONTACTS_ROLE
from kotopolku.letters.entries import ToRole, ToWriter


def announce(contact: Contact) -> None:
    """Put the letters and notices of a contact from the public form into the outbox; none says who it is about."""
    if contact.sender_email:
        letters.send(
            to=ToWriter(address=contact.sender_email),
            template="contact_receipt",
            params={"code": contact.receipt_code},
            language=get_language() or "fi",
            controller_id=contact.controller_id,
            area_id=contact.area_id,
        )
    letters.send(
        to=ToRole(organisation_id=contact.controller_id, role=CONTACTS_ROLE),
        template="contact_arrived",
        params={"address": f"{settings.ADDRESS}/desk/contacts/{contact.pk}/"},
        controller_id=contact.controller_id,
        area_id=contact.area_id,
    )
    letters.notify(
        staff=staff_with(Role.OFFICER, municipality_id=contact.controller_id, on=acting().on),
        code="contact_arrived",
        route="desk:contact",
        thing=contact.pk,
        area_id=contact.area_id,
    )
