"""Ruokakunta sivulle: who live together, as far as the acting duty sees, and what a split would and would not move."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import connection
from django.db.models import Q, QuerySet

from kotopolku.audit import log
from kotopolku.audit.acting import acting
from kotopolku.people.access import household_for, person_for
from kotopolku.people.models import ContactDetail, HouseholdMember, Person, SafeContact
from kotopolku.people.rows import hides_place, own_order_runs, person_row
from kotopolku.people.views import PersonRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One person's time in a household; the last day is included, None: still there."""

    id: int
    person: PersonRow
    role: str
    first_day: date | None
    last_day: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseholdView:
    """A household: those who live there now and who did before; `another` says that somebody is not shown here.

    Neither who nor how many: the other one may be another municipality's client, or one this worker may not see.
    """

    id: UUID
    name: str
    members: tuple[Member, ...]
    former: tuple[Member, ...]
    another: bool

    @property
    def stamp(self) -> str:
        """Tell one state of the household from another: a form says by it what it was filled in from."""
        return "-".join(str(one.id) for one in sorted(self.members, key=lambda one: one.id))


@dataclass(frozen=True, slots=True, kw_only=True)
class Consequence:
    """One thing a split moves or leaves: a code that the page words, whose it is, and the other one or a day."""

    code: str
    name: str = ""
    other: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """What would follow those who leave and what would not; `lost` is protection that would end: it comes first."""

    lost: tuple[Consequence, ...]
    follows: tuple[Consequence, ...]
    stays: tuple[Consequence, ...]


def household_of(household_id: UUID) -> HouseholdView:
    """Return the household; the look is logged with everybody shown. Raises NotFound when one sees nobody of it."""
    home, on = household_for(household_id), acting().on
    rows = [*_rows(household_id)]
    now = [row for row in rows if row.last_day is None or row.last_day >= on]
    view = HouseholdView(
        id=home.pk,
        name=home.name,
        members=tuple(_member(row, on=on) for row in now),
        former=tuple(_member(row, on=on) for row in rows if row not in now),
        another=_another(household_id, seen=[row.pk for row in now], on=on),
    )
    log.listed(subject="household", persons=dict.fromkeys(row.person_id for row in rows))
    return view


def households_of(person_id: UUID) -> tuple[UUID, ...]:
    """Return the households in which the person lives now, the latest first. Raises NotFound."""
    rows = _living_there().filter(person=person_for(person_id))
    return tuple(dict.fromkeys(rows.order_by("-pk").values_list("household_id", flat=True)))


def split_view(household_id: UUID, *, leaving: Collection[UUID], last_day: date) -> Split:
    """Return what a split on the day would move and leave, asked and answered without writing anything."""
    rows = [row for row in _rows(household_id) if row.last_day is None or row.last_day > last_day]
    goers = [row.person for row in rows if row.person_id in leaving]
    stayers = [row.person for row in rows if row.person_id not in leaving]
    rules = SafeContact.objects.filter(person__in=[row.person_id for row in rows], superseded_on__isnull=True)
    ways = set(rules.values_list("person_id", flat=True))
    return Split(
        lost=(*_cover(goers, stayers, last_day), *_cover(stayers, goers, last_day)),
        follows=(
            *(
                Consequence(code="own_order", name=_name(one))
                for one in goers
                if own_order_runs(one, on=last_day)
            ),
            *(Consequence(code="safe_contact", name=_name(one)) for one in goers if one.pk in ways),
            *(Consequence(code="own_file", name=_name(one)) for one in goers),
        ),
        stays=(
            *_shared(goers, stayers, on=last_day),
            *(Consequence(code="others_safe_contact", name=_name(one)) for one in stayers if one.pk in ways),
            Consequence(code="others"),
        ),
    )


def _cover(left: Iterable[Person], by: Iterable[Person], last_day: date) -> list[Consequence]:
    """Who is now protected only by somebody they would no longer live with."""
    after = last_day + timedelta(days=1)
    covering = [one for one in by if one.covers_household and own_order_runs(one, on=after)]
    return [
        Consequence(code="cover_ends", name=_name(one), other=_name(covering[0]), day=last_day)
        for one in left
        if covering and not own_order_runs(one, on=after)
    ]


def _shared(goers: Iterable[Person], stayers: Iterable[Person], *, on: date) -> list[Consequence]:
    """Contact details that both sides have: they stay on both until somebody asks. Hidden ones are not compared."""
    sides = [[one for one in side if not hides_place(one, on=on)] for side in (goers, stayers)]
    people = {one.pk: one for side in sides for one in side}
    values: dict[tuple[str, str], set[UUID]] = {}
    for row in ContactDetail.objects.filter(person__in=people):
        values.setdefault((row.kind, row.value), set()).add(row.person_id)
    return [
        Consequence(code=f"same_{kind}", name=_name(people[one]))
        for (kind, _value), holders in sorted(values.items())
        for one in sorted(holders & {goer.pk for goer in sides[0]})
        if holders & {stayer.pk for stayer in sides[1]}
    ]


def _living_there() -> QuerySet[HouseholdMember]:
    """The times in a household that have not ended on the acting day."""
    return HouseholdMember.objects.filter(Q(last_day__isnull=True) | Q(last_day__gte=acting().on))


def _rows(household_id: UUID) -> Iterable[HouseholdMember]:
    rows = HouseholdMember.objects.filter(household_id=household_id).select_related("person")
    return rows.order_by("person__birth_date", "pk")


def _member(row: HouseholdMember, *, on: date) -> Member:
    return Member(
        id=row.pk,
        person=person_row(row.person, on=on),
        role=row.role,
        first_day=row.first_day,
        last_day=row.last_day,
    )


def _name(person: Person) -> str:
    return person_row(person, on=acting().on).name


def _another(household_id: UUID, *, seen: list[int], on: date) -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT household_has_another(%s, %s::bigint[], %s)", [household_id, seen, on])
        return bool(cursor.fetchone()[0])
