"""The only doors to persons: under the walls, 404 for others, and the look is logged."""

from collections.abc import Collection
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db import connection
from django.db.models import OuterRef, Q
from django.db.models.functions import Now

from kotopolku.audit import log
from kotopolku.audit.acting import acting, current_actor
from kotopolku.audit.errors import NotFound
from kotopolku.audit.prepared import Prepared
from kotopolku.people import rows
from kotopolku.people.models import Barred, Household, Opening, Person

_LINKED = Person.objects.filter(merged_into=OuterRef("pk")).order_by("pk")
_ELSEWHERE = Person.objects.filter(Q(same_as=OuterRef("pk")) | Q(pk=OuterRef("same_as"))).order_by("pk")

_PERSON = Prepared(
    lambda person: Person.objects.annotate(
        linked=ArraySubquery(_LINKED.values("pk")), elsewhere=ArraySubquery(_ELSEWHERE.values("pk"))
    ).filter(pk=person)
)


def person_for(person_id: UUID, *, to: str = "read") -> Person:
    """Return the person for to="read" or "change", the remaining one of merged ones; the look is logged.

    Raises NotFound, and logs the refusal, when there is none among the acting duty's municipalities; one that is open
    for reading only is not there to be changed.
    """
    person = _PERSON.first(person=person_id)
    while person is not None and person.merged_into_id is not None:
        person = _PERSON.first(person=person.merged_into_id)
    # What a grant or an override opens is read: changes are made in one's own register.
    elsewhere = (
        to == "change" and person is not None and person.controller_id not in current_actor().controllers
    )
    if person is None or elsewhere:
        log.refuse(kind="look" if to == "read" else "change", subject="person", subject_id=str(person_id))
        raise NotFound
    if to == "read":
        log.looked(subject="person", subject_id=str(person.pk), person=person.pk)
    return person


def same_people(person: Person) -> tuple[UUID, ...]:
    """Return the id of a person got by `person_for` and those of registrations linked under it, its own first."""
    linked: list[UUID] = getattr(person, "linked", [])
    return (person.pk, *linked)


def in_other_registers(person: Person) -> tuple[UUID, ...]:
    """Return the registrations of the same person in other municipalities' registers, as far as the duty sees them."""
    return tuple(getattr(person, "elsewhere", ()))


def hold(person_id: UUID) -> None:
    """Lock the person until the transaction ends: of two savings of facts the second sees the first."""
    Person.objects.select_for_update().filter(pk=person_id).values_list("pk").first()


def barred_staff(person_id: UUID) -> frozenset[int]:
    """Return the ids of workers who may not see the person today (esteellisyys)."""
    on = acting().on
    bars = Barred.objects.filter(
        Q(last_day__isnull=True) | Q(last_day__gte=on),
        person_id=person_id,
        first_day__lte=on,
        lifted_by_name="",
    )
    return frozenset(bars.values_list("staff_id", flat=True))


def barred_among(person_ids: Collection[UUID], *, staff_id: int) -> bool:
    """Tell whether the worker may not see one of the persons today (esteellisyys)."""
    on = acting().on
    bars = Barred.objects.filter(
        Q(last_day__isnull=True) | Q(last_day__gte=on),
        person_id__in=person_ids,
        staff_id=staff_id,
        first_day__lte=on,
        lifted_by_name="",
    )
    return bars.exists()


def household_for(household_id: UUID) -> Household:
    """Return the household; raises NotFound, and logs the refusal, behind a wall."""
    found = Household.objects.filter(pk=household_id).first()
    if found is None:
        log.refuse(kind="look", subject="household", subject_id=str(household_id))
        raise NotFound
    return found


def find_identity(code: str) -> str:
    """Answer "none", "yours" or "somebody_else" for an identity code in the actor's area; nothing more is told."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT find_identity(%s, %s)", [current_actor().area_id, code])
        row = cursor.fetchone()
    return str(row[0])


def report_duplicate(code: str) -> None:
    """Log that somebody tried the code of a person outside their duties and put it on the coordinator's list."""
    row = log.write(kind="look", subject="identity_code", result="refused", count=1)
    with connection.cursor() as cursor:
        cursor.execute("SELECT report_duplicate(%s, %s, %s)", [current_actor().area_id, code, row])


def running_opening(person_id: UUID) -> Opening | None:
    """Return the acting worker's own opening of the person's hidden data, while it runs."""
    actor = current_actor()
    if actor.staff_id is None or actor.duty_id is None:
        return None
    mine = Opening.objects.filter(person_id=person_id, staff_id=actor.staff_id, duty_id=actor.duty_id)
    return mine.filter(closed_at__isnull=True, closes_at__gt=Now()).order_by("-pk").first()


def hides_place(person: Person) -> bool:
    """Whether a non-disclosure order masks the person's municipality and contact details today."""
    return rows.hides_place(person, on=acting().on)


def hides_what_tells_place(person_id: UUID) -> bool:
    """Whether what else tells where a person lives is hidden today: a school, a clinic, the sender of a paper.

    It is open while the acting worker's own opening of the hidden data runs, and that look is logged. A person whom the
    duty does not see any more is hidden too.
    """
    person = Person.objects.filter(pk=person_id).first()
    if person is None:
        return True
    if not hides_place(person):
        return False
    if running_opening(person.pk) is None:
        return True
    log.looked(subject="masked_data", subject_id=str(person.pk), person=person.pk)
    return False
