"""How a clock stands on a day."""

from datetime import date, timedelta

import pytest

from kotopolku.accounts.area_settings import AreaSettings
from kotopolku.clocks.register import Kind
from kotopolku.clocks.states import State, handle_by, state_on

DUE = date(2026, 12, 25)
SETTINGS = AreaSettings()


@pytest.mark.parametrize(
    ("kind", "long_limit", "days_before", "expected"),
    [
        (Kind.LAW, False, 8, State.RUNNING),
        (Kind.LAW, False, 7, State.SOON),
        (Kind.LAW, False, 0, State.SOON),
        (Kind.LAW, False, -1, State.LATE),
        (Kind.LAW, True, 31, State.RUNNING),
        (Kind.LAW, True, 30, State.SOON),
        (Kind.TARGET, False, 3, State.RUNNING),
        (Kind.TARGET, False, 2, State.SOON),
        (Kind.TARGET, False, -1, State.LATE),
        (Kind.FACT, False, 0, State.RUNNING),
        (Kind.FACT, False, -100, State.RUNNING),
    ],
)
def test_state_by_days_left(kind: Kind, long_limit: bool, days_before: int, expected: State) -> None:
    on = DUE - timedelta(days=days_before)

    assert state_on(kind=kind, due_on=DUE, on=on, settings=SETTINGS, long_limit=long_limit) is expected


def test_met_and_paused_go_before_late() -> None:
    late = DUE + timedelta(days=10)

    assert state_on(kind=Kind.LAW, due_on=DUE, on=late, settings=SETTINGS, met_on=DUE) is State.MET
    assert state_on(kind=Kind.LAW, due_on=DUE, on=late, settings=SETTINGS, paused=True) is State.PAUSED


def test_a_due_day_on_a_holiday_says_when_to_handle_it() -> None:
    # given Christmas Day 2026, a Friday after Christmas Eve, then the last working day before is Wednesday 23.12.
    assert handle_by(date(2026, 12, 25)) == date(2026, 12, 23)
    assert handle_by(date(2026, 11, 25)) is None
