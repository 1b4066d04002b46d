"""Asioiden siirtäminen työntekijältä toiselle: many cases in one act, with a reason, and back in one act."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.queries import colleagues
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.cases.actions.undoing import undo_assignment
from kotopolku.cases.events import tell
from kotopolku.cases.models import Case
from kotopolku.people.access import barred_among

MOST_MOVED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A case that was moved: who had it before, and the version the move left, by which it is undone."""

    case_id: UUID
    former_id: int | None
    version: int


@action(Role.COORDINATOR, facts=True)
def move_cases(*, case_ids: Iterable[UUID], staff_id: int, reason: str) -> tuple[Moved, ...]:
    """Give open cases to an officer of the area; each timeline tells who is responsible from today, and why.

    Raises Invalid without a case or a reason, for somebody without a duty, or where the officer may not see a client;
    NotFound when one of the cases is not there. Then none is moved.
    """
    wanted = set(case_ids)
    names = {one.staff_id: one.name for one in colleagues(str(acting().actor.area_id), on=acting().on)}
    if not wanted:
        raise Invalid(field="cases", message=_("Choose at least one case."))
    if len(wanted) > MOST_MOVED:
        raise Invalid(field="cases", message=_("Move at most a hundred cases at a time."))
    if staff_id not in names:
        raise Invalid(field="officer", message=_("Choose somebody with a duty in the area."))
    if not reason.strip():
        raise Invalid(field="reason", message=_("Write why the cases are moved. It stays with each case."))
    # In one order always, so that two coordinators never wait for each other.
    cases = [*Case.objects.select_for_update().filter(pk__in=wanted, closed_on__isnull=True).order_by("pk")]
    if len(cases) != len(wanted):
        raise NotFound("case")
    if barred_among({case.person_id for case in cases}, staff_id=staff_id):
        raise Invalid(
            field="officer", message=_("This worker may not see one of the clients. Choose another.")
        )
    moved = []
    for case in cases:
        if case.officer_id == staff_id:
            continue
        former, case.officer_id = case.officer_id, staff_id
        case.version += 1
        moved.append(Moved(case_id=case.pk, former_id=former, version=case.version))
        tell(
            case_id=case.pk,
            controller_id=case.controller_id,
            code="officer_assigned",
            officer=names[staff_id],
            text=reason.strip(),
        )
    Case.objects.bulk_update(cases, ["officer", "version"])
    touch(*(case.person_id for case in cases))
    return tuple(moved)


@action(Role.COORDINATOR, facts=True)
def undo_move(*, moved: Iterable[Moved]) -> None:
    """Give the cases back to those who had them before one's own move. Raises Stale when one has changed since."""
    for one in moved:
        undo_assignment(case_id=one.case_id, former_id=one.former_id, version=one.version)
