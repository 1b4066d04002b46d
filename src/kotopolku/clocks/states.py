"""How a clock stands on a day. Computed when it is read: the nightly run never has to colour anything."""

from datetime import date, timedelta
from enum import StrEnum

from kotopolku.accounts.area_settings import AreaSettings
from kotopolku.clocks.register import Kind
from kotopolku.law.calendar import is_working_day


class State(StrEnum):
    """What the badge shows."""

    RUNNING = "running"
    SOON = "soon"
    LATE = "late"
    MET = "met"
    PAUSED = "paused"


def state_on(
    *,
    kind: Kind,
    due_on: date,
    on: date,
    settings: AreaSettings,
    met_on: date | None = None,
    paused: bool = False,
    long_limit: bool = False,
) -> State:
    """Return how the clock stands on the day. The due day itself is still in time; a fact's date is never late."""
    if met_on is not None:
        return State.MET
    if paused:
        return State.PAUSED
    if kind is Kind.FACT:
        return State.RUNNING
    if on > due_on:
        return State.LATE
    days = settings.warn_target_days if kind is Kind.TARGET else settings.warn_law_days
    if long_limit:
        days = settings.warn_window_days
    return State.SOON if (due_on - on).days <= days else State.RUNNING


def handle_by(due_on: date) -> date | None:
    """Return the last working day before a due day that is none; None when it is one.

    A duty of our own authority is never moved by a holiday (150/1930 5 § speaks of acts before an authority), so
    25.12. stays 25.12. and the page says when to handle it.
    """
    if is_working_day(due_on):
        return None
    day = due_on
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day
