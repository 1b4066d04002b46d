"""Today: what is late by harm, what is due, what comes; constant queries; non-disclosure tells no municipality."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from kotopolku.accounts.actions import set_area_settings
from kotopolku.accounts.area_settings import AreaSettings
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import operator
from kotopolku.audit.models import LogRow
from kotopolku.cases.actions import receive_contact
from kotopolku.clocks.queries import (
    CASE_QUESTIONS,
    HIDDEN,
    PLAN_QUESTIONS,
    case_findings,
    clocks_of_case,
    due,
)
from kotopolku.clocks.states import State
from kotopolku.people.entries import Names, StatusEntry
from kotopolku.plans.tests import stories


@pytest.fixture(autouse=True)
def targets(area):
    with acting_as(operator(area_id=area.id), on=date(2025, 1, 1)):
        set_area_settings(
            area_id=area.id,
            settings=AreaSettings(assessment_start_days=14, plan_days=30, contact_handling_days=3),
        )


def _permit(granted_on):
    return [StatusEntry(kind="residence_permit", granted_on=granted_on, legal_basis="family_tie")]


@pytest.mark.slow
def test_late_rows_stand_by_harm_not_by_days(officer, today):
    # given an assessment target 40 days late and a review two days late
    _p, target = stories.opened(officer, on=today - timedelta(days=54), statuses=_permit(date(2025, 3, 24)))
    _p, review, _plan = stories.planned(officer, on=date(2026, 5, 22), ends_on=date(2027, 5, 1))
    # when
    with acting_as(officer, on=today):
        found = due(today)
    # then
    late = [(row.whose.case_id, row.clock.code) for row in found.late]
    assert late.index((review, "next_review_due")) < late.index((target, "assessment_start"))
    assert {row.clock.state for row in found.late} == {State.LATE}
    assert found.late[-1].clock.days_left(today) == -40


def test_a_list_too_long_loses_what_costs_the_client_least(officer, today, monkeypatch):
    # given a target that has been late longest, and a review, with room for one row
    stories.opened(officer, on=today - timedelta(days=54), statuses=_permit(date(2025, 3, 24)))
    _p, review, _plan = stories.planned(officer, on=date(2026, 5, 22), ends_on=date(2027, 5, 1))
    monkeypatch.setattr("kotopolku.clocks.due.MOST_ROWS", 1)
    # when
    with acting_as(officer, on=today):
        found = due(today)
    # then
    assert [row.whose.case_id for row in found.late] == [review]
    assert found.more


def test_rows_fall_into_today_this_week_and_the_coming_sixty_days(officer, today):
    # given windows that end on the Tuesday itself, on Sunday, on Monday, and after 61 days
    ends = [today, date(2026, 11, 29), date(2026, 11, 30), today + timedelta(days=61)]
    for end in ends:
        stories.opened(officer, on=date(2026, 11, 23), statuses=_permit(end.replace(year=end.year - 3)))
    # when
    with acting_as(officer, on=today):
        found = due(today)

    def windows(rows):
        return [row.clock.due_on for row in rows if row.clock.code == "window_last_day"]

    # then
    assert (windows(found.today), windows(found.week), windows(found.coming)) == (
        [ends[0]],
        [ends[1]],
        [ends[2]],
    )


def test_a_permits_end_is_no_lateness_once_it_has_passed(officer, today):
    permit = StatusEntry(
        kind="residence_permit",
        granted_on=date(2025, 3, 24),
        legal_basis="family_tie",
        valid_until=today - timedelta(days=1),
    )
    stories.opened(officer, on=today, statuses=[permit])
    with acting_as(officer, on=today):
        found = due(today)
    assert "permit_ends" not in {row.clock.code for row in (*found.late, *found.today, *found.coming)}


def test_what_the_employment_authority_answers_for_is_not_on_our_list(officer, today):
    from kotopolku.people.actions import record_period
    from kotopolku.people.entries import PeriodEntry

    person, case = stories.opened(officer, on=today - timedelta(days=30))
    with acting_as(officer, on=today):
        record_period(
            person_id=person, period=PeriodEntry(kind="jobseeker", first_day=today - timedelta(days=2))
        )
        assert not [row for row in due(today).late if row.whose.case_id == case]
        paused = [one for one in clocks_of_case(case, on=today) if one.state is State.PAUSED]
    assert {one.paused_since for one in paused} == {today - timedelta(days=2)}
    assert {one.code for one in paused} == {"window_last_day", "assessment_start"}


def test_a_hidden_municipality_is_in_no_row_and_under_no_filter(officer, today, raisio):
    # given one protected client and one other, both with something late
    day = today - timedelta(days=20)
    _p, hidden = stories.opened(officer, on=day, non_disclosure=True, names=Names(given_names="Suojattu"))
    _p, other = stories.opened(officer, on=day)
    with acting_as(officer, on=today):
        # when, then
        everyone = {row.whose.case_id: row for row in due(today).late}
        assert (everyone[hidden].whose.municipality_id, everyone[hidden].whose.non_disclosure) == (None, True)
        assert everyone[other].whose.municipality_id == raisio.id
        assert {row.whose.case_id for row in due(today, municipality=raisio.id).late} == {other}
        assert {row.whose.case_id for row in due(today, municipality=HIDDEN).late} == {hidden}


def test_another_officers_list_is_another(officer, colleague, today):
    stories.opened(officer, on=today - timedelta(days=20))
    with acting_as(colleague, on=today):
        assert due(today).late
        assert due(today, officer=officer.staff_id).late
        assert not due(today, officer=colleague.staff_id).late


def test_a_waiting_contact_has_the_areas_own_time_and_no_law_date(officer, raisio, today):
    with acting_as(officer, on=today - timedelta(days=4)):
        receive_contact(kind="tip", municipality_id=raisio.id, subject_name="Hodan")
    with acting_as(officer, on=today):
        (contact,) = due(today).contacts
    assert (contact.due_on, contact.clock_state) == (today - timedelta(days=1), State.LATE)


@pytest.mark.slow
def test_the_list_takes_the_same_queries_for_one_and_for_thirty_and_one_log_row(officer, today):
    day = today - timedelta(days=20)
    stories.opened(officer, on=day)

    def queries():
        with acting_as(officer, on=today), CaptureQueriesContext(connection) as captured:
            due(today)
        return len(captured)

    one = queries()
    for _n in range(29):
        stories.opened(officer, on=day)
    before = LogRow.objects.count()
    assert queries() == one <= 7
    assert LogRow.objects.count() == before + 1


@pytest.mark.slow
def test_a_due_day_on_christmas_stays_and_says_when_to_handle_it(officer, today):
    _p, case, _plan = stories.planned(officer, on=date(2026, 6, 25), ends_on=date(2027, 6, 1))
    with acting_as(officer, on=today):
        review = next(one for one in clocks_of_case(case, on=today) if one.code == "next_review_due")
    assert (review.due_on, review.handle_by) == (date(2026, 12, 25), date(2026, 12, 23))
    assert (review.provision, review.path) == ("KotoL 22.1", "681-2023/22")


@pytest.mark.slow
def test_a_case_page_asks_first_what_stands_ahead_and_of_the_plan_only_when_there_is_one(officer, today):
    ends = today + timedelta(days=300)
    person, _case, _plan = stories.planned(officer, on=today, ends_on=ends)
    new, _case = stories.opened(officer, on=today)

    def asked(of: UUID, on: date) -> list[str]:
        return [one.question for one in case_findings(of, on=on)]

    with acting_as(officer, on=today):
        # before the assessment its duty comes first, and nothing is asked of a plan
        assert asked(new, today)[0] == "assessment_duty"
        assert "next_review_due" not in asked(new, today)
        # in a plan its review comes first, after it who is responsible; the rest is asked too, once
        assert asked(person, today)[0] == "next_review_due"
        assert asked(person, ends + timedelta(days=1))[0] == "responsible_authority"
        assert sorted(asked(person, today)) == sorted({*CASE_QUESTIONS, *PLAN_QUESTIONS})
        (duty,) = [one for one in case_findings(new, on=today) if one.question == "assessment_duty"]
    assert duty.value == "must"
