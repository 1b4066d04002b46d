"""Kumoaminen: what may be taken back, each by an act of its own. Nothing vanishes: the timeline tells both.

Only whoever did a thing takes it back, and only while nobody has changed it since: `version` is the one the act left.
A closing is undone on its own day alone; later the case is opened again by `reopen_case`, with a reason.
"""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.queries import colleagues
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound, Stale
from kotopolku.cases.access import case_for, contact_for
from kotopolku.cases.actions.handling import open_again
from kotopolku.cases.events import NOTES, tell
from kotopolku.cases.models import Case, Event


@action(Role.OFFICER, Role.ADVISER, Role.COORDINATOR)
def void_note(*, case_id: UUID, event_id: int) -> None:
    """Void one's own note (merkintä mitätöity): it stays on the timeline, struck, with who voided it and when."""
    case = case_for(case_id, to="change", must_be_open=True)
    mine = Event.objects.filter(case=case, pk=event_id, code__in=NOTES, by=acting().actor.staff_id).first()
    if mine is None:
        raise NotFound(f"note {event_id}")
    if Event.objects.filter(voids=mine).exists():
        raise _too_late()
    tell(
        case_id=case.pk, controller_id=case.controller_id, code="note_voided", voids=mine.pk, noted_on=mine.on
    )


@action(Role.OFFICER, Role.COORDINATOR, facts=True)
def undo_closing(*, case_id: UUID, version: int) -> None:
    """Open a case again that one has just closed. Raises Stale when anything has happened since."""
    case = _unchanged(case_id, version=version)
    if case.closed_on is None or case.closed_on < acting().on or not _mine(case, "case_closed"):
        raise _too_late()
    if not open_again(case):
        raise _too_late()
    tell(case_id=case.pk, controller_id=case.controller_id, code="case_reopened")
    touch(case.person_id)


@action(Role.OFFICER, Role.COORDINATOR, facts=True)
def undo_assignment(*, case_id: UUID, former_id: int | None, version: int) -> None:
    """Give the case back to the officer it had before one's own change, or to nobody. Raises Stale or Invalid."""
    case = _unchanged(case_id, version=version)
    if case.closed_on is not None or not _mine(case, "officer_assigned"):
        raise _too_late()
    names = {one.staff_id: one.name for one in colleagues(case.area_id, on=acting().on)}
    if former_id is not None and former_id not in names:
        raise Invalid(field="officer", message=_("Choose somebody with a duty in the area."))
    case.officer_id = former_id
    case.version += 1
    case.save(update_fields=["officer", "version"])
    if former_id is None:
        tell(case_id=case.pk, controller_id=case.controller_id, code="assignment_undone")
    else:
        tell(
            case_id=case.pk,
            controller_id=case.controller_id,
            code="officer_restored",
            officer=names[former_id],
        )
    touch(case.person_id)


def _too_late() -> Stale:
    return Stale(
        heading=_("This can no longer be undone"),
        advice=_("Something has changed since. Open the page again and see how the matter stands now."),
    )


def _unchanged(case_id: UUID, *, version: int) -> Case:
    case = case_for(case_id, to="change")
    if case.version != version:
        raise _too_late()
    return case


def _mine(case: Case, code: str) -> bool:
    last = Event.objects.filter(case=case, code=code).order_by("-pk").first()
    return last is not None and last.by == acting().actor.staff_id


@action(Role.OFFICER, Role.COORDINATOR)
def put_contact_back(*, contact_id: UUID, version: int) -> None:
    """Put a contact back among those that wait, which one has just closed without a case. Raises Stale."""
    contact = contact_for(contact_id, to="change")
    now = acting()
    just_closed = contact.state == "closed" and contact.case_id is None and contact.closed_on == now.on
    if contact.version != version or not just_closed or contact.handled_by != now.actor.staff_id:
        raise _too_late()
    contact.state, contact.outcome, contact.outcome_note = "waiting", "", ""
    contact.closed_on = contact.taken_on = contact.handled_by = None
    contact.handled_by_name = ""
    contact.version += 1
    contact.save()
