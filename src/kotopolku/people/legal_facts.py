"""Tosiseikat laille: what is known of people, in the law's own dataclasses. A never-asked fact is absent."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from kotopolku.languages.texts import Texts
from kotopolku.law.facts import Facts, facts_from_mapping
from kotopolku.people.codes import UNDERSTOOD_WELL
from kotopolku.people.models import (
    Citizenship,
    Fact,
    Period,
    Person,
    PersonLanguage,
    ResidenceStatus,
)
from kotopolku.people.rows import hides_place, own_order_runs
from kotopolku.people.vocabulary import PERIOD_FACTS, citizenship_group, nested

_REGISTERED = "residence.municipality_of_residence.first_registered_on"


def law_facts(person_id: UUID, *, on: date) -> Facts:
    """Return the person's parts of the facts; empty facts for a person behind a wall."""
    return law_facts_of([person_id], on=on).get(person_id, Facts())


def law_facts_of(person_ids: Iterable[UUID], *, on: date) -> dict[UUID, Facts]:
    """Return the people's parts of the facts (person, residence, family, employment, benefits, trafficking, guidance,
    move) by id, in a constant number of queries. People behind a wall are left out.

    The municipality's name is left out while a non-disclosure order is in force on the day: a finding must not tell it.
    """
    people = Person.objects.filter(pk__in=list(person_ids)).select_related("controller")
    flat = {person.pk: _of_person(person, on=on) for person in people}
    if not flat:
        return {}
    _add_rows(flat)
    return {person_id: facts_from_mapping(nested(values)) for person_id, values in flat.items()}


def _of_person(person: Person, *, on: date) -> dict[str, Any]:
    names: Texts = person.controller.names
    known: dict[str, Any] = {
        "person.birth_date": person.birth_date,
        "person.security_ban": person.non_disclosure,
        "person.security_ban_until": person.non_disclosure_until,
    }
    hidden = hides_place(person, on=on)
    if hidden and not own_order_runs(person, on=on):
        known |= {"person.security_ban": True, "person.security_ban_until": person.covered_until}
    if not hidden:
        known["residence.municipality_of_residence.name"] = names.pick("fi").text
    return known


def _add_rows(flat: dict[UUID, dict[str, Any]]) -> None:
    current: Mapping[str, Any] = {"person_id__in": list(flat), "superseded_on__isnull": True}
    groups: defaultdict[UUID, list[str]] = defaultdict(list)
    for citizenship in Citizenship.objects.filter(**current).order_by("pk"):
        group = citizenship_group(citizenship.country)
        if group is not None and group not in groups[citizenship.person_id]:
            groups[citizenship.person_id].append(group)
    languages: defaultdict[UUID, list[str]] = defaultdict(list)
    for row in PersonLanguage.objects.filter(**current, use__in=UNDERSTOOD_WELL).order_by("pk"):
        if row.language not in languages[row.person_id]:
            languages[row.person_id].append(row.language)
    statuses: defaultdict[UUID, list[dict[str, Any]]] = defaultdict(list)
    for status in ResidenceStatus.objects.filter(**current).order_by("granted_on", "pk"):
        statuses[status.person_id].append(_status(status))
    for fact in Fact.objects.filter(**current):
        flat[fact.person_id][fact.key] = fact.value
    for person_id, values in flat.items():
        values["person.citizenships"] = groups[person_id]
        values["person.languages"] = languages[person_id] or None
        values["residence.statuses"] = statuses[person_id]
        if _REGISTERED not in values:
            # Without a registered municipality of residence the register's keeper is not the home municipality.
            values.pop("residence.municipality_of_residence.name", None)
    _add_periods(flat, current)


def _status(row: ResidenceStatus) -> dict[str, Any]:
    return {
        "kind": row.kind,
        "granted_on": row.granted_on,
        "legal_basis": row.legal_basis,
        "valid_until": row.valid_until,
        "applied_for_protection_first": row.applied_for_protection_first,
        "applied_as_minor": row.applied_as_minor,
    }


def _add_periods(flat: dict[UUID, dict[str, Any]], current: Mapping[str, Any]) -> None:
    for period in Period.objects.filter(**current).order_by("first_day"):
        values = flat[period.person_id]
        if period.kind == "assistance_system":
            # The vocabulary knows one time in the system: the latest.
            values["trafficking.assistance_system_from"] = period.first_day
            values["trafficking.assistance_system_to"] = period.last_day
        else:
            values.setdefault(PERIOD_FACTS[period.kind], []).append(
                {"from": period.first_day, "to": period.last_day}
            )
