"""The demo's people: every persona is there, and what the law says of them is what law.md says.

The whole crowd is built where the demo itself is started (tests/test_demo.py); here a few of them stand for it.
"""

from datetime import date

import pytest
from tests.database import ROOT

from kotopolku.accounts.access import actor_for
from kotopolku.accounts.queries import area_view, demo_staff
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ROOMS
from kotopolku.cases.models import Case, Clock
from kotopolku.clocks.queries import facts_of_person, findings
from kotopolku.demo import AREA
from kotopolku.demo.build import CROWD
from kotopolku.demo.crowd import crowd
from kotopolku.demo.fees import miss_a_time
from kotopolku.demo.personas import personas
from kotopolku.demo.playing import Player
from kotopolku.demo.staff import add_everybody
from kotopolku.demo.times import book_times
from kotopolku.fees.queries import fee_of, to_look_into
from kotopolku.law import UNKNOWN
from kotopolku.plans.models import Plan

TODAY = date(2026, 11, 24)
A_FEW = 10  # more than there are lives whose notices nobody has read yet


@pytest.fixture
def programme(db):
    from kotopolku.audit.actor import operator
    from kotopolku.programme.actions import load_programme
    from kotopolku.programme.check import check_path

    found = check_path(ROOT / "programmes" / "raisio").programme
    with acting_as(operator(area_id=AREA), on=TODAY):
        load_programme(programme=found, on=TODAY)


MUNICIPALITY = {"in_scope": True, "inside_window": True, "responsible_authority": "municipality"}
WORK_GOALS = ("working_life_readiness", "employment_or_entrepreneurship")
#: What the law answers of each persona: the reason why they are in the demo.
SAID = {
    "mother_on_home_care_allowance": {
        **MUNICIPALITY, "assessment_duty": "must", "assessment_groups": (3,), "section_9_duty": "guide_or_contact",
    },
    "spouse_without_benefits": {**MUNICIPALITY, "assessment_duty": UNKNOWN, "assessment_groups": ()},
    "mother_who_does_not_read": {"plan_duty": "must", "plan_goals_ok": True, "interview_complete": True},
    "illiterate_in_wrong_course": {"county_must_participate_in_plan": True, "plan_content_ok": True},
    "need_not_judged": {"responsible_authority": "municipality", "assessment_duty": UNKNOWN},
    "jobseeker_who_fell_ill": {"responsible_authority": "employment_authority", "assessment_groups": (1, 2)},
    "temporary_protection_new_home": {"is_g3": True, "assessment_duty": "must"},
    "trafficking_victim_after_three_years": {
        "trafficking_victim": True, "inside_window": False, "assessment_duty": "may",
    },
    "rare_language_speaker": {**MUNICIPALITY, "plan_duty": "must", "assessment_language_ok": True},
    "window_about_to_close": {**MUNICIPALITY, "assessment_duty": "must", "plan_duty": "none"},
    "family_moving_to_turku": {"contact_new_municipality": True, "controller_municipality": "Rusko"},
    "elderly_family_member": {"plan_default_goals": WORK_GOALS, "plan_goals_ok": True},
    "between_school_and_work": {
        "under_25_goal_rule_applies": True, "plan_default_goals": ("upper_secondary_qualification",),
        "plan_goals_ok": True,
    },
    "review_overdue": {"review_overdue": True, "next_review_due": date(2026, 11, 16)},
    "plan_near_one_year": {
        "first_plan_last_end": date(2026, 12, 7), "plan_max_end": date(2027, 12, 7), "review_overdue": False,
    },
    "assessed_without_plan": {"plan_duty": "must", "first_plan_last_end": None},
    "eu_citizen_with_services": {**MUNICIPALITY, "assessment_groups": (4,), "plan_duty": "none"},
    "non_disclosure_mother": {
        "county_must_participate_in_assessment": True, "controller_municipality": UNKNOWN,
    },
    "non_disclosure_child_noor": {"controller_municipality": UNKNOWN, "assessment_groups": (2,)},
    "facts_missing": {"in_scope": False},
}  # fmt: skip


def said(person, *questions):
    facts = facts_of_person(person, TODAY)
    return {one.question: one.value for one in findings(facts, TODAY, questions=questions)}


@pytest.mark.deep
def test_every_persona_is_there_and_stands_as_the_law_says(programme, monkeypatch):
    from kotopolku.demo import build

    monkeypatch.setattr(build, "CROWD", A_FEW)
    people = build.build(on=TODAY)
    samir = next(
        one for one in demo_staff(AREA, on=TODAY) if one.name == "Samir Haddad"
    )  # named for every client
    with acting_as(actor_for(samir.staff_id, on=TODAY), on=TODAY):
        for name, answers in SAID.items():
            assert said(people[name], *answers) == answers, name


def test_the_crowd_has_lives_of_every_turn():
    # when the invented lives are drawn
    lives = list(crowd(TODAY, count=CROWD))
    # then none of what officers meet is missing, and the demo stays small enough to be built at once
    assert sum(one.jobseeker is not None for one in lives) >= 8
    assert sum(one.continued is not None for one in lives) >= 8
    assert sum(one.ended is not None for one in lives) >= 12
    assert {one.closed[1] for one in lives if one.closed} == {"plan_ended", "moved_away", "no_plan_needed"}
    assert {one.outcome for one in lives} >= {"plan_needed", "no_need_now", "guided_to_service"}
    assert len([*personas(TODAY), *lives]) <= 200


def test_the_same_day_gives_the_same_lives():
    assert list(crowd(TODAY, count=40)) == list(crowd(TODAY, count=40))


@pytest.mark.slow
def test_lives_of_every_turn_can_be_played_to_their_end(programme):
    # given one life of each turn
    drawn = list(crowd(TODAY, count=CROWD))
    turns = [
        next(one for one in drawn if one.continued),
        next(one for one in drawn if one.ended and one.jobseeker),
        next(one for one in drawn if one.closed and one.closed[1] == "plan_ended"),
        next(one for one in drawn if one.closed and one.closed[1] == "no_plan_needed"),
    ]
    area = area_view(AREA, on=TODAY)
    officer = add_everybody(on=TODAY)["aino"]
    player = Player(on=TODAY, municipalities={one.code: one.id for one in area.municipalities})
    # when they are played
    persons = [player.play(life, officer=officer) for life in turns]
    # then each has come to where the life says
    with acting_as(officer, on=TODAY):
        cases = {one: Case.objects.get(person_id=one) for one in persons}
        plans = {one: sorted(p.state for p in Plan.objects.filter(case=cases[one])) for one in persons}
        met = Clock.objects.filter(case=cases[persons[2]], met_on__isnull=False)
        assert [plans[one] for one in persons] == [["accepted", "ended"], ["ended"], ["ended"], []]
        assert [cases[one].closed_reason for one in persons] == ["", "", "plan_ended", "no_plan_needed"]
        assert met.exists()  # what was kept in time stays as history of the closed case


@pytest.mark.slow
def test_a_client_of_long_standing_misses_a_time_and_waits_for_what_an_official_judges(programme):
    # given a client who came last week, and one who has had a case for months
    actors = add_everybody(on=TODAY)
    area = area_view(AREA, on=TODAY)
    player = Player(on=TODAY, municipalities={one.code: one.id for one in area.municipalities})
    lives = {one.persona: one for one in personas(TODAY)}
    who = ("mother_on_home_care_allowance", "must_not_meet_samira")
    persons = [player.play(lives[one], officer=actors["aino"]) for one in who]
    # when one of them misses a time
    book_times((), actors=actors, on=TODAY)
    miss_a_time(persons, actors=actors, on=TODAY)
    # then it is the one of long standing; the answer is there, and no sum has been made up
    with acting_as(actors["aino"], on=TODAY):
        (row,) = to_look_into()
        fee = fee_of(row.appointment_id)
    assert (row.person.id, row.answered_on is not None, fee.sum_in_force) == (persons[1], True, False)


def test_somebody_of_every_role_can_be_stepped_into(programme):
    # when the demo's staff is made
    actors = add_everybody(on=TODAY)
    # then every role that opens a room is there, and each opens one
    assert {actor.role for actor in actors.values()} == set(ROOMS)
    assert {one.role for one in demo_staff(AREA, on=TODAY)} == set(ROOMS)
    assert all(actor.rooms for actor in actors.values())
