"""Tosiseikat laille: contact and assessment of people's newest cases, in the law's own dataclasses."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db import connection

from kotopolku.audit.acting import acting
from kotopolku.audit.prepared import Prepared
from kotopolku.cases.interview_topics import covered
from kotopolku.cases.models import Assessment, Case, ToldTick
from kotopolku.law import facts as law
from kotopolku.people.legal_facts import law_facts as person_facts
from kotopolku.people.vocabulary import nested

# One question instead of three; the walls of each table hold here as anywhere.
_RECORDED = """
    SELECT 'contact', case_id, json_build_array(received_on, id, kind, need_seen, consent)
    FROM contact WHERE case_id = ANY (%(cases)s)
    UNION ALL
    SELECT 'judgement', case_id, json_build_array(key, value)
    FROM judgement WHERE case_id = ANY (%(cases)s) AND superseded_on IS NULL AND key LIKE 'assessment.%%'
    UNION ALL
    SELECT 'told', assessment_id, json_build_array(item)
    FROM told_tick WHERE assessment_id = ANY (%(assessments)s)
"""
_CASES = Prepared(
    lambda people, on: Case.objects.filter(person_id__in=people, opened_on__lte=on).order_by(
        "opened_on", "pk"
    )
)
# The concluded one that came last; a draft only until the first is concluded.
_ASSESSMENTS = Prepared(
    lambda cases: Assessment.objects.filter(case_id__in=cases).order_by(
        "-state", "concluded_on", "started_on", "pk"
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Contact:
    """What the law reads of a contact."""

    received_on: date
    kind: str
    need_seen: bool | None
    consent: bool | None


def law_facts(case_id: UUID, *, on: date) -> law.Facts:
    """Return the contact and assessment parts of one case; empty facts behind a wall."""
    case = Case.objects.filter(pk=case_id).first()
    return _parts({case.person_id: case}).get(case.person_id, law.Facts()) if case else law.Facts()


def law_facts_of(
    person_ids: Iterable[UUID], *, on: date, shown_as: Mapping[UUID, UUID] | None = None
) -> dict[UUID, law.Facts]:
    """Return the contact and assessment parts by person, in a constant number of queries.

    They come from the person's open case, else the one opened last. People without a case are left out. `shown_as`
    maps people linked as the same person to the one shown.
    """
    shown_as = shown_as or {}
    newest: dict[UUID, Case] = {}
    for case in _CASES(people=[*person_ids], on=on):
        person = shown_as.get(case.person_id, case.person_id)
        former = newest.get(person)
        if former is None or former.closed_on is not None or case.closed_on is None:
            newest[person] = case
    return _parts(newest)


def _parts(newest: dict[UUID, Case]) -> dict[UUID, law.Facts]:
    if not newest:
        return {}
    ids = [case.pk for case in newest.values()]
    assessments = {row.case_id: row for row in _ASSESSMENTS(cases=ids)}
    contacts, judged, told = _recorded(ids, [row.pk for row in assessments.values()])
    found = {}
    for person_id, case in newest.items():
        flat = {
            **_contact(contacts[case.pk]),
            **judged[case.pk],
            "assessment.learned_on": min(
                [case.opened_on, *(contact.received_on for contact in contacts[case.pk])]
            ),
        }
        if (assessment := assessments.get(case.pk)) is not None:
            flat |= assessment_facts(assessment, told[assessment.pk])
        found[person_id] = law.facts_from_mapping(nested(flat))
    return found


def _recorded(
    cases: Sequence[UUID], assessments: Sequence[UUID]
) -> tuple[Mapping[UUID, list[_Contact]], Mapping[UUID, Mapping[str, Any]], Mapping[UUID, list[str]]]:
    """Return contacts and judgements by case and told items by assessment, in one query under the same walls."""
    contacts: defaultdict[UUID, list[_Contact]] = defaultdict(list)
    judged: defaultdict[UUID, dict[str, Any]] = defaultdict(dict)
    told: defaultdict[UUID, list[str]] = defaultdict(list)
    with connection.cursor() as cursor:
        cursor.execute(_RECORDED, {"cases": list(cases), "assessments": list(assessments)})
        rows = [
            (what, of, json.loads(packed) if isinstance(packed, str) else packed)
            for what, of, packed in cursor.fetchall()
        ]
        # In the order of arrival; of one day's contacts the one with the greater id counts as the later.
        for what, of, values in sorted(rows, key=lambda row: row[2][:2] if row[0] == "contact" else []):
            if what == "contact":
                received, _id, kind, need_seen, consent = values
                contacts[of].append(
                    _Contact(
                        received_on=date.fromisoformat(received),
                        kind=kind,
                        need_seen=need_seen,
                        consent=consent,
                    )
                )
            elif what == "judgement":
                judged[of][values[0]] = values[1]
            else:
                told[of].append(values[0])
    return contacts, judged, told


def _contact(contacts: Sequence[_Contact]) -> dict[str, Any]:
    """The law reads one contact: the newest of an authority, else the newest tip; an own request is its own fact."""
    flat: dict[str, Any] = {}
    requests = [one.received_on for one in contacts if one.kind == "own_request"]
    if requests:
        flat["assessment.requested_on"] = max(requests)
    others = [one for one in contacts if one.kind in {"authority", "tip"}]
    others.sort(key=lambda one: (one.kind == "authority", one.received_on))
    if others:
        newest = others[-1]
        flat |= {
            "contact.sender_is_authority": newest.kind == "authority",
            "contact.need_seen": newest.need_seen,
            "contact.consent": newest.consent,
            "contact.received_on": newest.received_on,
        }
    return flat


def assessment_facts(row: Assessment, told: Sequence[str]) -> dict[str, Any]:
    """Return what an assessment tells the law, by fact name."""
    return {
        "assessment.made_on": row.made_on,
        "assessment.plan_need_found": row.plan_need_found,
        "assessment.county_participates": row.county_participates,
        "assessment.interview_topics": list(covered(row.answers, row.apart)),
        "assessment.information_given": sorted(told),
        "assessment.channel": row.channel or None,
        "assessment.weighty_reason": row.weighty_reason or None,
        "assessment.language": row.language or None,
        "assessment.interpreter": row.interpreter,
        "assessment.child_opinion_found_out": row.child_opinion_found_out,
        "assessment.child_opinion_reason": row.child_opinion_reason or None,
    }


def facts_of(assessment: Assessment) -> law.Facts:
    """Return the facts of the person and case with this assessment as the one in question."""
    on = acting().on
    case = law_facts(assessment.case_id, on=on)
    told = ToldTick.objects.filter(assessment=assessment).values_list("item", flat=True)
    mine = law.facts_from_mapping(nested(assessment_facts(assessment, list(told)))).assessment
    kept = {
        name: getattr(case.assessment, name)
        for name in (
            "requested_on",
            "learned_on",
            "judged_needed",
            "needs_county_coordination",
            "other_client_plan_covers_needs",
        )
    }
    person = person_facts(assessment.case.person_id, on=on)
    return replace(person, contact=case.contact, assessment=replace(mine, **kept))
