"""How many things wait, for the navigation: one query on every desk page."""

from dataclasses import dataclass
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Func, IntegerField, Model, QuerySet, Value

from kotopolku.audit.acting import current_actor
from kotopolku.audit.actor import Role
from kotopolku.cases.models import Case, Clock, Contact
from kotopolku.clocks.due import usual
from kotopolku.letters.access import unread
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
    clocks = Clock.objects.filter(state="running", due_on__lte=on, case__closed_on__isnull=True)
    clocks = clocks.exclude(kind="fact")
    if actor.role is Role.OFFICER:
        clocks = clocks.filter(usual(actor.staff_id or 0))
    contacts = Contact.objects.filter(state__in=["waiting", "taken"], controller_id__in=actor.controllers)
    duplicates = DuplicateReport.objects.filter(handled_on__isnull=True)
    coordinates = actor.role is Role.COORDINATOR
    notices = unread()
    found = (
        Case.objects.order_by()
        .annotate(
            due=_count(clocks),
            # A duty for no municipality has no contacts, and an empty list has no type that could be counted.
            waiting=_count(contacts) if actor.controllers else Value(0),
            twice=_count(duplicates) if coordinates else Value(0),
            told=_count(notices),
        )
        .values_list("due", "waiting", "twice", "told")[:1]
    )
    row = next(iter(found), None) or (
        0,
        contacts.count(),
        duplicates.count() if coordinates else 0,
        notices.count(),
    )
    return Waiting(due=row[0], contacts=row[1], duplicates=row[2], notices=row[3])


def _count[M: Model](rows: QuerySet[M]) -> Func:
    found = ArraySubquery(rows.order_by().values("pk")[:MOST])
    return Func(found, function="cardinality", output_field=IntegerField())
