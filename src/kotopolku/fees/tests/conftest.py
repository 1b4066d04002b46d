"""A client who was told about the fee, stayed away, and whose interpreter came for nothing."""

import pytest

from kotopolku.audit.acting import acting_as
from kotopolku.fees.actions import enter_fee_amount
from kotopolku.fees.tests.stories import BOOKED, SUM, a_time, stayed_away


@pytest.fixture
def sum_in_force(coordinator):
    """A verified sum for 2026."""
    with acting_as(coordinator, on=BOOKED):
        return enter_fee_amount(entry=SUM)


@pytest.fixture
def missed(officer):
    """A missed time that fulfils every recorded condition."""
    return stayed_away(officer, a_time(officer))
