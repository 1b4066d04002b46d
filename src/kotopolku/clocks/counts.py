"""How many things wait, for the navigation: one query on every desk page."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Exists, IntegerField, Model, OuterRef, QuerySet, Value
from django.db.models.expressions import Subquery
from django.db.models.functions import Coalesce

from kotopolku.audit.acting import current_actor
from kotopolku.audit.actor import Role
from kotopolku.cases.models import Case, Clock, Contact
from kotopolku.letters.access import unread
from kotopolku.people.models import DuplicateReport


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Things to do now: clocks late or due today, contacts not finished with, codes met twice, notices not read."""

    due: int
    contacts: int
    duplicates: int
    notices: int


def to_do(*, on: date) -> Waiting:
    """Return the counts of the acting duty in one query; the coordinator's list is counted for coordinators only."""
    actor = current_actor()
    open_case = Case.objects.filter(pk=OuterRef("case_id"), closed_on__isnull=True)
    clocks = Clock.objects.filter(Exists(open_case), state="running", due_on__lte=on).exclude(kind="fact")
    contacts = Contact.objects.filter(state__in=["waiting", "taken"], controller_id__in=actor.controllers)
    duplicates = DuplicateReport.objects.filter(handled_on__isnull=True)
    if actor.role is not Role.COORDINATOR:
        duplicates = duplicates.none()
    notices = unread()
    found = (
        Case.objects.order_by()
        .annotate(
            due=_count(clocks), waiting=_count(contacts), twice=_count(duplicates), told=_count(notices)
        )
        .values_list("due", "waiting", "twice", "told")[:1]
    )
    row = next(iter(found), None) or (0, contacts.count(), duplicates.count(), notices.count())
    return Waiting(due=row[0], contacts=row[1], duplicates=row[2], notices=row[3])


def _count[M: Model](rows: QuerySet[M]) -> Coalesce:
    counted = rows.order_by().annotate(one=Value(1)).values("one").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(counted, output_field=IntegerField()), 0)
