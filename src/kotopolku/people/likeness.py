"""Todennäköiset kaksoiskappaleet: who in a list may be one human being twice, and whose name only sounds like it.

Names are compared by their sounds (transliterations, order of names, own script, former names: each has its token)
and by the birthday. The first of January is no likeness: it stands for an unknown day.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable
from itertools import combinations
from uuid import UUID

from django.db.models import Exists, OuterRef

from kotopolku.languages.sorting import sound_of
from kotopolku.people.models import NameToken, Person
from kotopolku.people.views import PersonRow

MOST_ALIKE = 10
MOST_TRIED = 200  # a common sound has thousands; whoever looks for one writes a second name
SHORTEST_SOUND = 2


def alike_among(rows: Iterable[PersonRow]) -> dict[UUID, tuple[PersonRow, ...]]:
    """Return for each of the rows those others that may be the same person; one query."""
    people = list(rows)
    sounds: dict[UUID, set[str]] = defaultdict(set)
    tokens = NameToken.objects.filter(person__in=[one.id for one in people], kind="sound")
    for person_id, token in tokens.values_list("person_id", "token"):
        sounds[person_id].add(token)
    found: dict[UUID, list[PersonRow]] = defaultdict(list)
    for one, other in combinations(people, 2):
        if _alike(one, other, sounds[one.id], sounds[other.id]):
            found[one.id].append(other)
            found[other.id].append(one)
    return {key: tuple(others) for key, others in found.items()}


def _alike(one: PersonRow, other: PersonRow, mine: Collection[str], others: Collection[str]) -> bool:
    shared = len(set(mine) & set(others))
    born, too = one.birth_date, other.birth_date
    telling = born is not None and too is not None and (born.month, born.day) != (1, 1)
    if telling and (too is not None and (too.month, too.day) != (1, 1)):
        # Two known birthdays decide: alike names of different days are two people.
        return born == too and shared > 0
    if born is not None and too is not None and abs(born.year - too.year) > 1:
        return False
    # One who has one name only is compared by that one.
    return shared > 0 and shared >= min(2, len(mine), len(others))


def sounding_like(text: str, *, but: Collection[UUID]) -> list[Person]:
    """Return people whose names sound like every word of the text, without those known already; one query."""
    sounds = [sound for sound in dict.fromkeys(sound_of(text)) if len(sound) >= SHORTEST_SOUND]
    if not sounds:
        return []
    tokens = NameToken.objects.filter(kind="sound", token=sounds[0]).exclude(person__in=but)
    for sound in sounds[1:]:
        same = NameToken.objects.filter(kind="sound", token=sound, person=OuterRef("person"))
        tokens = tokens.filter(Exists(same))
    tried = tokens.values("person")[:MOST_TRIED]
    people = Person.objects.filter(pk__in=tried, merged_into__isnull=True)
    return list(people.order_by("sort_key", "pk")[:MOST_ALIKE])
