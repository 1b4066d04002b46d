"""Clock rows follow facts in the same transaction; refreshing is a function of the facts and nothing else."""

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kotopolku.accounts.actions import set_area_settings
from kotopolku.accounts.area_settings import AreaSettings
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import operator
from kotopolku.audit.errors import Invalid
from kotopolku.cases.actions import close_case, open_case, start_assessment
from kotopolku.cases.legal_facts import law_facts_of
from kotopolku.cases.models import Case, Clock
from kotopolku.clocks.actions import refresh, refresh_all
from kotopolku.people.actions import end_period, record_fact, record_period, record_status
from kotopolku.people.entries import PeriodEntry, StatusEntry
from kotopolku.people.models import Period
from kotopolku.plans.tests import stories

FIELDS = ("case_id", "code", "rule", "kind", "starts_on", "due_on", "state", "met_on", "provision")


@pytest.fixture(autouse=True)
def targets(area):
    """The area's own targets, so that every kind of clock is there."""
    with acting_as(operator(area_id=area.id), on=date(2025, 1, 1)):
        set_area_settings(area_id=area.id, settings=AreaSettings(assessment_start_days=14, plan_days=30))


def _rows():
    return sorted(Clock.objects.values_list(*FIELDS))


def test_opening_a_case_writes_its_clocks(officer, today):
    _person, case = stories.opened(officer, on=today)
    with acting_as(officer, on=today):
        rows = dict(Clock.objects.filter(case_id=case).values_list("code", "due_on"))
    assert rows == {
        "window_last_day": date(2028, 3, 24),
        "assessment_start": date(2026, 12, 8),
        "permit_ends": date(2027, 3, 23),
    }


def test_a_fact_moves_the_clocks_in_the_same_transaction(officer, today):
    # given
    person, _case = stories.opened(officer, on=today)
    # when an earlier permit turns up
    with acting_as(officer, on=today):
        record_status(
            person_id=person,
            status=StatusEntry(
                kind="residence_permit", granted_on=date(2024, 6, 1), legal_basis="family_tie"
            ),
        )
        # then
        assert Clock.objects.get(code="window_last_day").due_on == date(2027, 6, 1)


def test_a_second_assessment_begun_opens_no_clock_that_was_met(officer, today):
    # given a client whose assessment was concluded three weeks ago
    before = today - timedelta(days=21)
    person, case = stories.assessed(officer, on=before)
    with acting_as(officer, on=today):
        met = [row for row in _rows() if row[-2] is not None]
        assert {row[1] for row in met} == {"window_last_day", "assessment_start"}
        # when another is begun
        start_assessment(case_id=case)
        # then everything stays met, and the law still reads the concluded one
        assert [row for row in _rows() if row[-2] is not None] == met
        assert law_facts_of([person], on=today)[person].assessment.made_on == before


def test_a_person_without_a_case_has_no_clocks(officer, today):
    stories.registered(officer, on=today)
    with acting_as(officer, on=today):
        assert not Clock.objects.exists()


def test_a_closed_case_keeps_what_was_met_and_nothing_that_runs(officer, today):
    _person, case = stories.assessed(officer, on=today)
    with acting_as(officer, on=today):
        close_case(case_id=case, reason="moved_away")
        assert set(Clock.objects.values_list("code", flat=True)) == {"window_last_day", "assessment_start"}


def test_the_nightly_run_moves_what_nobody_touched(officer, system, today):
    # given job search that will begin tomorrow
    person, case = stories.opened(officer, on=today)
    tomorrow = today + timedelta(days=1)
    with acting_as(officer, on=today):
        record_period(person_id=person, period=PeriodEntry(kind="jobseeker", first_day=tomorrow))
        assert Clock.objects.get(case_id=case, code="assessment_start").state == "running"
    # when
    with acting_as(system, on=tomorrow):
        assert refresh_all(area_id="raisio", on=tomorrow) == 1
        # then
        assert Clock.objects.get(case_id=case, code="assessment_start").state == "paused"


@pytest.mark.slow
def test_queries_do_not_grow_with_persons(officer, today):
    # given 30 persons with plans of their own would be slow: 30 cases, one of them with a plan
    person, *_rest = stories.planned(officer, on=today, ends_on=today + timedelta(days=300))
    others = [stories.opened(officer, on=today)[0] for _n in range(29)]

    def queries(persons) -> int:
        with acting_as(officer, on=today):
            Clock.objects.all().delete()
            with CaptureQueriesContext(
                connection,
            ) as captured:
                refresh(persons=frozenset(persons), on=today)
            return len(captured)

    # then
    assert queries([person]) == queries([person, *others]) <= 26


FACTS = st.lists(
    st.sampled_from(["permit", "jobseeker", "jobseeker_ends", "social_assistance", "registered", "next_day"]),
    max_size=5,
)


@pytest.mark.slow
@settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(steps=FACTS)
def test_refreshing_is_idempotent_and_equals_refreshing_from_scratch(officer, steps):
    # given a life in which facts are recorded in any order
    day = date(2026, 11, 24)
    person, _case = stories.opened(officer, on=day)
    for step in steps:
        with acting_as(officer, on=day):
            _record(step, person, day)
        day += timedelta(days=step == "next_day")
    with acting_as(officer, on=day):
        refresh(persons=frozenset([person]), on=day)
        kept = _rows()
        # when it is refreshed again, and from nothing
        refresh(persons=frozenset([person]), on=day)
        again = _rows()
        Clock.objects.all().delete()
        refresh(persons=frozenset([person]), on=day)
        scratch = _rows()
        close_case(case_id=Case.objects.get(closed_on__isnull=True).pk, reason="opened_by_mistake")
        Clock.objects.all().delete()
    # then
    assert kept == again == scratch


def _record(step, person, day):
    running = Period.objects.filter(
        person_id=person, kind="jobseeker", last_day__isnull=True, superseded_on__isnull=True
    ).first()
    if step == "permit":
        record_status(
            person_id=person,
            status=StatusEntry(kind="residence_permit", granted_on=date(2024, 2, 29), legal_basis="work"),
        )
    elif step == "jobseeker" and running is None:
        Period.objects.filter(person_id=person, kind="jobseeker").update(superseded_on=day)
        record_period(person_id=person, period=PeriodEntry(kind="jobseeker", first_day=day))
    elif step == "jobseeker_ends" and running is not None:
        end_period(person_id=person, period_id=running.pk, last_day=day)
    elif step == "social_assistance":
        record_fact(person_id=person, key="benefits.social_assistance", value="non_temporary")
    elif step == "registered":
        key = "residence.municipality_of_residence.first_registered_on"
        record_fact(person_id=person, key=key, value=date(2025, 4, 1))


def test_no_case_can_be_opened_twice_and_its_clocks_stay(officer, today):
    person, _case = stories.opened(officer, on=today)
    with acting_as(officer, on=today):
        before = _rows()
    with pytest.raises(Invalid), acting_as(officer, on=today):
        open_case(person_id=person, opened_because="tip")
    with acting_as(officer, on=today):
        assert _rows() == before
