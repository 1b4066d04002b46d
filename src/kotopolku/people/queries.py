"""Henkilöt sivuille: one person's card, lists, search, likenesses. Lists are logged as one row."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from kotopolku.audit import log
from kotopolku.audit.acting import acting
from kotopolku.languages.sorting import fold_name, sound_of
from kotopolku.people import access
from kotopolku.people.cards import person_card
from kotopolku.people.contact_rules import ContactRule, contact_rule, contact_rule_of, contact_rules
from kotopolku.people.entries import Names
from kotopolku.people.identity_code import LENGTH, NotIdentityCode, read
from kotopolku.people.legal_facts import law_facts, law_facts_of, same_person
from kotopolku.people.likeness import alike_among, sounding_like
from kotopolku.people.models import Barred, DuplicateReport, Fact, Identifier, NameToken, Person
from kotopolku.people.names import end_of_beginning
from kotopolku.people.openings import opened, order_of
from kotopolku.people.places import HIDDEN, in_place, masked, place_groups, read_place
from kotopolku.people.rows import person_row, provenance
from kotopolku.people.views import (
    BarView,
    DuplicateReportView,
    FactView,
    Found,
    PersonRow,
    Similar,
)

__all__ = [
    "HIDDEN",
    "MOST_FOUND",
    "ContactRule",
    "bars_of",
    "contact_rule",
    "contact_rule_of",
    "contact_rules",
    "duplicate_reports",
    "fact_history",
    "find_identity",
    "find_people",
    "in_place",
    "law_facts",
    "law_facts_of",
    "linked_people",
    "masked",
    "opened",
    "order_of",
    "person_card",
    "person_row_of",
    "place_groups",
    "read_place",
    "rows_by_id",
    "same_person",
    "similar_people",
]

MOST_FOUND = 20
FEW_FOUND = 5  # so few that names that only sound alike are worth a look
PAGE = 25
_DATE = re.compile(r"^(\d{1,2})\.(\d{1,2})\.(\d{4})$|^(\d{4})-(\d{2})-(\d{2})$")


def find_identity(code: str) -> str:
    """Answer "none", "yours" or "somebody_else" for an identity code in the area; nothing more is told."""
    return access.find_identity(code)


def _visible() -> QuerySet[Person]:
    return Person.objects.filter(merged_into__isnull=True)


def find_people(text: str) -> Found:
    """Find by beginnings of any names in any order, by date of birth, or by a whole identity code.

    Words typed after a date narrow it. Only people the duty covers are found; the words are not kept in the log.
    """
    people = _matching(text)
    found = list(people.order_by("sort_key", "pk")[: MOST_FOUND + 1]) if people is not None else []
    found = _with_linked(text, found)
    rows = tuple(person_row(person, on=acting().on) for person in found[:MOST_FOUND])
    near: list[Person] = []
    if len(rows) <= FEW_FOUND and not any(sign.isdigit() for sign in text):
        near = sounding_like(text, but=[row.id for row in rows])
    sounding = tuple(person_row(person, on=acting().on) for person in near)
    log.listed(subject="people", persons=[row.id for row in (*rows, *sounding)], kind="search")
    return Found(
        rows=rows,
        more=len(found) > MOST_FOUND,
        alike=alike_among((*rows, *sounding)) if len(rows) + len(sounding) > 1 else {},
        sounding=sounding,
    )


def _with_linked(text: str, found: list[Person]) -> list[Person]:
    """Add those under whom a registration is shown that the words find; few are linked, so it costs one short look."""
    linked = _matching(text, Person.objects.filter(merged_into__isnull=False).select_related("merged_into"))
    roots = {one.pk: one for one in found}
    for row in linked[:MOST_FOUND] if linked is not None else ():
        if row.merged_into is not None:
            roots.setdefault(row.merged_into.pk, row.merged_into)
    return sorted(roots.values(), key=lambda one: (one.sort_key, one.pk))


def _matching(text: str, among: QuerySet[Person] | None = None) -> QuerySet[Person] | None:
    people, asked = _visible() if among is None else among, False
    named: QuerySet[NameToken] | None = None
    for word in text.split():
        if (born := _date(word)) is not None:
            people, asked = people.filter(birth_date=born), True
        elif len(word) == LENGTH and (code := _code(word)) is not None:
            holders = Identifier.objects.filter(kind="identity_code", value=code).values("person_id")
            people, asked = people.filter(pk__in=holders), True
        else:
            for token in fold_name(word):
                found = NameToken.objects.filter(
                    kind="word", token__gte=token, token__lt=end_of_beginning(token)
                )
                # One in the other: the words are met among themselves before anybody's own row is read.
                named = found if named is None else found.filter(person__in=named.values("person_id"))
    if named is not None:
        people, asked = people.filter(pk__in=named.values("person_id")), True
    return people if asked else None


def _date(word: str) -> date | None:
    found = _DATE.match(word)
    if found is None:
        return None
    day, month, year, iso_year, iso_month, iso_day = found.groups()
    try:
        return date(int(year or iso_year), int(month or iso_month), int(day or iso_day))
    except ValueError:
        return None


def _code(word: str) -> str | None:
    try:
        return read(word)
    except NotIdentityCode:
        return None


def similar_people(
    *, names: Names, birth_date: date | None = None, identity_code: str = ""
) -> tuple[Similar, ...]:
    """Return people who may be the one about to be registered, the likeliest first, at most ten.

    Likeness: the same code; two names that sound alike (one, if there is only one); one name and the same birthday.
    The first of January is no likeness: it stands for an unknown day.
    """
    on = acting().on
    code = _code(identity_code) if identity_code else None
    sounds = {s for name in (names.given_names, names.family_name, names.own_script) for s in sound_of(name)}
    telling = birth_date if birth_date and (birth_date.month, birth_date.day) != (1, 1) else None
    shared = Counter(
        NameToken.objects.filter(kind="sound", token__in=sounds).values_list("person_id", flat=True)[:500]
    )
    needed = min(2, len(sounds)) if sounds else 1
    candidates = [person for person, count in shared.most_common() if count >= (1 if telling else needed)]
    wanted = Q(pk__in=candidates)
    if code:
        wanted |= Q(pk__in=Identifier.objects.filter(kind="identity_code", value=code).values("person_id"))
    holders = set(
        Identifier.objects.filter(kind="identity_code", value=code).values_list("person_id", flat=True)
        if code
        else ()
    )
    found = []
    for person in _visible().filter(wanted)[:200]:
        why = {
            "same_code": person.pk in holders,
            "same_birth_date": telling is not None and person.birth_date == telling,
            "similar_name": shared[person.pk] >= needed,
        }
        if why["same_code"] or why["similar_name"] or (why["same_birth_date"] and shared[person.pk]):
            likenesses = tuple(name for name, is_so in why.items() if is_so)
            found.append(
                (-len(likenesses), person.sort_key, Similar(person=person_row(person, on=on), why=likenesses))
            )
    likely = tuple(similar for *_order, similar in sorted(found, key=lambda one: one[:2])[:10])
    log.listed(subject="similar_people", persons=[one.person.id for one in likely], kind="search")
    return likely


def rows_by_id(person_ids: Iterable[UUID]) -> Mapping[UUID, PersonRow]:
    """Return rows of people by id for a page that lists something of theirs; the page logs its own list."""
    on = acting().on
    return {person.pk: person_row(person, on=on) for person in Person.objects.filter(pk__in=list(person_ids))}


def person_row_of(person_id: UUID) -> PersonRow:
    """Return one person's row; the look is logged. Raises NotFound."""
    return person_row(access.person_for(person_id), on=acting().on)


def fact_history(person_id: UUID, key: str) -> tuple[FactView, ...]:
    """Return every value a fact has had, the current one first. Raises NotFound."""
    person = access.person_for(person_id)
    rows = Fact.objects.filter(person__in=access.same_people(person), key=key)
    return tuple(
        FactView(
            key=row.key,
            value=row.value,
            since=row.since,
            provenance=provenance(row),
            superseded_on=row.superseded_on,
            superseded_by=row.superseded_by,
            void_reason=row.void_reason,
        )
        for row in sorted(rows, key=lambda row: (row.person_id != person.pk, -row.pk))
    )


def bars_of(person_id: UUID) -> tuple[BarView, ...]:
    """Return who may not see the person today, and who decided so. Raises NotFound."""
    person, on = access.person_for(person_id, to="change"), acting().on
    rows = Barred.objects.filter(
        Q(last_day__isnull=True) | Q(last_day__gte=on), person=person, lifted_by_name=""
    )
    return tuple(
        BarView(
            id=row.pk,
            staff=row.staff.name,
            reason=row.reason,
            first_day=row.first_day,
            last_day=row.last_day,
            set_by=row.set_by_name,
        )
        for row in rows.select_related("staff").order_by("pk")
    )


def duplicate_reports() -> tuple[DuplicateReportView, ...]:
    """Return the waiting reports of identity codes tried a second time, oldest first; for the coordinator."""
    rows = DuplicateReport.objects.filter(handled_on__isnull=True).order_by("reported_on", "pk")[:100]
    people = rows_by_id(row.person_id for row in rows)
    log.listed(subject="duplicate_reports", persons=people)
    return tuple(
        DuplicateReportView(
            id=row.pk,
            person=people[row.person_id],
            reported_by=row.reported_by_name,
            organisation=row.organisation,
            reported_on=row.reported_on,
        )
        for row in rows
        if row.person_id in people
    )


def linked_people(*, most: int = 50) -> tuple[tuple[PersonRow, PersonRow], ...]:
    """Return pairs (shown, found under it) of registrations linked as the same person, by name; logged as a list."""
    on = acting().on
    linked = Person.objects.filter(Q(merged_into__isnull=False) | Q(same_as__isnull=False))
    rows = linked.select_related("merged_into", "same_as").order_by("sort_key", "pk")[:most]
    pairs = [(shown, row) for row in rows if (shown := row.merged_into or row.same_as) is not None]
    log.listed(subject="linked_people", persons=dict.fromkeys(one.pk for pair in pairs for one in pair))
    return tuple((person_row(shown, on=on), person_row(other, on=on)) for shown, other in pairs)
