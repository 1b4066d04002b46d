"""Muuttaminen toiseen kuntaan (85 §): with consent the work goes on at the next controller, without it nothing does."""

from datetime import date, timedelta
from uuid import UUID

from django.db.models import Model
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from kotopolku.accounts.access import system_actor
from kotopolku.accounts.models import Duty, Organisation
from kotopolku.accounts.periods import in_force
from kotopolku.accounts.queries import area_view
from kotopolku.audit.acting import acting, acting_as
from kotopolku.audit.action import action, touch
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid
from kotopolku.cases import events
from kotopolku.cases.access import case_for
from kotopolku.cases.actions.granting import leave_to_read
from kotopolku.cases.actions.handling import next_number
from kotopolku.cases.models import Assessment, Case, CaseGrant, Judgement
from kotopolku.handovers.events import tell
from kotopolku.handovers.models import Move
from kotopolku.languages.days import plain_day
from kotopolku.people.access import person_for
from kotopolku.people.models import Person
from kotopolku.plans.models import Goal, Measure, Obstacle, Plan, Review

DAY = timedelta(days=1)


@action(Role.OFFICER, Role.COORDINATOR, facts=True)
def register_move(
    *,
    case_id: UUID,
    registered_on: date,
    consent: bool,
    consent_on: date,
    consent_how: str,
    to: str = "",
    to_name: str = "",
    told_return: bool = False,
) -> int:
    """Record that the client moves from the registered day to a municipality (its code, or a name outside the area).

    With consent the work goes on there from that day; without it nothing is passed on, and the client must have been
    told how to come back. It is carried out on the day, at once when the day has come. Raises Invalid, Closed.
    """
    case = case_for(case_id, to="change", must_be_open=True)
    target = _target(case, to, to_name)
    now = acting()
    _check_move(
        case,
        registered_on=registered_on,
        consent=consent,
        consent_on=consent_on,
        how=consent_how,
        told=told_return,
    )
    row = Move.objects.create(
        controller_id=case.controller_id,
        case=case,
        to=target,
        to_name=to_name.strip(),
        registered_on=registered_on,
        consent=consent,
        consent_on=consent_on,
        consent_how=consent_how.strip(),
        told_return=told_return,
        by=now.actor.staff_id,
        by_name=now.actor.name,
    )
    name = target.names.pick("fi").text if target else row.to_name
    tell(
        case,
        "move_noted" if consent else "move_refused",
        to=name,
        registered_on=registered_on,
        text=row.consent_how,
        place_in="to",
    )
    if registered_on <= now.on:
        # The next controller is not among the officer's own: the area's background actor carries the work over.
        with acting_as(system_actor(case.area_id, on=now.on), on=now.on):
            carry_out_move(move_id=row.pk)
    touch(case.person_id)
    return row.pk


def _check_move(
    case: Case, *, registered_on: date, consent: bool, consent_on: date, how: str, told: bool
) -> None:
    if consent_on > acting().on:
        raise Invalid(field="consent_on", message=_("This day has not come yet. Give a day up to today."))
    if not how.strip():
        raise Invalid(field="consent_how", message=_("Write how the client answered."))
    if registered_on <= case.opened_on:
        raise Invalid(
            field="registered_on", message=_("The client moves after the case was opened. Check the day.")
        )
    if not consent and not told:
        raise Invalid(
            field="told_return",
            message=_("Tell the client how to come back, since nothing is passed on, and tick it here."),
        )
    if Move.objects.filter(case=case, state="waiting").exists():
        raise Invalid(field="to", message=_("A move is recorded already and waits for its day."))


def _target(case: Case, to: str, to_name: str) -> Organisation | None:
    if not to:
        if to_name.strip():
            return None
        raise Invalid(field="to", message=_("Choose the municipality, or write its name."))
    found = Organisation.objects.filter(code=to, kind="municipality").first()
    if found is None or found.pk == case.controller_id:
        raise Invalid(field="to", message=_("Choose another municipality than the present one."))
    return found


@action(Role.SYSTEM, facts=True)
def carry_out_move(*, move_id: int) -> UUID | None:
    """Carry a move out: close the case at the earlier controller, open one at the next, and return its id.

    The earlier controller's records stay there. None where nothing is passed on, or the municipality is outside.
    """
    move = Move.objects.select_for_update().get(pk=move_id, state="waiting")
    case = case_for(move.case_id, to="change", must_be_open=True)
    inside = move.to_id is not None and _in_area(case.area_id, move.to_id)
    last_day = max(case.opened_on, move.registered_on - DAY)
    plan = Plan.objects.filter(case=case, state="accepted").first()
    _end_here(case, plan, last_day=last_day)
    new: UUID | None = None
    if move.consent and inside and move.to_id is not None:
        new = _go_on_there(case, plan, to=move.to_id, on=move.registered_on)
    move.state, move.done_on, move.new_case = "done" if move.consent else "refused", acting().on, new
    move.save(update_fields=["state", "done_on", "new_case"])
    touch(case.person_id)
    return new


@action(Role.SYSTEM)
def carry_out_moves() -> int:
    """Carry out every move whose registered day has come; return how many. A second run finds none."""
    waiting = Move.objects.filter(
        state="waiting", registered_on__lte=acting().on, case__closed_on__isnull=True
    ).order_by("pk")
    due = list(waiting.values_list("pk", flat=True))
    for move_id in due:
        carry_out_move(move_id=move_id)
    return len(due)


def _in_area(area_id: str, municipality_id: int) -> bool:
    area = area_view(area_id, on=acting().on)
    return area is not None and municipality_id in area.by_id


def _end_here(case: Case, plan: Plan | None, *, last_day: date) -> None:
    if plan is not None and plan.made_on is not None:
        plan.state, plan.end_reason, plan.ended_on = "ended", "moved", max(plan.made_on, last_day)
        plan.version += 1
        plan.save(update_fields=["state", "end_reason", "ended_on", "version"])
    case.closed_on, case.closed_reason = last_day, "moved_away"
    case.version += 1
    case.save(update_fields=["closed_on", "closed_reason", "version"])
    CaseGrant.objects.filter(case=case, ended_by_name="").update(ended_by_name=acting().actor.name)
    events.tell(
        case_id=case.pk,
        controller_id=case.controller_id,
        code="case_closed",
        on=last_day,
        reason="moved_away",
    )


def _go_on_there(case: Case, plan: Plan | None, *, to: int, on: date) -> UUID:
    """Move the person to the next register and open a case there, with the plan's dates carried on."""
    person = person_for(case.person_id, to="change")
    Person.objects.filter(pk=person.pk).update(controller_id=to)
    with override("fi"):  # kept as it was said, in the language of the records
        reason = gettext("The client moved to another municipality on %(day)s.") % {"day": plain_day(on)}
    leave_to_read(case, organisation_id=case.controller_id, rows_until=on - DAY, reason=reason)
    new = Case.objects.create(
        controller_id=to,
        area_id=case.area_id,
        person_id=person.pk,
        number=next_number(case.area_id, on.year),
        opened_on=on,
        opened_because="moved_here",
        officer_id=_same_officer(case, to=to),
    )
    events.tell(case_id=new.pk, controller_id=to, code="case_opened", on=on, because="moved_here")
    tell(new, "move_continues", on=on, registered_on=on)
    _carry_assessment(case, new)
    for row in Judgement.objects.filter(case=case, superseded_on__isnull=True):
        _copy(row, controller_id=to, case=new)
    for obstacle in Obstacle.objects.filter(case=case, void_reason=""):
        _copy(obstacle, controller_id=to, case=new)
    if plan is not None:
        _carry_plan(plan, new)
    return new.pk


def _same_officer(case: Case, *, to: int) -> int | None:
    """Return the present officer where their duty covers the next municipality: nothing need change hands."""
    if case.officer_id is None:
        return None
    covers = Duty.objects.filter(
        in_force(acting().on), staff_id=case.officer_id, municipalities__municipality_id=to
    )
    return case.officer_id if covers.exists() else None


def _carry_assessment(case: Case, new: Case) -> None:
    """Carry over the latest concluded assessment; what is kept apart as sensitive stays where it was told."""
    row = Assessment.objects.filter(case=case, state="concluded").order_by("-concluded_on", "-pk").first()
    if row is not None:
        _copy(row, controller_id=new.controller_id, case=new, apart={})


def _carry_plan(plan: Plan, new: Case) -> None:
    """Draw up the same plan in the new case: the day it was made, its end and its reviews go on as they were."""
    goals, measures = list(Goal.objects.filter(plan=plan)), list(Measure.objects.filter(plan=plan))
    reviews = list(Review.objects.filter(plan=plan).order_by("pk"))
    copy = _copy(
        plan,
        controller_id=new.controller_id,
        case=new,
        state="accepted",
        ended_on=None,
        end_reason="",
        version=1,
    )
    rows: tuple[Model, ...] = (*goals, *measures, *reviews)
    for row in rows:
        _copy(row, controller_id=new.controller_id, plan=copy)


def _copy[M: Model](row: M, **changed: object) -> M:
    values = {
        field.attname: getattr(row, field.attname)
        for field in row._meta.concrete_fields
        if not field.primary_key and field.name not in changed and field.attname not in changed
    }
    return type(row)._default_manager.create(**(values | changed))
