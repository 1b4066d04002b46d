"""Maksusta päättäminen: an official decides with reasons where the law leaves the choice; invoicing gets it once."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.utils.translation import gettext_lazy as _

from kotopolku import law
from kotopolku.appointments.access import appointment_for
from kotopolku.appointments.actions.keeping import touched
from kotopolku.appointments.models import Appointment
from kotopolku.audit import log
from kotopolku.audit.acting import acting
from kotopolku.audit.action import action
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid
from kotopolku.decisions.codes import FEE_PROVISIONS, NO_SHOW_FEE
from kotopolku.decisions.entries import DecisionEntry
from kotopolku.decisions.making import make
from kotopolku.fees import codes
from kotopolku.fees.actions.hearing import keep, open_matter, refuse_unheard
from kotopolku.fees.conditions import Ground, ground, stands
from kotopolku.fees.entries import FeeEntry
from kotopolku.fees.models import FeeDecision, FeeMatter
from kotopolku.people.queries import rows_by_id
from kotopolku.people.views import PersonRow


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoiced:
    """A decided fee as invoicing gets it; the person's municipality is masked as everywhere."""

    number: str
    corrects: str
    person: PersonRow
    amount: Decimal
    due_on: date | None
    decided_on: date
    delivered_on: date


@action(Role.OFFICER, Role.COORDINATOR, official=True)
def decide_fee(*, appointment_id: UUID, entry: FeeEntry, version: int, corrects: UUID | None = None) -> UUID:
    """Decide a fee for a missed time and return the decision's id; `corrects` is the decision that it corrects.

    Raises Invalid: a condition is not met or not judged, the client was not heard, no verified sum is in force, the
    sum is above it, the due date is too early, or a part of the decision is missing; Stale, NotFound.
    """
    row = appointment_for(appointment_id, to="change")
    if row.case is None:
        raise Invalid(field="", message=_("The time is nobody's in the register."))
    matter = _corrected(row, corrects) if corrects is not None else open_matter(row, version)
    now = acting()
    known = ground(row, on=now.on)
    if entry.amount != 0 or corrects is None:
        refuse_unheard(matter)
        _refuse_against_law(known, entry, on=now.on)
    decision = make(
        row.case,
        kind=NO_SHOW_FEE,
        corrects=corrects,
        entry=DecisionEntry(
            number=entry.number,
            requested_on=matter.opened_on,
            reasons=entry.reasons,
            provisions=tuple(FEE_PROVISIONS),
            authority=entry.authority,
            address=entry.address,
            contact=entry.contact,
            language=entry.language,
        ),
    )
    FeeDecision.objects.create(
        controller_id=row.controller_id,
        decision_id=decision,
        appointment=row,
        booked_for=known.day,
        cost=known.facts.appointment.interpretation_cost_eur,
        largest=largest_of(known, on=now.on),
        largest_source=known.largest.source if known.largest else "",
        amount=entry.amount,
        due_on=entry.due_on if entry.amount else None,
    )
    keep(matter)
    touched(row)
    return decision


def largest_of(known: Ground, *, on: date) -> Decimal | None:
    """Return the largest fee the law allows for the time; None where no verified sum is in force or none is allowed."""
    found = law.answer("no_show_fee_max_eur", known.facts, on).value
    return found if isinstance(found, Decimal) else None


def earliest_due(known: Ground, *, on: date) -> date:
    """Return the first day on which the fee may fall due."""
    found = law.answer("no_show_fee_earliest_due_date", known.facts, on).value
    assert isinstance(found, date)
    return found


def _refuse_against_law(known: Ground, entry: FeeEntry, *, on: date) -> None:
    found = stands(known.facts, on=on)
    if codes.OPEN in found.values():
        raise Invalid(field="", message=_("A condition has not been recorded or judged yet."))
    if law.answer("no_show_fee_allowed", known.facts, on).value is not True:
        raise Invalid(field="", message=_("A condition of the law is not met: no fee can be decided."))
    largest = largest_of(known, on=on)
    if largest is None:
        message = _(
            "The sum in force on the booked day has not been entered as verified: no sum can be decided."
        )
        raise Invalid(field="amount", message=message)
    if not 0 < entry.amount <= largest:
        raise Invalid(
            field="amount", message=_("The fee is at most what the interpreting cost and the law allows.")
        )
    if entry.due_on is None or entry.due_on < max(earliest_due(known, on=on), on):
        message = _("The fee falls due two weeks after the booked time at the earliest, and not in the past.")
        raise Invalid(field="due_on", message=message)


def _corrected(row: Appointment, corrects: UUID) -> FeeMatter:
    """Return the matter of a time whose decision is corrected; raises Invalid for a decision about another time."""
    matter = FeeMatter.objects.select_for_update().filter(appointment=row).first()
    if matter is None or not FeeDecision.objects.filter(appointment=row, decision=corrects).exists():
        raise Invalid(field="number", message=_("The corrected decision is about something else."))
    return matter


@action(Role.OFFICER, Role.COORDINATOR)
def export_fees() -> tuple[Invoiced, ...]:
    """Return the decided fees given to their clients and not taken to invoicing yet; they are noted as taken.

    What was corrected before it was taken is left out; a later correction follows by itself. Logged as an export.
    """
    rows = list(
        FeeDecision.objects.select_for_update(of=("self",))
        .filter(exported_on__isnull=True, decision__delivered_on__isnull=False, decision__corrected_by=None)
        .select_related("decision__case", "decision__corrects")
        .order_by("decision__decided_on", "pk")
    )
    people = rows_by_id({one.decision.case.person_id for one in rows})
    rows = [one for one in rows if one.decision.case.person_id in people]
    FeeDecision.objects.filter(pk__in=[one.pk for one in rows]).update(exported_on=acting().on)
    shown = [one.decision.case.person_id for one in rows]
    log.write(
        kind="export", subject="fees", persons=shown, shown=[str(one) for one in shown], count=len(rows)
    )
    return tuple(_invoiced(one, people[one.decision.case.person_id]) for one in rows)


def _invoiced(row: FeeDecision, person: PersonRow) -> Invoiced:
    decision = row.decision
    assert decision.delivered_on is not None
    return Invoiced(
        number=decision.number,
        corrects=decision.corrects.number if decision.corrects else "",
        person=person,
        amount=row.amount,
        due_on=row.due_on,
        decided_on=decision.decided_on,
        delivered_on=decision.delivered_on,
    )
