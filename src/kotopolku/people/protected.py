"""Who of the people somebody writes about is protected: a contact must not tell where the person it leads to lives."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count

from kotopolku.audit.acting import acting
from kotopolku.languages.sorting import fold_name
from kotopolku.people.models import NameToken, Person
from kotopolku.people.places import masked


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """Somebody written about: a name as it was written, and the date of birth if it was given."""

    name: str
    birth_date: date | None


def leads_to_protected(subjects: Mapping[UUID, Subject]) -> dict[UUID, UUID]:
    """Return, by the subjects' keys, the protected person each one seems to be; in one query, without a look.

    On the safe side: every word of one name stands in the other, in any order, and the dates of birth do not disagree.
    """
    words = {key: frozenset(fold_name(subject.name)) for key, subject in subjects.items()}
    asked = {word for found in words.values() for word in found}
    if not asked:
        return {}
    theirs: defaultdict[UUID, set[str]] = defaultdict(set)
    born: dict[UUID, date | None] = {}
    named = NameToken.objects.filter(of_protected=True, kind="word", token__in=asked)
    # Who has as many of the words as the shortest name needs, or was born on one of the days: the few worth reading.
    likely = (
        named.values("person_id")
        .annotate(met=Count("token"))
        .filter(met__gte=min(len(found) for found in words.values() if found))
        .values("person_id")
    )
    days = {subject.birth_date for subject in subjects.values() if subject.birth_date}
    if days:
        likely = likely.union(Person.objects.filter(birth_date__in=days).values("pk"), all=True)
    rows = named.filter(masked(acting().on, prefix="person__"), person__in=likely)
    for person_id, birth_date, token in rows.order_by("person_id").values_list(
        "person_id", "person__birth_date", "token"
    ):
        theirs[person_id].add(token)
        born[person_id] = birth_date
    return {
        key: person_id
        for key, subject in subjects.items()
        for person_id, tokens in theirs.items()
        if _is_same(words[key], tokens, subject.birth_date, born[person_id])
    }


def _is_same(written: frozenset[str], known: set[str], one: date | None, other: date | None) -> bool:
    if one is not None and other is not None:
        return one == other and bool(written & known)
    return bool(written) and written <= known
