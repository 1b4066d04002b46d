"""Hand the recipients of contacts down to the outbox: mail to a municipality goes where the programme says."""

from collections.abc import Iterator

from kotopolku.accounts.models import Organisation
from kotopolku.letters.actions import set_role_addresses
from kotopolku.letters.codes import CONTACTS_ROLE
from kotopolku.letters.entries import RoleAddressIn
from kotopolku.programme.contacts import chain
from kotopolku.programme.entries import Programme, Recipient


def keep_recipients(programme: Programme) -> None:
    """Make the addresses that receive contacts (9 § 2 mom.) those of the programme's recipients, day by day."""
    ids = dict(Organisation.objects.values_list("code", "pk"))
    set_role_addresses(
        area_id=programme.area.id,
        role=CONTACTS_ROLE,
        addresses=[
            address
            for each in programme.recipients
            for address in _addresses(programme, each, ids[each.municipality])
        ],
    )


def _addresses(programme: Programme, recipient: Recipient, organisation_id: int) -> Iterator[RoleAddressIn]:
    """The recipient's address, and those of the contacts that take its place, each in its own time."""
    whole = list(chain(programme.contacts, recipient.contact))
    for number, contact in enumerate(whole):
        # Before its first day a contact is published nowhere, but a recipient named earlier has its address.
        first = recipient.valid_from if number == 0 else max(contact.valid_from, recipient.valid_from)
        ends = [day for day in (contact.valid_until, recipient.valid_until) if day is not None]
        last = min(ends) if ends else None
        if contact.role_email and (last is None or first <= last):
            yield RoleAddressIn(
                organisation_id=organisation_id, email=contact.role_email, valid_from=first, valid_to=last
            )
