"""Organisations as they are on a day: state authorities are renamed and joined, and every page says today's name."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from kotopolku.accounts.models import Organisation
from kotopolku.languages.texts import Texts


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationView:
    """An organisation that exists on the day asked for (kind: Organisation.Kind)."""

    id: int
    code: str
    kind: str
    names: Texts


def organisation_on(code: str, *, on: date) -> OrganisationView | None:
    """Return who does the work of the organisation `code` on the day: itself, a successor or a predecessor.

    None when there is no such organisation, or nobody on the day.
    """
    found = _all()
    start = next((one for one in found.values() if one.code == code), None)
    return _view(_at(start, found, on=on)) if start else None


def organisations_on(on: date) -> tuple[OrganisationView, ...]:
    """Return every organisation that exists on the day, by Finnish name."""
    views = [view for one in _all().values() if _exists(one, on) and (view := _view(one))]
    return tuple(sorted(views, key=lambda one: one.names.pick("fi").text))


def names_on(on: date) -> Mapping[int, Texts]:
    """Return the name to show on the day for each organisation id, whoever carries its work then."""
    found = _all()
    return {pk: (_at(one, found, on=on) or one).names for pk, one in found.items()}


def later(organisation: Organisation, *, on: date) -> Organisation:
    """Return the successor in whose hands the organisation's work is on the day; itself while it lasts."""
    while organisation.valid_to is not None and organisation.valid_to < on and organisation.successor:
        organisation = organisation.successor
    return organisation


def _all() -> dict[int, Organisation]:
    return {one.pk: one for one in Organisation.objects.order_by("pk")}


def _exists(one: Organisation, on: date) -> bool:
    return (one.valid_from is None or one.valid_from <= on) and (one.valid_to is None or on <= one.valid_to)


def _at(start: Organisation, found: Mapping[int, Organisation], *, on: date) -> Organisation | None:
    """Walk to the successor after the last day, to the one predecessor before the first; no circle is walked twice."""
    one: Organisation | None = start
    for _step in found:
        if one is None or _exists(one, on):
            return one
        if one.valid_to is not None and one.valid_to < on:
            one = found.get(one.successor_id) if one.successor_id else None
        else:
            before = [each for each in found.values() if each.successor_id == one.pk]
            one = before[0] if len(before) == 1 else None
    return None


def _view(one: Organisation | None) -> OrganisationView | None:
    return OrganisationView(id=one.pk, code=one.code, kind=one.kind, names=one.names) if one else None
