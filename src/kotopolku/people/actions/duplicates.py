"""Kaksoiskappaleet: codes tried a second time, and registrations linked as the same person, reversibly."""

from uuid import UUID

from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.people.access import person_for
from kotopolku.people.models import DuplicateReport, Person


@action(Role.COORDINATOR)
def handle_duplicate_report(*, report_id: int, outcome: str) -> None:
    """Mark a report as handled and say what was done. Raises NotFound, or Invalid without words."""
    if not outcome.strip():
        raise Invalid(field="outcome", message=_("Write what was done, for those who ask later."))
    now = acting()
    changed = DuplicateReport.objects.filter(pk=report_id, handled_on__isnull=True).update(
        handled_on=now.on, handled_by_name=now.actor.name, outcome=outcome.strip()
    )
    if not changed:
        raise NotFound


@action(Role.COORDINATOR, facts=True)
def link_same_person(*, person_id: UUID, other_id: UUID) -> None:
    """Link two registrations as the same person: `person_id` is shown from now on, `other_id` is found under it.

    No row is moved, so that `unlink_same_person` restores everything. In two municipalities' registers both stay shown
    to their own workers and each counts from its own facts, since one controller's do not pass to another by a link;
    what protects one protects the other. Raises NotFound without a duty on both, Invalid when one is linked already.
    """
    shown, other = (_own(one) for one in (person_id, other_id))
    if shown.pk == other.pk:
        raise Invalid(field="other", message=_("Choose another person."))
    elsewhere = shown.controller_id != other.controller_id
    if _is_linked(shown, other, elsewhere=elsewhere):
        raise Invalid(
            field="other",
            message=_(
                "One of them is linked already. Undo that link first, or choose the one that is shown."
            ),
        )
    _set(shown, other, **{"same_as" if elsewhere else "merged_into": shown.pk})


def _is_linked(shown: Person, other: Person, *, elsewhere: bool) -> bool:
    """Tell whether a link would make a chain; over two registers neither may have any other."""
    if shown.merged_into_id or other.merged_into_id or shown.same_as_id or other.same_as_id:
        return True
    both = [shown.pk, other.pk]
    followers = Person.objects.filter(
        Q(merged_into__in=both if elsewhere else both[1:]) | Q(same_as__in=both)
    )
    return followers.exists()


@action(Role.COORDINATOR, facts=True)
def unlink_same_person(*, person_id: UUID) -> None:
    """Undo a link: the registration `person_id` stands by itself again, with everything it had. Raises NotFound."""
    other = _own(person_id)
    shown_id = other.merged_into_id or other.same_as_id
    if shown_id is None:
        raise NotFound
    _set(_own(shown_id), other)


def _own(person_id: UUID) -> Person:
    person = Person.objects.select_for_update().filter(pk=person_id).first()
    if person is None:
        person_for(person_id, to="change")  # refuses, and logs that it did
        raise NotFound
    return person


def _set(
    shown: Person, other: Person, *, merged_into: UUID | None = None, same_as: UUID | None = None
) -> None:
    Person.objects.filter(pk=other.pk).update(
        merged_into=merged_into, same_as=same_as, version=F("version") + 1
    )
    # Written again, so that the database counts anew who may know of both (people/sql.py).
    Person.objects.filter(pk=shown.pk).update(version=F("version") + 1)
    touch(shown.pk, other.pk)
