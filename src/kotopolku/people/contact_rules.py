"""Turvallinen yhteydenotto: what letters, messages and call lists ask before they reach for a person."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from uuid import UUID

from kotopolku.audit.acting import acting
from kotopolku.audit.errors import NotFound
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.audit.prepared import Prepared
from kotopolku.people.models import Person, SafeContact
from kotopolku.people.rows import hides_place, provenance
from kotopolku.people.views import PersonRow, Provenance

SATURDAY = 5
#: Ways that reach the person at the moment they are used; a letter or the person's own pages wait to be opened.
AT_ONCE = frozenset({"phone", "sms", "email", "in_person"})


@dataclass(frozen=True, slots=True, kw_only=True)
class ContactRule:
    """How one person may be reached. With nothing recorded every way is open at every hour.

    `ways` are the allowed ones in order (none named: all but `never`); `not_through` are people who must not carry a
    message. `message_allowed` None: not asked, so none is left. `protected`: neither sender nor subject may tell
    where the person lives.
    """

    person_id: UUID
    protected: bool
    ways: tuple[str, ...] = ()
    never: frozenset[str] = frozenset()
    not_through: tuple[str, ...] = ()
    from_time: time | None = None
    until_time: time | None = None
    weekdays_only: bool = False
    message_allowed: bool | None = None
    sender_name: str = ""
    language: str = ""
    note: str = ""
    since: date | None = None
    provenance: Provenance | None = None

    @property
    def recorded(self) -> bool:
        """Whether anybody has asked and recorded how to reach the person."""
        return self.since is not None

    def allows(self, way: str, *, at: datetime | None = None) -> bool:
        """Whether a way (codes.CONTACT_WAYS) may be used, at a moment if one is given (with its time zone)."""
        if way in self.never or (self.ways and way not in self.ways):
            return False
        return at is None or way not in AT_ONCE or self._in_hours(at.astimezone(HELSINKI))

    def _in_hours(self, moment: datetime) -> bool:
        if self.weekdays_only and moment.weekday() >= SATURDAY:
            return False
        if self.from_time is None or self.until_time is None:
            return True
        return self.from_time <= moment.time() < self.until_time

    def first_of(self, ways: Iterable[str], *, at: datetime | None = None) -> str | None:
        """Return the way to use of those at hand: the person's own order first, else the order given; None: no way."""
        offered = [way for way in ways if self.allows(way, at=at)]
        return min(offered, key=self.ways.index) if offered and self.ways else next(iter(offered), None)


def contact_rule(person_id: UUID) -> ContactRule:
    """Return how the person may be reached. Raises NotFound behind a wall: then nobody is reached for."""
    rules = contact_rules([person_id])
    if person_id not in rules:
        raise NotFound
    return rules[person_id]


_RULE = Prepared(
    lambda person: SafeContact.objects.filter(person_id=person, superseded_on__isnull=True).order_by("pk")[:1]
)


def contact_rule_of(row: PersonRow) -> ContactRule:
    """Return the rule of somebody whose row is at hand already, in one query."""
    found = _RULE.first(person=row.id)
    return _rule(row.id, found, protected=row.non_disclosure)


def contact_rules(person_ids: Iterable[UUID]) -> Mapping[UUID, ContactRule]:
    """Return the rules of people by id, in two queries; people behind a wall are left out."""
    on = acting().on
    found = Person.objects.filter(pk__in=list(person_ids)).select_related("merged_into")
    people = {asked.pk: person for asked in found if (person := _remaining(asked)) is not None}
    remaining = {person.pk for person in people.values()}
    rows = {
        row.person_id: row
        for row in SafeContact.objects.filter(person_id__in=remaining, superseded_on__isnull=True)
    }
    return {
        asked: _rule(person.pk, rows.get(person.pk), protected=hides_place(person, on=on))
        for asked, person in people.items()
    }


def _remaining(person: Person | None) -> Person | None:
    """Return the one that is left of merged persons; None when it is behind a wall."""
    while person is not None and person.merged_into_id is not None:
        person = person.merged_into
    return person


def _rule(person_id: UUID, row: SafeContact | None, *, protected: bool) -> ContactRule:
    if row is None:
        return ContactRule(person_id=person_id, protected=protected)
    return ContactRule(
        person_id=person_id,
        protected=protected,
        ways=tuple(row.ways),
        never=frozenset(row.never),
        not_through=tuple(row.not_through),
        from_time=row.from_time,
        until_time=row.until_time,
        weekdays_only=row.weekdays_only,
        message_allowed=row.message_allowed,
        sender_name=row.sender_name,
        language=row.language,
        note=row.note,
        since=row.since,
        provenance=provenance(row),
    )
