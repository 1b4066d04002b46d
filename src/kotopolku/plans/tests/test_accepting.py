"""A plan is accepted within every limit of the Act, or refused whole with reasons at their fields."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest

from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Invalid, NotFound, Stale
from kotopolku.cases.actions import judge
from kotopolku.cases.models import Event
from kotopolku.people.actions import record_period
from kotopolku.people.entries import PeriodEntry
from kotopolku.plans.actions import draft_plan, end_plan, save_plan
from kotopolku.plans.entries import GoalIn, PlanIn
from kotopolku.plans.models import Plan
from kotopolku.plans.queries import plan_view
from kotopolku.plans.refusals import PlanRefused
from kotopolku.plans.tests import stories

YEAR = date(2027, 11, 24)


def _fields(refused: pytest.ExceptionInfo[PlanRefused]) -> Sequence[str]:
    return [one.field for one in refused.value.refusals]


@pytest.mark.slow
def test_a_whole_plan_is_accepted_and_in_force(officer, today):
    # given
    _person, case = stories.assessed(officer, on=today)
    plan = stories.drafted(officer, case, on=today, ends_on=YEAR)
    # when
    stories.accept(officer, plan, on=today)
    # then
    with acting_as(officer, on=today):
        view = plan_view(plan, on=today)
        events = Event.objects.filter(case_id=case, code__startswith="plan_").order_by("id")
        assert [event.code for event in events] == ["plan_drafted", "plan_accepted"]
        kept = {one["question"]: one["value"] for one in Plan.objects.get(pk=plan).law_asked}
    assert (view.state, view.made_on, view.ends_on, view.accepted_language) == ("accepted", today, YEAR, "ar")
    assert (view.next_review_due, view.referral_due) == (date(2027, 5, 24), date(2026, 12, 24))
    assert (kept["plan_end_allowed"], kept["first_plan_last_end"]) == (True, "2027-11-24")


@pytest.mark.slow
def test_the_draft_offers_the_laws_own_goals(officer, today):
    _person, case = stories.assessed(officer, on=today)
    with acting_as(officer, on=today):
        view = plan_view(draft_plan(case_id=case), on=today)
    assert [goal.code for goal in view.goals] == ["working_life_readiness", "employment"]


@pytest.mark.slow
def test_a_first_plan_may_last_a_year_to_the_day(officer, today):
    _person, case = stories.assessed(officer, on=today)
    plan = stories.drafted(officer, case, on=today, ends_on=YEAR + timedelta(days=1))
    with pytest.raises(PlanRefused) as refused:
        stories.accept(officer, plan, on=today)
    # then the field, the last day allowed and the place in the law are named
    (only,) = refused.value.refusals
    assert (only.field, only.params["last_day"], only.provision) == ("ends_on", YEAR, "KotoL 23.2")
    with acting_as(officer, on=today):
        assert Plan.objects.get(pk=plan).state == "draft"


@pytest.mark.slow
def test_everything_the_law_misses_is_said_at_once_in_the_order_of_the_form(officer, today):
    # given a draft with nothing agreed
    _person, case = stories.assessed(officer, on=today)
    plan = stories.drafted(
        officer, case, on=today, ends_on=None, goals=(), measures=(), plan={"follow_up": " "}
    )
    # when, then
    with pytest.raises(PlanRefused) as refused:
        stories.accept(officer, plan, on=today)
    assert _fields(refused) == ["ends_on", "goals", "measures", "follow_up"]


@pytest.mark.slow
def test_each_service_needs_its_reason(officer, today):
    _person, case = stories.assessed(officer, on=today)
    first, second = stories.MEASURES
    plan = stories.drafted(
        officer, case, on=today, ends_on=YEAR, measures=(first, replace(second, reason="  "))
    )
    with pytest.raises(PlanRefused) as refused:
        stories.accept(officer, plan, on=today)
    assert _fields(refused) == ["measures-1-reason"]


@pytest.mark.slow
def test_departing_from_an_as_a_rule_goal_needs_a_reason_and_with_it_is_allowed(officer, today):
    # given an elderly relative whose goal is the language only
    _person, case = stories.assessed(officer, on=today, birth_date=date(1954, 5, 1))
    goals = (GoalIn(code="learn_finnish"),)
    plan = stories.drafted(officer, case, on=today, ends_on=YEAR, goals=goals)
    with pytest.raises(PlanRefused) as refused:
        stories.accept(officer, plan, on=today)
    assert set(_fields(refused)) == {"deviation_reason"}
    # when the reason is written
    with acting_as(officer, on=today):
        save_plan(
            plan_id=plan,
            version=2,
            plan=PlanIn(ends_on=YEAR, follow_up="Tapaaminen.", deviation_reason="On 72-vuotias."),
            goals=goals,
            measures=stories.MEASURES,
        )
    # then
    stories.accept(officer, plan, on=today, version=3)


@pytest.mark.slow
def test_while_job_search_is_valid_the_municipality_may_not_accept(officer, today):
    # given a draft in hand when job search begins
    person, case = stories.assessed(officer, on=today)
    plan = stories.drafted(officer, case, on=today, ends_on=YEAR)
    with acting_as(officer, on=today):
        record_period(person_id=person, period=PeriodEntry(kind="jobseeker", first_day=today))
    # when, then
    with pytest.raises(PlanRefused) as refused:
        stories.accept(officer, plan, on=today)
    assert refused.value.refusals[0].provision == "KotoL 3.1"
    with acting_as(officer, on=today):
        assert plan_view(plan, on=today).refusals[0].field == ""


@pytest.mark.slow
def test_the_first_plan_comes_within_three_years_and_not_a_day_later(officer):
    # given three years that end on 2028-03-24
    last = date(2028, 3, 24)
    _person, case = stories.assessed(officer, on=last - timedelta(days=30))
    plan = stories.drafted(officer, case, on=last, ends_on=last + timedelta(days=300))
    # when, then
    with pytest.raises(PlanRefused) as refused:
        stories.accept(officer, plan, on=last + timedelta(days=1))
    assert ("made_on", last) in [(one.field, one.params.get("last_day")) for one in refused.value.refusals]
    stories.accept(officer, plan, on=last)


def test_there_is_no_plan_without_an_assessment(officer, today):
    _person, case = stories.opened(officer, on=today)
    plan = stories.drafted(officer, case, on=today, ends_on=YEAR)
    with pytest.raises(PlanRefused) as refused:
        stories.accept(officer, plan, on=today)
    assert _fields(refused) == [""]


@pytest.mark.slow
def test_a_plan_that_continues_ends_within_two_years_of_the_first(officer):
    # given a first plan of 2025-12-01 for a year
    began = date(2025, 12, 1)
    _person, case, first = stories.planned(officer, on=began, ends_on=date(2026, 11, 30))
    then = date(2026, 11, 24)
    with acting_as(officer, on=then):
        second = draft_plan(case_id=case, continue_from=first)
        view = plan_view(second, on=then)
    assert [measure.title for measure in view.measures] == ["Kotoutumiskoulutus", "Monineuvo"]
    # when it would go beyond the two years, then it is refused
    _end_on(officer, second, date(2027, 12, 2), on=then, version=1)
    with pytest.raises(PlanRefused) as refused:
        stories.accept(officer, second, on=then, version=2)
    assert [(one.field, one.params["last_day"]) for one in refused.value.refusals] == [
        ("ends_on", date(2027, 12, 1))
    ]
    # when it ends on the last day, then the first plan is ended as replaced
    _end_on(officer, second, date(2027, 12, 1), on=then, version=2)
    stories.accept(officer, second, on=then, version=3)
    with acting_as(officer, on=then):
        assert [(p.state, p.end_reason) for p in Plan.objects.order_by("made_on")] == [
            ("ended", "replaced"),
            ("accepted", ""),
        ]
        totals = plan_view(second, on=then).totals
    assert totals is not None
    assert (totals.base.used, totals.base.allowed) == (359, 731)


@pytest.mark.slow
def test_recorded_grounds_let_plans_last_longer(officer):
    # given a second plan and both limbs of 23 § 3 mom.
    began, then = date(2025, 12, 1), date(2026, 11, 24)
    _person, case, first = stories.planned(officer, on=began, ends_on=date(2026, 11, 30))
    with acting_as(officer, on=then):
        for key in ("low_education", "special_measures_needed"):
            judge(
                case_id=case,
                key=f"plan.extension.{key}",
                value=True,
                reason="Kävi koulua kaksi vuotta.",
                on=then,
            )
        second = draft_plan(case_id=case, continue_from=first)
    _end_on(officer, second, date(2028, 6, 1), on=then, version=1)
    # when, then
    stories.accept(officer, second, on=then, version=2)


def _end_on(officer, plan, day, *, on, version):
    with acting_as(officer, on=on):
        save_plan(
            plan_id=plan,
            version=version,
            plan=PlanIn(ends_on=day, follow_up="Puhelu."),
            goals=stories.GOALS,
            measures=stories.MEASURES,
        )


@pytest.mark.slow
def test_how_understanding_was_checked_is_asked(officer, today):
    _person, case = stories.assessed(officer, on=today)
    plan = stories.drafted(officer, case, on=today, ends_on=YEAR)
    with pytest.raises(Invalid) as wrong:
        stories.accept(officer, plan, on=today, understood_how=" ")
    assert wrong.value.field == "understood_how"


@pytest.mark.slow
def test_a_stale_save_and_a_second_draft_are_refused(officer, today):
    _person, case = stories.assessed(officer, on=today)
    plan = stories.drafted(officer, case, on=today, ends_on=YEAR)
    with pytest.raises(Stale), acting_as(officer, on=today):
        save_plan(plan_id=plan, version=1, plan=PlanIn(), goals=(), measures=())
    with pytest.raises(Invalid), acting_as(officer, on=today):
        draft_plan(case_id=case)


@pytest.mark.slow
def test_an_accepted_plan_is_not_rewritten(officer, today):
    _person, _case, plan = stories.planned(officer, on=today, ends_on=YEAR)
    with pytest.raises(Invalid), acting_as(officer, on=today):
        save_plan(plan_id=plan, version=3, plan=PlanIn(), goals=(), measures=())


@pytest.mark.slow
def test_a_stranger_and_the_neighbour_find_no_plan(officer, neighbour, stranger, today):
    _person, case, plan = stories.planned(officer, on=today, ends_on=YEAR)
    for other in (neighbour, stranger):
        with pytest.raises(NotFound), acting_as(other, on=today):
            plan_view(plan, on=today)
        with pytest.raises(NotFound), acting_as(other, on=today):
            end_plan(plan_id=plan, version=3, ended_on=today, reason="moved")
        with pytest.raises(NotFound), acting_as(other, on=today):
            draft_plan(case_id=case)
