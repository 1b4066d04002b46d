"""How many things wait, for the navigation: one query on every desk page."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Func, IntegerField, Model, QuerySet, Value

from kotopolku.audit.acting import current_actor
from kotopolku.audit.actor import Role
from kotopolku.audit.prepared import Prepared
from kotopolku.cases.models import Case, Clock, Contact
from kotopolku.clocks.due import usual
from kotopolku.letters.access import unread_by
from kotopolku.people.models import DuplicateReport

MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Things to do now: clocks late or due today, contacts not finished with, codes met twice, notices not read.

    An officer's clocks are those of the usual list: own, of whom one stands in for, and nobody's. Nothing is counted
    beyond MOST: whoever has a hundred things late need not know how many more, and every page asks.
    """

    due: int
    contacts: int
    duplicates: int
    notices: int


def to_do(*, on: date) -> Waiting:
    """Return the counts of the acting duty in one query; the coordinator's list is counted for coordinators only."""
    actor = current_actor()
    values: dict[str, Any] = {"on": on, "staff": actor.staff_id or 0, "controllers": actor.controllers}
    role = actor.role if actor.role in _COUNTS else None
    row = next(iter(_COUNTS[role].tuples(**values)), None)
    if row is None:  # without a single case there is no row to hang the counts on, and nothing is due
        row = (0, *(rows[:MOST].count() for rows in _waiting(role, **values)[1:]))
    return Waiting(due=row[0], contacts=row[1], duplicates=row[2], notices=row[3])


def _waiting(
    role: Role | None, *, on: date, staff: int, controllers: Collection[int]
) -> tuple[QuerySet[Any], ...]:
    clocks = Clock.objects.filter(state="running", due_on__lte=on, case__closed_on__isnull=True)
    clocks = clocks.exclude(kind="fact")
    if role is Role.OFFICER:
        clocks = clocks.filter(usual(staff))
    contacts = Contact.objects.filter(state__in=["waiting", "taken"], controller_id__in=controllers)
    duplicates = DuplicateReport.objects.filter(handled_on__isnull=True)
    if role is not Role.COORDINATOR:
        duplicates = duplicates.none()
    return clocks, contacts, duplicates, unread_by(staff, on=on)


def _counts(role: Role | None, **values: Any) -> QuerySet[Case, Any]:
    due, contacts, duplicates, notices = _waiting(role, **values)
    twice = _count(duplicates) if role is Role.COORDINATOR else Value(0)
    # A duty for no municipality has no contacts, and an empty list has no type that could be counted.
    waiting = _count(contacts) if values["controllers"] else Value(0)
    counted = Case.objects.order_by().annotate(
        due=_count(due), waiting=waiting, twice=twice, told=_count(notices)
    )
    return counted.values_list("due", "waiting", "twice", "told")[:1]


def _count[M: Model](rows: QuerySet[M]) -> Func:
    found = ArraySubquery(rows.order_by().values("pk")[:MOST])
    return Func(found, function="cardinality", output_field=IntegerField())


#: By the role of who asks; what is shown to one role only is asked for that role only.
_COUNTS = {role: Prepared(partial(_counts, role)) for role in (Role.OFFICER, Role.COORDINATOR, None)}
