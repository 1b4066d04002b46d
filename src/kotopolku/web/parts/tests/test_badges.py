"""A clock badge's state and words follow from the dates alone."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from kotopolku.web.parts.badges import clock_badge
from kotopolku.web.parts.shapes import ClockKind, ClockState

ON = date(2026, 11, 24)


def badge(days, kind=ClockKind.LAW, **extra):
    with translation.override("en"):
        return clock_badge(kind=kind, due_on=ON + timedelta(days=days), on=ON, **extra)


@pytest.mark.parametrize(
    ("kind", "days", "long_limit", "state"),
    [
        (ClockKind.LAW, 8, False, ClockState.RUNNING),
        (ClockKind.LAW, 7, False, ClockState.SOON),
        (ClockKind.LAW, 0, False, ClockState.SOON),
        (ClockKind.LAW, -1, False, ClockState.LATE),
        (ClockKind.LAW, 31, True, ClockState.RUNNING),
        (ClockKind.LAW, 30, True, ClockState.SOON),
        (ClockKind.TARGET, 3, False, ClockState.RUNNING),
        (ClockKind.TARGET, 2, False, ClockState.SOON),
        (ClockKind.TARGET, -1, False, ClockState.LATE),
        (ClockKind.FACT, -1, False, ClockState.RUNNING),
        (ClockKind.FACT, 0, False, ClockState.RUNNING),
    ],
)
def test_the_state_of_a_clock(kind, days, long_limit, state):
    assert badge(days, kind, long_limit=long_limit).state is state


def test_days_left_are_said_up_to_sixty():
    assert "60" in badge(60).text
    assert "61" not in badge(61).text


def test_a_late_clock_says_how_late():
    assert badge(-3).text.endswith("3\u00a0days late")


def test_a_clock_that_was_met_shows_the_day_and_not_the_lateness():
    met = badge(-3, met_on=ON - timedelta(days=4))
    assert met.state is ClockState.MET
    assert "late" not in met.text


def test_a_paused_clock_says_why():
    paused = badge(90, paused_on=date(2026, 10, 1), reason="parental leave")
    assert paused.state is ClockState.PAUSED
    assert "parental leave" in paused.text


@pytest.mark.parametrize(("days", "share"), [(10, 50), (0, 100), (-5, 100)])
def test_the_dial_shows_the_share_of_time_used(days, share):
    assert badge(days, started_on=ON - timedelta(days=10)).share == share


def test_without_a_beginning_the_dial_is_empty():
    assert badge(10).share == 0
