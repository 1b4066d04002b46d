"""While a plan is in force: referrals within a month, reviews at least every six, obstacles, the end."""

from datetime import date, timedelta

import pytest

from kotopolku.accounts.actions import set_area_settings
from kotopolku.accounts.area_settings import AreaSettings
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import operator
from kotopolku.audit.errors import Invalid
from kotopolku.cases.models import Clock, Event
from kotopolku.people.actions import record_period
from kotopolku.people.entries import PeriodEntry
from kotopolku.plans.actions import (
    agree_next_step,
    ask_for_review,
    end_obstacle,
    end_plan,
    record_obstacle,
    record_referral,
    review_plan,
    set_measure_state,
    void_obstacle,
)
from kotopolku.plans.queries import plan_view, plans_of_case
from kotopolku.plans.refusals import PlanRefused
from kotopolku.plans.tests import stories

MADE = date(2026, 5, 25)
ENDS = date(2027, 4, 30)
REVIEW = {"participation": "Kurssilla joka päivä.", "progress": "A1.3 saavutettu.", "source": "client"}


def _clock(case, code):
    return Clock.objects.filter(case_id=case, code=code).first()


@pytest.mark.slow
def test_a_referral_is_written_on_the_timeline_and_meets_the_months_clock(officer):
    # given a plan of 25.5. with one service that somebody else arranges
    _person, case, plan = stories.planned(officer, on=MADE, ends_on=ENDS)
    later = MADE + timedelta(days=10)
    with acting_as(officer, on=later):
        assert (_clock(case, "referral_due").due_on, _clock(case, "referral_due").state) == (
            date(2026, 6, 25),
            "running",
        )
        course, advice = plan_view(plan, on=later).measures
        assert (course.owes_referral, advice.owes_referral) == (True, False)
        # when
        record_referral(measure_id=course.id, referred_on=later, referred_to="Raisio-opisto")
        # then
        assert _clock(case, "referral_due").met_on == later
        assert plan_view(plan, on=later).measures[0].state == "referred"
        assert (
            Event.objects.get(case_id=case, code="measure_referred").params["title"] == "Kotoutumiskoulutus"
        )


@pytest.mark.slow
def test_a_service_given_up_owes_no_referral(officer):
    _person, case, plan = stories.planned(officer, on=MADE, ends_on=ENDS)
    with acting_as(officer, on=MADE):
        set_measure_state(measure_id=plan_view(plan, on=MADE).measures[0].id, state="dropped", on=MADE)
        assert _clock(case, "referral_due").state == "met"


@pytest.mark.slow
def test_a_referral_cannot_be_before_the_plan_or_in_the_future(officer):
    _person, _case, plan = stories.planned(officer, on=MADE, ends_on=ENDS)
    with acting_as(officer, on=MADE):
        measure = plan_view(plan, on=MADE).measures[0].id
    for day in (MADE - timedelta(days=1), MADE + timedelta(days=1)):
        with pytest.raises(Invalid), acting_as(officer, on=MADE):
            record_referral(measure_id=measure, referred_on=day)


@pytest.mark.slow
def test_a_review_moves_the_next_one_from_the_day_it_was_made(officer):
    _person, case, plan = stories.planned(officer, on=MADE, ends_on=ENDS)
    day = date(2026, 9, 1)
    with acting_as(officer, on=day):
        assert _clock(case, "next_review_due").due_on == date(2026, 11, 25)
        review_plan(plan_id=plan, version=3, on=day, **REVIEW)
        view = plan_view(plan, on=day)
    assert view.next_review_due == date(2027, 3, 1)
    assert [(one.on, one.progress) for one in view.reviews] == [(day, "A1.3 saavutettu.")]
    with acting_as(officer, on=day):
        assert _clock(case, "next_review_due").due_on == date(2027, 3, 1)


@pytest.mark.slow
def test_a_review_may_move_the_end_but_not_past_the_law(officer):
    _person, _case, plan = stories.planned(officer, on=MADE, ends_on=ENDS)
    day = date(2026, 9, 1)
    with pytest.raises(PlanRefused) as refused, acting_as(officer, on=day):
        review_plan(plan_id=plan, version=3, on=day, ends_on=date(2027, 5, 26), **REVIEW)
    assert [one.field for one in refused.value.refusals] == ["ends_on"]
    with acting_as(officer, on=day):
        review_plan(plan_id=plan, version=3, on=day, ends_on=date(2027, 5, 25), **REVIEW)
        view = plan_view(plan, on=day)
    assert (view.ends_on, view.reviews[0].ends_on_before) == (date(2027, 5, 25), ENDS)


@pytest.mark.slow
def test_the_next_review_is_agreed_at_most_six_months_ahead(officer):
    _person, _case, plan = stories.planned(officer, on=MADE, ends_on=ENDS)
    day = date(2026, 9, 1)
    with pytest.raises(PlanRefused) as refused, acting_as(officer, on=day):
        review_plan(plan_id=plan, version=3, on=day, next_review_on=date(2027, 3, 2), **REVIEW)
    assert refused.value.refusals[0].params["last_day"] == date(2027, 3, 1)


@pytest.mark.slow
def test_the_municipality_does_not_review_a_jobseekers_plan(officer):
    person, case, plan = stories.planned(officer, on=MADE, ends_on=ENDS)
    day = date(2026, 9, 1)
    with acting_as(officer, on=day):
        record_period(person_id=person, period=PeriodEntry(kind="jobseeker", first_day=day))
        assert _clock(case, "next_review_due").state == "paused"
    with pytest.raises(PlanRefused), acting_as(officer, on=day):
        review_plan(plan_id=plan, version=3, on=day, **REVIEW)


@pytest.mark.slow
def test_a_clients_request_waits_on_the_list_until_the_review(officer):
    _person, case, plan = stories.planned(officer, on=MADE, ends_on=ENDS)
    asked = date(2026, 8, 20)
    with acting_as(officer, on=asked):
        ask_for_review(plan_id=plan, on=asked, text="Vauva syntyy.")
        assert _clock(case, "review_asked").due_on == asked
    with acting_as(officer, on=asked + timedelta(days=5)):
        review_plan(plan_id=plan, version=4, on=asked + timedelta(days=5), **REVIEW)
        assert _clock(case, "review_asked") is None


@pytest.mark.slow
def test_an_obstacle_lengthens_the_longest_time_by_its_days(officer):
    # given
    _person, case, plan = stories.planned(officer, on=MADE, ends_on=ENDS)
    with acting_as(officer, on=date(2026, 8, 1)):
        row = record_obstacle(case_id=case, reason="illness", first_day=date(2026, 7, 1))
    # when it ends after 31 days
    with acting_as(officer, on=date(2026, 8, 1)):
        end_obstacle(obstacle_id=row, last_day=date(2026, 7, 31))
        totals = plan_view(plan, on=date(2026, 8, 1)).totals
        assert _clock(case, "plan_max_end").due_on == date(2028, 6, 25)
    # then
    assert (totals.obstacle_days, totals.longest.last_day) == (31, date(2028, 6, 25))
    # when it was a mistake, then nothing is left of it
    with acting_as(officer, on=date(2026, 8, 2)):
        void_obstacle(obstacle_id=row, why="Kirjattu väärälle asiakkaalle.")
        assert _clock(case, "plan_max_end").due_on == date(2028, 5, 25)


@pytest.mark.slow
def test_ending_a_plan_keeps_the_day_and_the_reason(officer):
    _person, case, plan = stories.planned(officer, on=MADE, ends_on=ENDS)
    day = date(2026, 10, 1)
    with acting_as(officer, on=day):
        end_plan(plan_id=plan, version=3, ended_on=day, reason="employed", note="Sai työn leipomosta.")
        (line,) = plans_of_case(case)
        assert _clock(case, "next_review_due") is None
        assert _clock(case, "plan_max_end").met_on == day
    assert (line.state, line.ended_on, line.end_reason) == ("ended", day, "employed")
    with pytest.raises(Invalid), acting_as(officer, on=day):
        end_plan(plan_id=plan, version=4, ended_on=day, reason="employed")


@pytest.mark.slow
def test_the_next_step_is_owed_by_the_areas_own_target_before_the_plan_ends(officer, area):
    # given an area that wants the next step agreed ninety days before the end
    with acting_as(operator(area_id=area.id), on=MADE):
        set_area_settings(area_id=area.id, settings=AreaSettings(plan_end_handover_days=90))
    _person, case, plan = stories.planned(officer, on=MADE, ends_on=ENDS)
    later = MADE + timedelta(days=30)
    with acting_as(officer, on=later):
        clock = _clock(case, "plan_hand_over")
        assert (clock.due_on, clock.kind, clock.state) == (date(2027, 1, 30), "target", "running")
        # when it is agreed
        version = plan_view(plan, on=later).version
        agree_next_step(plan_id=plan, version=version, exit_to="studies", next_step="Novida ottaa vastaan")
        # then the clock is met, and the plan goes on
        assert _clock(case, "plan_hand_over").met_on == later
        assert plan_view(plan, on=later).state == "accepted"
