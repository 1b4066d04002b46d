"""Esteellisyys: shut a worker out of one client by one act, everywhere, and let them in again."""

from datetime import date
from uuid import UUID

from django.db import IntegrityError, connection, transaction
from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.queries import colleagues
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.cases.events import tell
from kotopolku.cases.models import Case
from kotopolku.people.access import person_for
from kotopolku.people.codes import BARRED_REASONS
from kotopolku.people.models import Barred


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def bar_staff(*, person_id: UUID, staff_id: int, reason: str, last_day: date | None = None) -> int:
    """Shut a worker of the area, maybe oneself, out of the client's file and return the bar's id.

    Open cases of theirs are left without an officer, for somebody to take. Raises Invalid.
    """
    person = person_for(person_id, to="change")
    now = acting()
    names = {one.staff_id: one.name for one in colleagues(person.area_id, on=now.on)}
    if staff_id not in names:
        raise Invalid(field="staff", message=_("Choose somebody with a duty in the area."))
    if reason not in BARRED_REASONS:
        raise Invalid(field="reason", message=_("Choose why they may not see the client."))
    if last_day is not None and last_day < now.on:
        raise Invalid(field="last_day", message=_("The last day is over already. Check the year."))
    _take_cases(person.pk, staff_id, name=names[staff_id])
    try:
        with transaction.atomic():
            # Last, since whoever bars oneself sees nothing from here on.
            row = Barred.objects.create(
                controller_id=person.controller_id,
                person=person,
                staff_id=staff_id,
                reason=reason,
                first_day=now.on,
                last_day=last_day,
                set_by=now.actor.staff_id,
                set_by_name=now.actor.name,
            )
    except IntegrityError:
        raise Invalid(field="staff", message=_("This worker is shut out of the client already.")) from None
    touch(person.pk)
    return row.pk


def _take_cases(person_id: UUID, staff_id: int, *, name: str) -> None:
    for case in Case.objects.filter(person_id=person_id, closed_on__isnull=True):
        if case.officer_id == staff_id:
            case.officer, case.version = None, case.version + 1
            case.save(update_fields=["officer", "version"])
        tell(case_id=case.pk, controller_id=case.controller_id, code="staff_barred", staff=name)


@action(Role.SYSTEM)
def renew_guards(*, area_id: str) -> int:
    """Work the guards of the area's minors out afresh (the nightly run); return how many came of age.

    The trigger on the row does the counting; setting nothing but the guard itself leaves versions as they are.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE person SET guard = guard WHERE area_id = %s AND guard LIKE 'minors%%' AND NOT is_minor(birth_date)",
            [area_id],
        )
        grown = cursor.rowcount
        cursor.execute(
            "UPDATE contact SET guard = guard WHERE area_id = %s AND case_id IS NULL AND guard = 'minors' "
            "AND NOT is_minor(subject_birth_date)",
            [area_id],
        )
    return int(grown)


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def lift_bar(*, bar_id: int) -> None:
    """Let the worker see the client again from this moment. Raises NotFound, also for the barred worker."""
    now = acting()
    row = Barred.objects.filter(pk=bar_id, lifted_by_name="").select_related("staff").first()
    if row is None:
        raise NotFound(f"bar {bar_id}")
    Barred.objects.filter(pk=row.pk).update(
        last_day=max(row.first_day, now.on), lifted_by_name=now.actor.name
    )
    for case in Case.objects.filter(person_id=row.person_id, closed_on__isnull=True):
        tell(case_id=case.pk, controller_id=case.controller_id, code="bar_lifted", staff=row.staff.name)
    touch(row.person_id)
