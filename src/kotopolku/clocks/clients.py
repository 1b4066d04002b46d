"""Asiakkaat: the list of clients narrowed, sorted and paged by key, and the same rows for a file to take along."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from kotopolku.audit import log
from kotopolku.audit.acting import acting
from kotopolku.cases.models import Assessment, Case, Clock
from kotopolku.clocks.register import CLOCKS, Kind
from kotopolku.people.models import Person, PersonLanguage
from kotopolku.people.queries import in_place
from kotopolku.people.rows import person_row
from kotopolku.people.views import PersonRow
from kotopolku.plans.models import Plan

PAGE = 25
MOST_EXPORTED = 5000
#: Where a client's matter is. A client without any of these has never had a case.
STATES = ("open", "assessment", "plan", "closed", "none")
ORDERS = ("name", "newest", "oldest")
_USES = ("interpreting", "mother_tongue")  # the language to meet in: the first of these that is known


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What the list is narrowed to and how it is sorted; nothing said: everybody, by name.

    municipality: an organisation's id, or HIDDEN. `officer_id` 0: cases that nobody has. `language`: a language code.
    """

    state: str = ""
    municipality: int | str | None = None
    officer_id: int | None = None
    language: str = ""
    late: bool = False
    order: str = "name"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientRow:
    """A client with the open case, if there is one. `next_due` is the nearest date that asks for an act."""

    person: PersonRow
    language: str
    case_id: UUID | None
    case_number: str
    opened_on: date | None
    officer: str
    next_due: date | None
    next_code: str

    def is_late(self, on: date) -> bool:
        """Tell whether that date has passed."""
        return self.next_due is not None and self.next_due < on


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientPage:
    """A page of clients; `next_after` is the last person's id, None on the last page."""

    rows: tuple[ClientRow, ...]
    next_after: UUID | None


def client_page(wanted: Wanted, *, after: UUID | None = None, size: int = PAGE) -> ClientPage:
    """Return clients, `size` from after the person given. Logged as one list; a protected one names no municipality."""
    found = _found(wanted, after=after, most=size + 1)
    rows = _rows(found[:size])
    log.listed(subject="people", persons=[row.person.id for row in rows])
    return ClientPage(rows=rows, next_after=rows[-1].person.id if len(found) > size else None)


def clients_to_export(wanted: Wanted) -> tuple[ClientRow, ...] | None:
    """Return every client asked for, to be taken along as a file; None when there are more than MOST_EXPORTED.

    Logged as an export, with how many.
    """
    found = _found(wanted, after=None, most=MOST_EXPORTED + 1)
    if len(found) > MOST_EXPORTED:
        return None
    rows = _rows(found)
    people = [row.person.id for row in rows]
    log.write(
        kind="export", subject="people", persons=people, shown=[str(one) for one in people], count=len(people)
    )
    return rows


def _found(wanted: Wanted, *, after: UUID | None, most: int) -> list[Person]:
    people = _narrowed(wanted)
    last = Person.objects.filter(pk=after).first() if after else None
    if wanted.order != "name":
        return _by_case(people, last, newest=wanted.order == "newest", most=most)
    if last is not None:
        # The first condition is for the index; the second tells namesakes apart.
        people = people.filter(sort_key__gte=last.sort_key)
        people = people.filter(Q(sort_key__gt=last.sort_key) | Q(pk__gt=last.pk))
    return [*people.order_by("sort_key", "pk")[:most]]


def _by_case(people: QuerySet[Person], last: Person | None, *, newest: bool, most: int) -> list[Person]:
    """Return those of the people who have an open case, by its opening."""
    cases = Case.objects.filter(Exists(people.filter(pk=OuterRef("person"))), closed_on__isnull=True)
    reached = Case.objects.filter(person=last, closed_on__isnull=True).first() if last else None
    if reached is not None:
        day = reached.opened_on
        cases = cases.filter(**{"opened_on__lte" if newest else "opened_on__gte": day})
        beyond = Q(opened_on__lt=day) if newest else Q(opened_on__gt=day)
        cases = cases.filter(beyond | (Q(pk__gt=reached.pk) if newest else Q(pk__lt=reached.pk)))
    order = ("-opened_on", "pk") if newest else ("opened_on", "-pk")
    return [case.person for case in cases.select_related("person").order_by(*order)[:most]]


def _narrowed(wanted: Wanted) -> QuerySet[Person]:
    on = acting().on
    people = Person.objects.filter(merged_into__isnull=True).filter(in_place(wanted.municipality, on=on))
    cases = Case.objects.filter(person=OuterRef("pk"))
    opened = cases.filter(closed_on__isnull=True)
    own = {"case__person": OuterRef("pk"), "case__closed_on__isnull": True}
    match wanted.state:
        case "open":
            people = people.filter(Exists(opened))
        case "assessment":
            people = people.filter(Exists(Assessment.objects.filter(**own, state="draft")))
        case "plan":
            people = people.filter(Exists(Plan.objects.filter(**own, state="accepted")))
        case "closed":
            people = people.filter(Exists(cases), ~Exists(opened))
        case "none":
            people = people.filter(~Exists(cases))
    if wanted.officer_id == 0:
        people = people.filter(Exists(opened.filter(officer__isnull=True)))
    elif wanted.officer_id is not None:
        people = people.filter(Exists(opened.filter(officer_id=wanted.officer_id)))
    if wanted.language:
        spoken = PersonLanguage.objects.filter(
            person=OuterRef("pk"), use__in=_USES, language=wanted.language, superseded_on__isnull=True
        )
        people = people.filter(Exists(spoken))
    if wanted.late:
        people = people.filter(Exists(_running().filter(**own, due_on__lt=on)))
    return people


def _running() -> QuerySet[Clock]:
    return Clock.objects.filter(state="running").exclude(kind=Kind.FACT)


def _rows(people: Iterable[Person]) -> tuple[ClientRow, ...]:
    """Return people as rows with what hangs on them, in three queries however many there are."""
    on, found = acting().on, list(people)
    ids = [person.pk for person in found]
    cases = {
        case.person_id: case
        for case in Case.objects.filter(person__in=ids, closed_on__isnull=True).select_related("officer")
    }
    by_case: dict[UUID, Clock] = {}
    for clock in _running().filter(case__in=[case.pk for case in cases.values()]).order_by("due_on", "pk"):
        by_case.setdefault(clock.case_id, clock)
    languages: dict[UUID, dict[str, str]] = {}
    spoken = PersonLanguage.objects.filter(person__in=ids, use__in=_USES, superseded_on__isnull=True)
    for row in spoken.order_by("pk"):
        languages.setdefault(row.person_id, {}).setdefault(row.use, row.language)
    return tuple(
        _row(person, cases.get(person.pk), by_case, languages.get(person.pk, {}), on=on) for person in found
    )


def _row(
    person: Person, case: Case | None, clocks: dict[UUID, Clock], spoken: dict[str, str], *, on: date
) -> ClientRow:
    clock = clocks.get(case.pk) if case else None
    return ClientRow(
        person=person_row(person, on=on),
        language=next((spoken[use] for use in _USES if use in spoken), ""),
        case_id=case.pk if case else None,
        case_number=case.number if case else "",
        opened_on=case.opened_on if case else None,
        officer=case.officer.name if case and case.officer else "",
        next_due=clock.due_on if clock else None,
        next_code=CLOCKS[clock.code].name if clock and clock.code in CLOCKS else "",
    )
