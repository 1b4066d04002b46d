"""From 2027 on whatever is made is marked as recorded in the national system; a job search freezes a draft."""

from datetime import date, timedelta

import pytest

from kotopolku.accounts.actions import set_area_settings
from kotopolku.accounts.area_settings import AreaSettings
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import operator
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.cases.models import Event
from kotopolku.people.actions import end_period, record_period
from kotopolku.people.entries import PeriodEntry
from kotopolku.people.models import Period
from kotopolku.plans.actions import mark_recorded, save_plan, unfreeze_plan, unmark_recorded
from kotopolku.plans.entries import PlanIn
from kotopolku.plans.models import Plan
from kotopolku.plans.queries import plan_view
from kotopolku.plans.refusals import PlanRefused
from kotopolku.plans.tests import stories
from kotopolku.plans.unrecorded import unrecorded

MADE = date(2026, 12, 1)
THEN = date(2027, 1, 11)


@pytest.mark.slow
def test_what_waits_to_be_recorded_is_listed_from_2027_until_it_is_marked(officer, stranger):
    # given a client whose plan is in force when the duty begins, and one whose assessment was made before it
    _person, _case, plan = stories.planned(officer, on=MADE, ends_on=date(2027, 11, 30))
    stories.assessed(officer, on=MADE)
    with acting_as(officer, on=date(2026, 12, 31)):
        assert unrecorded(date(2026, 12, 31)) == ()
    # when
    with acting_as(officer, on=THEN):
        found = unrecorded(THEN)
        # then assessment and plan of the integration client, and their age since the duty began
        assert {(one.kind, one.age) for one in found} == {("assessment", 10), ("plan", 10)}
        # when the plan is marked, it leaves the list, and comes back when the mark is taken back
        mark = mark_recorded(kind="plan", record_id=plan)
        assert [one.kind for one in unrecorded(THEN)] == ["assessment"]
        with pytest.raises(Invalid):
            mark_recorded(kind="plan", record_id=plan)
        unmark_recorded(mark_id=mark)
        assert len(unrecorded(THEN)) == 2
        assert unrecorded(THEN, officers=[0]) == ()
    with acting_as(stranger, on=THEN):
        assert unrecorded(THEN) == ()
        with pytest.raises(NotFound):
            mark_recorded(kind="plan", record_id=plan)


def _seeking(officer, person, *, since: date) -> None:
    with acting_as(officer, on=since):
        record_period(person_id=person, period=PeriodEntry(kind="jobseeker", first_day=since))


@pytest.mark.slow
def test_a_draft_is_frozen_on_the_day_job_search_begins_and_taken_up_when_it_ends(officer, today):
    # given a draft
    person, case = stories.assessed(officer, on=today)
    plan = stories.drafted(officer, case, on=today, ends_on=today + timedelta(days=300))
    # when
    _seeking(officer, person, since=today)
    # then it stands still with its reason, and nobody changes or accepts it
    with acting_as(officer, on=today):
        view = plan_view(plan, on=today)
        assert view.frozen_on == today
        assert Event.objects.filter(case_id=case, code="plan_frozen").count() == 1
        with pytest.raises(Invalid):
            save_plan(plan_id=plan, version=view.version, plan=PlanIn(), goals=(), measures=())
        with pytest.raises(PlanRefused):
            unfreeze_plan(plan_id=plan, version=view.version)
        # when job search has ended
        period = Period.objects.get(person_id=person, kind="jobseeker")
        end_period(person_id=person, period_id=period.pk, last_day=today)
    tomorrow = today + timedelta(days=1)
    with acting_as(officer, on=tomorrow):
        unfreeze_plan(plan_id=plan, version=Plan.objects.get(pk=plan).version)
        view = plan_view(plan, on=tomorrow)
        assert view.frozen_on is None
    stories.accept(officer, plan, on=tomorrow, version=view.version)


@pytest.mark.slow
def test_where_the_task_is_delegated_a_jobseekers_plan_is_made_by_the_municipality(officer, area, today):
    # given
    with acting_as(operator(area_id=area.id), on=today):
        set_area_settings(area_id=area.id, settings=AreaSettings(jobseeker_plans_delegated=True))
    person, case = stories.assessed(officer, on=today)
    plan = stories.drafted(officer, case, on=today, ends_on=today + timedelta(days=300))
    # when
    _seeking(officer, person, since=today)
    stories.accept(officer, plan, on=today)
    # then
    with acting_as(officer, on=today):
        assert plan_view(plan, on=today).state == "accepted"
