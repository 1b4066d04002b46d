"""Tosiseikat laille: what is known of people, in the law's own dataclasses. A never-asked fact is absent."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from kotopolku.audit.prepared import Prepared
from kotopolku.languages.texts import Texts
from kotopolku.law.facts import Facts
from kotopolku.people.entries import LanguageEntry, PeriodEntry, StatusEntry
from kotopolku.people.known import Known, Order, joined, understood
from kotopolku.people.models import Person

# All that is recorded in one question instead of five: every action asks it for everybody it touched. The walls of
# each table stand before its own part.
_RECORDED = """
    SELECT person_id, 'country', json_build_array(country), id FROM citizenship
        WHERE superseded_on IS NULL AND person_id = ANY (%(people)s)
    UNION ALL SELECT person_id, 'language', json_build_array(use, language), id FROM person_language
        WHERE superseded_on IS NULL AND person_id = ANY (%(people)s)
    UNION ALL SELECT person_id, 'status', json_build_array(kind, granted_on, legal_basis, valid_until,
        applied_for_protection_first, applied_as_minor), id FROM residence_status
        WHERE superseded_on IS NULL AND person_id = ANY (%(people)s)
    UNION ALL SELECT person_id, 'fact', json_build_array(key, value), id FROM fact
        WHERE superseded_on IS NULL AND person_id = ANY (%(people)s)
    UNION ALL SELECT person_id, 'period', json_build_array(kind, first_day, last_day), id FROM person_period
        WHERE superseded_on IS NULL AND person_id = ANY (%(people)s)
    ORDER BY 4
"""
_SAME_PERSON = """
    WITH remaining AS (SELECT DISTINCT coalesce(merged_into_id, id) AS id FROM person WHERE id = ANY (%(people)s))
    SELECT p.id, r.id FROM remaining r JOIN person p ON p.id = r.id
    UNION SELECT p.id, r.id FROM remaining r JOIN person p ON p.merged_into_id = r.id
"""
_PEOPLE = Prepared(lambda people: Person.objects.filter(pk__in=people).select_related("controller"))


def same_person(person_ids: Iterable[UUID]) -> dict[UUID, UUID]:
    """Return by id whom each of these people is shown as, and likewise everybody linked with them; one query."""
    with connection.cursor() as cursor:
        cursor.execute(_SAME_PERSON, {"people": list(person_ids)})
        return dict(cursor.fetchall())


def law_facts(person_id: UUID, *, on: date) -> Facts:
    """Return the person's parts of the facts; empty facts for a person behind a wall."""
    return law_facts_of([person_id], on=on).get(person_id, Facts())


def law_facts_of(
    person_ids: Iterable[UUID],
    *,
    on: date,
    shown_as: Mapping[UUID, UUID] | None = None,
    known: Mapping[UUID, Known] | None = None,
) -> dict[UUID, Facts]:
    """Return the people's parts of the facts (person, residence, family, employment, benefits, trafficking, guidance,
    move) by id, in a constant number of queries. People behind a wall are left out.

    People linked as the same person have the same facts. `known`: what `known_of` has told already.
    """
    wanted = list(person_ids)
    found = known_of(wanted, shown_as=shown_as) if known is None else known
    facts: dict[int, Facts] = {}
    for one in found.values():
        if id(one) not in facts:
            facts[id(one)] = one.facts(on=on)
    return {person_id: facts[id(found[person_id])] for person_id in wanted if person_id in found}


def known_of(person_ids: Iterable[UUID], *, shown_as: Mapping[UUID, UUID] | None = None) -> dict[UUID, Known]:
    """Return what is recorded of each, those linked with them counted in; three queries, two with `shown_as`."""
    shown_as = same_person(person_ids) if shown_as is None else shown_as
    people = {row.pk: row for row in _PEOPLE(people=[*shown_as])}
    rows = _rows(people)
    each = {person_id: _known(person, rows[person_id]) for person_id, person in people.items()}
    linked: defaultdict[UUID, list[UUID]] = defaultdict(list)
    for person_id, root in shown_as.items():
        if person_id != root and person_id in each:
            linked[root].append(person_id)
    whole = {
        root: joined(each[root], (each[one] for one in sorted(ids)))
        for root, ids in linked.items()
        if root in each
    }
    return {
        person_id: whole.get(shown_as[person_id]) or each.get(shown_as[person_id]) or each[person_id]
        for person_id in each
    }


def _rows(people: Iterable[UUID]) -> defaultdict[UUID, defaultdict[str, list[Any]]]:
    found: defaultdict[UUID, defaultdict[str, list[Any]]] = defaultdict(lambda: defaultdict(list))
    wanted = list(people)
    if wanted:
        with connection.cursor() as cursor:
            cursor.execute(_RECORDED, {"people": wanted})
            for person_id, kind, values, _row in cursor.fetchall():
                found[person_id][kind].append(json.loads(values) if isinstance(values, str) else values)
    return found


def _known(person: Person, rows: Mapping[str, list[Any]]) -> Known:
    names: Texts = person.controller.names
    return Known(
        birth_date=person.birth_date,
        place=names.pick("fi").text,
        order=Order(in_force=person.non_disclosure, until=person.non_disclosure_until),
        cover=Order(in_force=person.covered, until=person.covered_until),
        countries=tuple(country for (country,) in rows.get("country", ())),
        languages=understood(
            LanguageEntry(use=use, language=language) for use, language in rows.get("language", ())
        ),
        statuses=tuple(
            StatusEntry(
                kind=kind,
                granted_on=date.fromisoformat(granted),
                legal_basis=basis,
                valid_until=_day(until),
                applied_for_protection_first=protection,
                applied_as_minor=minor,
            )
            for kind, granted, basis, until, protection, minor in rows.get("status", ())
        ),
        periods=tuple(
            PeriodEntry(kind=kind, first_day=date.fromisoformat(first), last_day=_day(last))
            for kind, first, last in rows.get("period", ())
        ),
        scalars=dict(rows.get("fact", ())),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
