"""Who stands behind a contact of the programme on a day, and where each is named. Plain functions on its records."""

from collections.abc import Iterable, Iterator
from datetime import date

from kotopolku.programme.entries import Contact, Programme


def chain(contacts: Iterable[Contact], code: str) -> Iterator[Contact]:
    """Yield the contact and those that take its place, each once, in order."""
    by_id, seen = {each.id: each for each in contacts}, set[str]()
    at: str | None = code
    while at is not None and at in by_id and at not in seen:
        seen.add(at)
        yield by_id[at]
        at = by_id[at].successor


def contact_on(contacts: Iterable[Contact], code: str, *, on: date) -> Contact | None:
    """Return who stands behind the contact named `code` on the day: itself or a successor; None when nobody."""
    return next(
        (
            each
            for each in chain(contacts, code)
            if each.valid_from <= on and (each.valid_until is None or on <= each.valid_until)
        ),
        None,
    )


def named_in(programme: Programme, code: str) -> tuple[str, ...]:
    """Return where a contact is named, as (what:id): municipality, recipient, stand_in or service."""
    found = [f"municipality:{each.id}" for each in programme.municipalities if each.contact == code]
    found += [f"recipient:{each.municipality}" for each in programme.recipients if each.contact == code]
    found += [f"stand_in:{each.municipality}" for each in programme.recipients if each.stand_in == code]
    found += [f"service:{each.id}" for each in programme.services if each.contact == code]
    return tuple(dict.fromkeys(found))
