"""Putting a question: what ask gives, refuses and leaves open."""

from datetime import date
from decimal import Decimal

import pytest

from kotopolku.law import UNKNOWN, Outcome, UnknownQuestionError, WhyUnknown, answer, ask
from kotopolku.law.facts import (
    Appointment,
    Assessment,
    Decision,
    Facts,
    Person,
    Plan,
    Residence,
    Status,
)

ON = date(2026, 5, 11)
PERMIT = Residence(statuses=(Status("residence_permit", date(2025, 3, 24), "work"),))


def test_the_first_finding_carries_the_answer_and_the_others_its_parts() -> None:
    facts = Facts(residence=PERMIT, assessment=Assessment(requested_on=date(2026, 5, 6), judged_needed=True))

    duty, window, *groups = ask("assessment_duty", facts, ON)

    assert (duty.question, duty.rule, duty.value) == ("assessment_duty", "KOTOL-14-1-4", "must")
    assert window.rule == "KOTOL-14-0"
    assert [group.rule for group in groups] == [f"KOTOL-14-1-{number}" for number in range(1, 8)]


def test_a_missing_judgement_is_told_from_a_missing_fact() -> None:
    judgement = answer(
        "assessment_duty", Facts(residence=PERMIT, assessment=Assessment(requested_on=date(2026, 5, 6))), ON
    )
    fact = answer("under_25_goal_rule_applies", Facts(), ON)

    assert (judgement.why_unknown, judgement.missing) == (WhyUnknown.JUDGEMENT, ("assessment.judged_needed",))
    assert (fact.why_unknown, fact.missing) == (WhyUnknown.FACT, ("person.birth_date",))


def test_an_open_law_lacks_no_fact() -> None:
    referral = answer("rectification_allowed", Facts(decision=Decision("municipal_place_referral")), ON)

    assert (referral.value, referral.why_unknown, referral.missing) == (UNKNOWN, WhyUnknown.LAW, ())


def test_a_fee_without_a_verified_amount_is_left_open() -> None:
    missed = Appointment(
        kind="plan_20",
        booked_for=date(2026, 3, 4),
        interpretation_cost_eur=Decimal("64.50"),
        fee_and_cancelling_explained=True,
    )
    facts = Facts(person=Person(birth_date=date(1990, 1, 1)), appointment=missed)

    assert answer("no_show_fee_allowed", facts, ON).value is True
    assert answer("no_show_fee_max_eur", facts, ON).why_unknown is WhyUnknown.LAW


def test_before_its_rule_was_in_force_a_question_is_left_open() -> None:
    early = answer("in_scope", Facts(residence=PERMIT), date(2024, 12, 31))

    assert (early.outcome, early.why_unknown) == (Outcome.UNKNOWN, WhyUnknown.LAW)


def test_an_old_plan_may_end_within_its_old_maximum() -> None:
    plan = Plan(first_made_on=date(2023, 10, 2), proposed_end=date(2026, 10, 2))

    assert answer("plan_end_allowed", Facts(plan=plan), ON).value is True


def test_beyond_the_old_maximum_the_law_is_not_modelled() -> None:
    plan = Plan(first_made_on=date(2023, 10, 2), proposed_end=date(2026, 10, 3))

    assert answer("plan_end_allowed", Facts(plan=plan), ON).why_unknown is WhyUnknown.LAW


def test_a_known_reason_decides_although_the_birth_date_is_missing() -> None:
    plan = Plan(made_on=ON, goals=("employment", "working_life_readiness", "higher_education"))

    assert answer("plan_goals_ok", Facts(plan=plan), ON).value is True


def test_an_unknown_question_names_the_nearest() -> None:
    with pytest.raises(UnknownQuestionError, match="did you mean assessment_duty") as caught:
        ask("assesment_duty", Facts(), ON)

    assert caught.value.nearest == "assessment_duty"


def test_an_unknown_answer_is_neither_yes_nor_no() -> None:
    with pytest.raises(TypeError, match="neither yes nor no"):
        bool(UNKNOWN)
