"""A fact nobody has recorded is never shown as a known "no"."""

from dataclasses import replace
from datetime import date

from kotopolku.clocks.queries import findings
from kotopolku.clocks.unasked import ASKABLE, unasked_facts, unknown_names
from kotopolku.law.facts import Benefits, Facts, Residence, Status

ON = date(2026, 11, 24)
PERMIT = Facts(
    residence=Residence(
        statuses=(Status(kind="residence_permit", granted_on=date(2026, 1, 1), legal_basis="work"),)
    )
)


def test_a_no_on_empty_facts_names_what_nobody_asked() -> None:
    # given a worker's permit and nothing else, when the duty is asked
    (duty,) = findings(PERMIT, ON, questions=["assessment_duty"])

    # then the answer is no, and the benefit nobody asked about is named
    assert duty.value == "none"
    assert "benefits.social_assistance" in duty.unasked
    assert "residence.statuses" not in duty.unasked


def test_a_recorded_no_is_not_unasked() -> None:
    asked = replace(PERMIT, benefits=Benefits(social_assistance="none"))

    assert "benefits.social_assistance" not in unasked_facts("assessment_duty", asked)


def test_a_question_names_only_what_it_reads() -> None:
    assert "benefits.social_assistance" not in unasked_facts("window_last_day", Facts())
    assert unasked_facts("window_last_day", Facts()) == ("residence.statuses",)


def test_every_askable_name_is_in_the_laws_vocabulary() -> None:
    assert ASKABLE
    assert not [*unknown_names()]
