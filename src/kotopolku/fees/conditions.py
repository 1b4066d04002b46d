"""Maksun edellytykset: what is recorded of a missed time as facts of the law, and how each condition stands.

The law (KOTOL-32a-1) is the only judge: of each condition it is asked alone, with all the others favourable.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from kotopolku import law
from kotopolku.appointments.codes import (
    ABSENT,
    BOOKED,
    CANCELLED,
    DECLINED,
    DONE,
    HELD,
    LATE,
    ORDER_CANCELLED,
)
from kotopolku.appointments.models import Appointment, InterpreterOrder
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.fees import codes
from kotopolku.fees.models import FeeAmount, FeeMatter, FeeTold
from kotopolku.law.facts import Appointment as Missed
from kotopolku.law.facts import Facts, Person
from kotopolku.people.legal_facts import law_facts

FIELDS = {
    codes.KIND: "kind",
    codes.STAYED_AWAY: "attended",
    codes.NOT_CANCELLED: "cancelled_beforehand",
    codes.COST: "interpretation_cost_eur",
    codes.TOLD: "fee_and_cancelling_explained",
    codes.NO_REASON: "acceptable_reason",
    codes.REASONABLE: "fee_unreasonable",
}
"""Which fact of the law each condition looks at; the age is of the person."""
_GROWN = Person(birth_date=date(1950, 1, 1))
_FAVOURABLE = Missed(
    kind="guidance_10",
    attended=False,
    interpretation_cost_eur=Decimal(1),
    cancelled_beforehand=False,
    acceptable_reason=False,
    fee_and_cancelling_explained=True,
    fee_unreasonable=False,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What is recorded of a time: the law's facts, and the rows they come from."""

    facts: Facts
    told: FeeTold | None
    matter: FeeMatter | None
    largest: FeeAmount | None
    orders: tuple[InterpreterOrder, ...]

    @property
    def day(self) -> date:
        """The booked day."""
        assert self.facts.appointment.booked_for is not None
        return self.facts.appointment.booked_for

    @property
    def ordered(self) -> bool:
        """Whether an interpreter has been ordered and neither declined nor been cancelled."""
        return any(one.state not in {DECLINED, ORDER_CANCELLED} for one in self.orders)


def ground(row: Appointment, *, on: date) -> Ground:
    """Return what is recorded of a time with a client."""
    assert row.case is not None
    told = FeeTold.objects.filter(appointment=row).order_by("-pk").first()
    matter = FeeMatter.objects.filter(appointment=row).first()
    orders = tuple(InterpreterOrder.objects.filter(appointment=row).order_by("pk"))
    day = row.starts_at.astimezone(HELSINKI).date()
    largest = amount_on(row.area_id, day)
    missed = Missed(
        kind=row.kind,
        booked_for=day,
        attended=None if row.state == BOOKED else row.state == HELD,
        cancelled_beforehand=row.state == CANCELLED,
        interpretation_cost_eur=_cost(orders),
        # Who was not told when the time was booked was not told: that is known, not open.
        fee_and_cancelling_explained=told is not None and told.understood,
        acceptable_reason=matter.acceptable_reason if matter else None,
        fee_unreasonable=matter.unreasonable if matter else None,
        verified_largest_fee_eur=largest.amount if largest else None,
    )
    known = law_facts(row.case.person_id, on=on)
    return Ground(
        facts=Facts(person=known.person, appointment=missed),
        told=told,
        matter=matter,
        largest=largest,
        orders=orders,
    )


def amount_on(area_id: str, day: date) -> FeeAmount | None:
    """Return the largest fee entered as verified for the day; None where nobody has entered one."""
    return FeeAmount.objects.filter(
        area_id=area_id, valid_from__lte=day, valid_to__gte=day, withdrawn_on__isnull=True
    ).first()


def stands(facts: Facts, *, on: date) -> dict[str, str]:
    """Return how each condition stands, in the order of `codes.CONDITIONS`."""
    return {code: _stands(code, facts, on=on) for code in codes.CONDITIONS}


def possible(facts: Facts, *, on: date) -> bool:
    """Whether no condition is known not to be met."""
    return codes.NOT_MET not in stands(facts, on=on).values()


def favourable(known: Ground) -> Ground:
    """Return the same day and sum in force with every other condition met: what the law would then answer."""
    asked = replace(
        _FAVOURABLE,
        booked_for=known.day,
        verified_largest_fee_eur=known.facts.appointment.verified_largest_fee_eur,
    )
    return replace(known, facts=Facts(person=_GROWN, appointment=asked))


def _stands(code: str, facts: Facts, *, on: date) -> str:
    best = replace(_FAVOURABLE, booked_for=facts.appointment.booked_for)
    if code == codes.ADULT:
        asked = Facts(person=facts.person, appointment=best)
    else:
        value = getattr(facts.appointment, FIELDS[code])
        if value is None:
            return codes.OPEN
        asked = Facts(person=_GROWN, appointment=replace(best, **{FIELDS[code]: value}))
    answer = law.answer("no_show_fee_allowed", asked, on).value
    return codes.MET if answer is True else codes.NOT_MET if answer is False else codes.OPEN


def _cost(orders: tuple[InterpreterOrder, ...]) -> Decimal | None:
    """Return what the interpreting cost; None while it is not recorded, nought when none came."""
    came = [one for one in orders if one.state not in {DECLINED, ORDER_CANCELLED, ABSENT}]
    if any(one.cost is None for one in came):
        return None
    return sum((one.cost for one in came if one.state in {DONE, LATE} and one.cost), Decimal(0))
