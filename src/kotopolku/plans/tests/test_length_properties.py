"""Whatever is recorded, plans never outlast the law, and the order in which times were recorded is nothing."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kotopolku import law
from kotopolku.law.calendar import add_years
from kotopolku.law.facts import Facts, Plan, facts_from_mapping
from kotopolku.plans.queries import latest_end, totals

# A machine under load takes its time to make the examples: that says nothing of the law.
CALM = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
FIRST = date(2025, 3, 3)
REASONS = st.sampled_from(["injury", "illness", "parental_allowance_days", "comparable_reason"])
TIMES = st.lists(st.tuples(REASONS, st.integers(0, 600), st.integers(0, 90)), max_size=5)
GROUNDS = st.fixed_dictionaries(
    {
        "low_education": st.booleans(),
        "multidisciplinary_need": st.booleans(),
        "special_measures_needed": st.booleans(),
        "home_care_allowance_during_base_period": st.booleans(),
        "part_time_participation": st.booleans(),
    }
)


def _facts(times, grounds):
    obstacles = [
        {
            "reason": reason,
            "from": FIRST + timedelta(days=start),
            "to": FIRST + timedelta(days=start + length),
        }
        for reason, start, length in times
    ]
    extension = {**grounds, "obstacles": obstacles}
    facts = facts_from_mapping({"plan": {"extension": extension}})
    # a continuing plan: the first plan's own year is behind
    return replace(
        facts,
        plan=replace(
            facts.plan,
            first_made_on=FIRST,
            made_on=date(2026, 3, 3),
            ends_on=date(2026, 12, 1),
            proposed_end=None,
        ),
    )


def _days(times):
    return {FIRST + timedelta(days=start + n) for _, start, length in times for n in range(length + 1)}


@CALM
@given(times=TIMES, grounds=GROUNDS)
def test_no_plan_outlasts_two_years_extensions_and_the_days_that_were_lost(times, grounds):
    facts = _facts(times, grounds)
    found = latest_end(facts, on=date(2027, 1, 15))
    assert found is not None
    assert found >= add_years(FIRST, 2) - timedelta(days=1)
    assert found <= add_years(FIRST, 4) + timedelta(days=len(_days(times)))
    entitled = law.answer("plan_extension_bases", facts, date(2027, 1, 15)).value
    if not entitled:
        assert found <= add_years(FIRST, 2)


@pytest.mark.slow
@CALM
@given(times=TIMES, grounds=GROUNDS, seed=st.randoms())
def test_the_order_in_which_times_were_recorded_moves_nothing(times, grounds, seed):
    mixed = list(times)
    seed.shuffle(mixed)
    on = date(2027, 1, 15)
    assert latest_end(_facts(times, grounds), on=on) == latest_end(_facts(mixed, grounds), on=on)


@CALM
@given(offsets=st.lists(st.integers(0, 1500), min_size=2, max_size=6))
def test_the_running_total_only_grows_and_counts_each_day_once(offsets):
    facts = Facts(plan=Plan(first_made_on=FIRST, made_on=FIRST, ends_on=FIRST + timedelta(days=300)))
    days = sorted(FIRST + timedelta(days=one) for one in offsets)
    used = []
    for on in days:
        found = totals(facts, on=on)
        assert found is not None
        used.append(found.base.used)
    assert all(
        later - earlier == (b - a).days
        for (earlier, later), (a, b) in zip(pairwise(used), pairwise(days), strict=True)
    )
