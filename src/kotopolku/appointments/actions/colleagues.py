"""Kollega tulkkina: a colleague interprets, an official's matter only by the coordinator's leave."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.staff_languages import speakers_of
from kotopolku.appointments import codes
from kotopolku.appointments.access import appointment_for, bookable, leaves_of
from kotopolku.appointments.actions.booking import worker_row
from kotopolku.appointments.actions.keeping import hold, kept, keys_of, touched
from kotopolku.appointments.events import tell
from kotopolku.appointments.models import Appointment, ColleagueLeave
from kotopolku.audit.acting import acting
from kotopolku.audit.action import about, action
from kotopolku.audit.actor import DESK, Role
from kotopolku.audit.errors import Invalid
from kotopolku.letters.actions import notify


@action(Role.COORDINATOR)
def allow_colleague(*, staff_id: int) -> None:
    """Let a worker of the desk interpret other officials' assessments and plans. Raises Invalid."""
    now = acting()
    area_id = now.actor.area_id or ""
    if staff_id not in bookable(area_id, on=now.on):
        raise Invalid(field="staff", message=_("Choose who may interpret."))
    if leaves_of(area_id).filter(staff_id=staff_id).exists():
        raise Invalid(field="staff", message=_("This worker has the leave already."))
    row = ColleagueLeave(area_id=area_id, staff_id=staff_id, given_on=now.on, given_by_name=now.actor.name)
    row.save(force_insert=True)


@action(Role.COORDINATOR)
def end_leave(*, staff_id: int) -> None:
    """End the leave from today on; what has been agreed on stays. A leave that has ended already stays ended."""
    leaves_of(acting().actor.area_id or "").filter(staff_id=staff_id).update(ended_on=acting().on)


@action(*DESK)
def interpret_by_colleague(*, appointment_id: UUID, staff_id: int) -> None:
    """Let a colleague interpret a booked time, which takes their time too; they are told.

    Raises Invalid: not booked, an interpreter is asked already, the colleague meets the client themselves, does not
    speak the language, has no leave for an official's matter, or has another time then. NotFound.
    """
    row = appointment_for(appointment_id, to="change")
    if row.state != codes.BOOKED:
        raise Invalid(field="", message=_("The time is not booked any more, so no interpreter is needed."))
    if row.orders.filter(state__in=codes.ORDER_OPEN).exists():
        message = _("An interpreter has been ordered for this time already. Cancel that order first.")
        raise Invalid(field="", message=message)
    if row.workers.filter(interprets=True).exists():
        raise Invalid(field="", message=_("A colleague interprets this time already."))
    name = check_colleague(row, staff_id)
    hold(keys_of([staff_id], None))

    def save() -> None:
        worker = worker_row(row, staff_id, name)
        worker.interprets = True
        worker.save(force_insert=True)

    kept(row, save, staff=[staff_id])
    row.interpreted = True
    row.save(update_fields=["interpreted"])
    tell(row, "colleague_interprets", staff=name)
    if staff_id != acting().actor.staff_id:
        notify(
            staff=[staff_id],
            code="appointment_given",
            route="desk:appointment",
            thing=row.pk,
            area_id=row.area_id,
        )
    about("appointment", row.pk)
    touched(row)


def check_colleague(row: Appointment, staff_id: int) -> str:
    """Return the colleague's name; raises Invalid where they may not interpret the time."""
    name = bookable(row.area_id, on=acting().on).get(staff_id)
    if name is None:
        raise Invalid(field="colleague", message=_("Choose the colleague."))
    if row.workers.filter(staff_id=staff_id, interprets=False).exists():
        message = _("Who meets the client does not interpret at the same time. Choose another colleague.")
        raise Invalid(field="colleague", message=message)
    if not row.language or staff_id not in speakers_of(row.language):
        message = _("The colleague does not speak the language well enough for counsel. Choose another.")
        raise Invalid(field="colleague", message=message)
    if row.kind in codes.OFFICIAL and not leaves_of(row.area_id).filter(staff_id=staff_id).exists():
        message = _(
            "A colleague interprets an assessment or a plan only where the coordinator has allowed it. "
            "Ask the coordinator, or order an interpreter."
        )
        raise Invalid(field="colleague", message=message)
    return name


@action(*DESK)
def release_colleague(*, appointment_id: UUID) -> None:
    """Free the colleague from interpreting a booked time. Raises Invalid when nobody does; NotFound."""
    row = appointment_for(appointment_id, to="change")
    worker = row.workers.filter(interprets=True).first()
    if worker is None or row.state != codes.BOOKED:
        raise Invalid(field="", message=_("No colleague interprets this time."))
    worker.delete()
    tell(row, "colleague_released", staff=worker.staff_name)
    about("appointment", row.pk)
    touched(row)
