"""Hand the recipients of contacts down to the outbox: mail to a municipality goes where the programme says."""

from kotopolku.accounts.models import Organisation
from kotopolku.letters.actions import set_role_addresses
from kotopolku.letters.codes import CONTACTS_ROLE
from kotopolku.letters.entries import RoleAddressIn
from kotopolku.programme.entries import Programme


def keep_recipients(programme: Programme) -> None:
    """Make the addresses that receive contacts (9 § 2 mom.) those of the programme's recipients, day by day."""
    contacts = {each.id: each for each in programme.contacts}
    ids = dict(Organisation.objects.values_list("code", "pk"))
    set_role_addresses(
        area_id=programme.area.id,
        role=CONTACTS_ROLE,
        addresses=[
            RoleAddressIn(
                organisation_id=ids[each.municipality],
                email=contact.role_email,
                valid_from=each.valid_from,
                valid_to=each.valid_until,
            )
            for each in programme.recipients
            if (contact := contacts.get(each.contact)) and contact.role_email
        ],
    )
