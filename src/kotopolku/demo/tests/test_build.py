"""The demo's people: every persona is there, what the law says of them is what law.md says, all of it in time."""

import time
from datetime import date

import pytest
from tests.database import ROOT

from kotopolku.accounts.access import actor_for
from kotopolku.accounts.queries import demo_staff
from kotopolku.audit.acting import acting_as
from kotopolku.clocks.queries import facts_of_person, findings
from kotopolku.demo import AREA

TODAY = date(2026, 11, 24)
MOST_SECONDS = 120  # a loaded machine; the demo itself prints what it took


@pytest.fixture
def programme(db):
    from kotopolku.audit.actor import operator
    from kotopolku.programme.actions import load_programme
    from kotopolku.programme.check import check_path

    found = check_path(ROOT / "programmes" / "raisio").programme
    with acting_as(operator(area_id=AREA), on=TODAY):
        load_programme(programme=found, on=TODAY)


def said(person, *questions):
    facts = facts_of_person(person, TODAY)
    return {one.question: one.value for one in findings(facts, TODAY, questions=questions)}


@pytest.mark.deep
def test_every_persona_is_there_and_stands_as_the_law_says(programme):
    from kotopolku.demo.build import build as make

    begun = time.monotonic()
    people = make(on=TODAY)
    seconds = time.monotonic() - begun
    assert seconds < MOST_SECONDS
    aino = next(one for one in demo_staff(AREA, on=TODAY) if one.name == "Aino Kettunen")
    with acting_as(actor_for(aino.staff_id, on=TODAY), on=TODAY):
        expected = {
            "mother_on_home_care_allowance": {
                "assessment_duty": "must",
                "responsible_authority": "municipality",
            },
            "need_not_judged": {"responsible_authority": "municipality"},
            "jobseeker_who_fell_ill": {"responsible_authority": "employment_authority"},
            "temporary_protection_new_home": {"is_g3": True, "assessment_duty": "must"},
            "trafficking_victim_after_three_years": {"inside_window": False, "assessment_duty": "may"},
            "window_about_to_close": {"inside_window": True, "assessment_duty": "must"},
            "family_moving_to_turku": {"contact_new_municipality": True},
            "review_overdue": {"review_overdue": True},
            "facts_missing": {"in_scope": False},
        }
        for name, answers in expected.items():
            assert said(people[name], *answers) == answers, name
