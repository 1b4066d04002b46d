"""A sum entered as verified lets the largest fee be told; the Act's own goes before it."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kotopolku import law
from kotopolku.law.facts import Appointment, Facts, Person
from kotopolku.law.finding import UNKNOWN

MISSED = Appointment(
    kind="plan_20",
    booked_for=date(2026, 3, 4),
    attended=False,
    interpretation_cost_eur=Decimal("64.50"),
    fee_and_cancelling_explained=True,
)


@pytest.mark.parametrize(
    ("changed", "largest"),
    [
        ({}, UNKNOWN),
        ({"verified_largest_fee_eur": Decimal("58.00")}, Decimal("58.00")),
        (
            {"verified_largest_fee_eur": Decimal("58.00"), "interpretation_cost_eur": Decimal("31.20")},
            Decimal("31.20"),
        ),
        ({"verified_largest_fee_eur": Decimal("99.00"), "booked_for": date(2025, 3, 4)}, Decimal("56.70")),
        ({"verified_largest_fee_eur": Decimal("58.00"), "attended": True}, None),
    ],
)
def test_the_largest_fee_is_the_acts_own_or_the_one_entered_as_verified(changed, largest):
    facts = Facts(person=Person(birth_date=date(1979, 10, 10)), appointment=replace(MISSED, **changed))
    assert law.answer("no_show_fee_max_eur", facts, date(2026, 3, 5)).value == largest
