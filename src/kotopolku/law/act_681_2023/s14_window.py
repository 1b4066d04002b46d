"""14 § 1 mom., opening words: the three years from the first permit, card or registration."""

from datetime import date

from kotopolku.law.act_150_1930.calculation import MAL_3
from kotopolku.law.calendar import add_years
from kotopolku.law.facts import Facts
from kotopolku.law.finding import Finding, found
from kotopolku.law.provision import KOTOL, Provision, rule
from kotopolku.law.questions import question
from kotopolku.law.wording import N_

KOTOL_14_0 = rule(
    id="KOTOL-14-0",
    at=Provision(KOTOL, "14", 1),
    title=N_("Three years from the first permit, card or registration"),
    text=N_(
        "The right to an assessment lasts while at most three years have passed since the first residence permit "
        "or card was granted or the right of residence was registered, both days included. Arrival, the start of "
        "validity and renewals do not move it."
    ),
    not_decided=N_(
        "Which grant is the first after a break or with several kinds of status: here the earliest of all. On "
        "which day the time is tested when a request comes inside it and is handled after it: here the day asked."
    ),
    module=__name__,
)
_YEARS = 3


def first_grant(facts: Facts, on: date) -> date | None:
    """The earliest grant of any status by `on`, or None."""
    first: date | None = None
    for status in facts.residence.statuses:
        granted = status.granted_on
        if granted <= on and (first is None or granted < first):
            first = granted
    return first


def last_day(facts: Facts, on: date) -> date | None:
    """The last day of the three years, itself included; None without a status."""
    first = first_grant(facts, on)
    return None if first is None else add_years(first, _YEARS)


def inside(facts: Facts, on: date) -> bool:
    """Whether `on` is inside the three years."""
    last = last_day(facts, on)
    return last is not None and on <= last


@question(
    "first_status_on",
    rules=(KOTOL_14_0,),
    reads=("residence.statuses",),
    type="date",
    meaning=N_("On which day was the first permit, card or registration granted?"),
)
def first_status_on(facts: Facts, on: date) -> tuple[Finding, ...]:
    """The earliest grant over all statuses up to the day asked."""
    first = first_grant(facts, on)
    if first is None:
        return (_no_status("first_status_on", on),)
    granted = N_("The first status was granted on {granted_on}.")
    return (found(KOTOL_14_0, "first_status_on", first, granted, granted_on=first),)


@question(
    "window_last_day",
    rules=(KOTOL_14_0, MAL_3),
    reads=("residence.statuses",),
    type="date",
    meaning=N_("Which is the last day of the three years?"),
)
def window_last_day(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Three years from the first status in one step, the day itself included, not rolled."""
    first = first_grant(facts, on)
    if first is None:
        return (_no_status("window_last_day", on),)
    last = add_years(first, _YEARS)
    ends = N_("The first status was granted on {granted_on}; the three years end on {last_day}.")
    return (found(KOTOL_14_0, "window_last_day", last, ends, granted_on=first, last_day=last),)


@question(
    "inside_window",
    rules=(KOTOL_14_0,),
    reads=("residence.statuses",),
    type="bool",
    meaning=N_("Is the day inside the three years?"),
)
def inside_window(facts: Facts, on: date) -> tuple[Finding, ...]:
    """Between the first status and the last day of the three years, both included."""
    return (window_finding(facts, on),)


def window_finding(facts: Facts, on: date) -> Finding:
    """Whether `on` is inside the three years, alone or as a part of a larger answer."""
    asked = "inside_window"
    first = first_grant(facts, on)
    if first is None:
        return found(KOTOL_14_0, asked, False, N_("No status had been granted by {on}."), on=on)
    last = add_years(first, _YEARS)
    if on <= last:
        return found(
            KOTOL_14_0,
            asked,
            True,
            N_("The three years run from {first} to {last_day}."),
            first=first,
            last_day=last,
        )
    return found(KOTOL_14_0, asked, False, N_("The three years ended on {last_day}."), last_day=last)


def _no_status(asked: str, on: date) -> Finding:
    return found(KOTOL_14_0, asked, None, N_("No status had been granted by {on}."), on=on)
