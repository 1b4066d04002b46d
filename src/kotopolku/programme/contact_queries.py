"""The contacts of the programme (yhteyshenkilöt) as the office shows them: who today, who next, where named."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from kotopolku.languages.texts import Texts
from kotopolku.programme.access import programme_row, whole_programme
from kotopolku.programme.contacts import chain, contact_on, named_in
from kotopolku.programme.entries import Contact
from kotopolku.programme.queries import party_names


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """Who stands behind a contact from–until."""

    person: str | None
    email: str | None
    phone: str | None
    valid_from: date
    valid_until: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactLine:
    """A contact on a day: `now` (None: nobody), those to `come`, and where it is named (contacts.named_in).

    `parties` are the codes of municipalities it belongs to or is named by.
    """

    code: str
    organisation_code: str
    organisation: Texts
    role: Texts
    now: Period | None
    come: tuple[Period, ...]
    named: tuple[str, ...]
    parties: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Contacts:
    """Every contact, and the version of the programme that a form of change carries."""

    version: int
    lines: tuple[ContactLine, ...]


def contacts_of(area_id: str, *, on: date, municipalities: Collection[str] | None = None) -> Contacts:
    """Return the area's contacts on the day, or those that belong to or are named by the given municipalities."""
    programme, row = whole_programme(area_id), programme_row(area_id)
    if programme is None or row is None:
        return Contacts(version=0, lines=())
    names = party_names(area_id)
    followers = {each.successor for each in programme.contacts}
    lines = []
    for first in programme.contacts:
        if first.id in followers:
            continue
        present = contact_on(programme.contacts, first.id, on=on)
        named = named_in(programme, first.id)
        parties = {first.organisation} | {
            one.partition(":")[2] for one in named if not one.startswith("service:")
        }
        if municipalities is not None and not parties & set(municipalities):
            continue
        whole = list(chain(programme.contacts, first.id))
        lines.append(
            ContactLine(
                code=first.id,
                organisation_code=first.organisation,
                organisation=names[first.organisation],
                role=Texts.of(**(present or first).role),
                now=_period(present) if present else None,
                come=tuple(_period(each) for each in whole if each.valid_from > on),
                named=named,
                parties=frozenset(parties),
            )
        )
    return Contacts(version=row.version, lines=tuple(lines))


def _period(contact: Contact) -> Period:
    return Period(
        person=contact.person,
        email=contact.role_email,
        phone=contact.role_phone,
        valid_from=contact.valid_from,
        valid_until=contact.valid_until,
    )
