"""One person as a row, masked where needed; and a row's provenance as a value."""

from datetime import date

from kotopolku.people import bases
from kotopolku.people.models import Person
from kotopolku.people.names import display_name, list_name
from kotopolku.people.views import PersonRow, Provenance


def hides_place(person: Person, *, on: date) -> bool:
    """Whether a non-disclosure order (turvakielto, 661/2009 36 §) is in force: municipality and contacts are masked.

    The person's own order, or that of somebody in the same household.
    """
    return own_order_runs(person, on=on) or _runs(ordered=person.covered, until=person.covered_until, on=on)


def own_order_runs(person: Person, *, on: date) -> bool:
    """Whether the person's own order is in force, and not only that of somebody in the household."""
    return _runs(ordered=person.non_disclosure, until=person.non_disclosure_until, on=on)


def _runs(*, ordered: bool, until: date | None, on: date) -> bool:
    return ordered and (until is None or on <= until)


def person_row(person: Person, *, on: date) -> PersonRow:
    """Return the person as a list shows them on a day."""
    hidden = hides_place(person, on=on)
    return PersonRow(
        id=person.pk,
        name=display_name(person.given_names, person.family_name),
        list_name=list_name(person.given_names, person.family_name),
        own_script=person.name_own_script,
        called_by=person.called_by,
        birth_date=person.birth_date,
        non_disclosure=hidden,
        municipality_id=None if hidden else person.controller_id,
        sort_key=person.sort_key,
    )


def provenance(row: bases.Provenance) -> Provenance:
    """Return where a row came from."""
    return Provenance(
        source=row.source, note=row.source_note, entered_by=row.entered_by_name, entered_on=row.entered_on
    )
