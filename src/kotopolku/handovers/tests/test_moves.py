"""Muutto: with consent the work goes on at the next controller without a gap; without it nothing is passed on."""

from datetime import date

import pytest
from tests.cast import TODAY

from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.cases.models import Case, Clock
from kotopolku.cases.queries import case_view
from kotopolku.handovers.actions import carry_out_moves, register_move
from kotopolku.handovers.models import Move
from kotopolku.people.models import Person
from kotopolku.plans.models import Plan
from kotopolku.plans.tests.stories import planned

MADE, ENDS = date(2026, 9, 1), date(2027, 8, 31)
MOVES = date(2026, 12, 1)


@pytest.fixture
def matter(officer):
    """(person, case, plan) in Raisio."""
    return planned(officer, on=MADE, ends_on=ENDS)


def moved(officer, matter, *, on=TODAY, **known):
    with acting_as(officer, on=on):
        return register_move(
            case_id=matter[1],
            **{
                "to": "naantali",
                "registered_on": MOVES,
                "consent": True,
                "consent_on": TODAY,
                "consent_how": "suullisesti",
                **known,
            },
        )


def reviews_due(case):
    return Clock.objects.get(case_id=case, code="next_review_due").due_on


@pytest.mark.slow
def test_from_the_registered_day_the_work_goes_on_at_the_next_controller_with_the_plans_dates(
    officer, neighbour, coordinator, system, raisio, naantali, matter
):
    moved(officer, matter)
    # given a move to come: nothing has changed yet
    with acting_as(officer, on=TODAY):
        review = reviews_due(matter[1])
        assert Case.objects.get(pk=matter[1]).closed_on is None
    # when the registered day comes
    with acting_as(system, on=MOVES):
        assert (carry_out_moves(), carry_out_moves()) == (1, 0)
    with acting_as(coordinator, on=MOVES):
        new = Move.objects.get().new_case
        old, case = Case.objects.get(pk=matter[1]), Case.objects.get(pk=new)
        # then the earlier case is closed the day before, and the new one begins without a gap
        assert (old.closed_on, old.closed_reason, old.controller_id) == (
            date(2026, 11, 30),
            "moved_away",
            raisio.id,
        )
        assert (case.opened_on, case.opened_because, case.controller_id) == (MOVES, "moved_here", naantali.id)
        assert Person.objects.get(pk=matter[0]).controller_id == naantali.id
        # the plan has its own dates
        plan = Plan.objects.get(case=case)
        assert (plan.state, plan.made_on, plan.ends_on, plan.controller_id) == (
            "accepted",
            MADE,
            ENDS,
            naantali.id,
        )
        assert Plan.objects.get(pk=matter[2]).end_reason == "moved"
        assert reviews_due(new) == review
    # the next municipality sees the new case and not the earlier one's records
    with acting_as(neighbour, on=MOVES):
        assert case_view(new).person.name == "Rana Haddad"
        with pytest.raises(NotFound):
            case_view(matter[1])
    # the earlier one sees its own records and not the new case
    with acting_as(officer, on=MOVES):
        assert case_view(matter[1]).closed_reason == "moved_away"
        with pytest.raises(NotFound):
            case_view(new)


def test_a_move_registered_already_is_carried_out_at_once(officer, neighbour, matter):
    moved(officer, matter, registered_on=date(2026, 11, 20))
    with acting_as(neighbour, on=TODAY):
        assert Case.objects.get(person_id=matter[0]).opened_on == date(2026, 11, 20)


def test_without_consent_nothing_is_passed_on_and_the_client_is_told_how_to_come_back(
    officer, neighbour, coordinator, matter
):
    # given a client who does not consent
    with pytest.raises(Invalid) as fault:
        moved(officer, matter, consent=False, registered_on=TODAY)
    assert fault.value.field == "told_return"
    # when it is recorded that they were told
    moved(officer, matter, consent=False, told_return=True, registered_on=TODAY)
    # then the case is closed and the next municipality has nothing
    with acting_as(coordinator, on=TODAY):
        assert Move.objects.get().state == "refused"
        assert Case.objects.get(pk=matter[1]).closed_reason == "moved_away"
    with acting_as(neighbour, on=TODAY):
        assert not Person.objects.exists()
        assert not Case.objects.exists()
        assert not Move.objects.exists()


def test_a_move_out_of_the_area_closes_the_case_on_the_day_and_moves_nobody(officer, system, raisio, matter):
    moved(officer, matter, to="", to_name="Salo", registered_on=MOVES)
    with acting_as(system, on=MOVES):
        carry_out_moves()
    with acting_as(officer, on=MOVES):
        assert Case.objects.get(pk=matter[1]).closed_on == date(2026, 11, 30)
        assert Person.objects.get(pk=matter[0]).controller_id == raisio.id
