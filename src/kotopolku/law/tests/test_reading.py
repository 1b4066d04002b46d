"""Reading facts: every mistake is named by its key, with the nearest known one."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from kotopolku.law.facts import FactError, Facts, Period, fact_names, facts_from_mapping
from kotopolku.law.judgements import JUDGEMENTS


def test_nested_facts_are_read_with_their_types() -> None:
    facts = facts_from_mapping(
        {
            "person": {"birth_date": "1990-02-28", "citizenships": ["eu"], "languages": None},
            "employment": {"jobseeker_periods": [{"from": date(2026, 1, 5), "to": None}]},
            "appointment": {"interpretation_cost_eur": 56.71},
        }
    )

    assert facts.person.birth_date == date(1990, 2, 28)
    assert facts.person.languages is None
    assert facts.employment.jobseeker_periods == (Period(date(2026, 1, 5)),)
    assert facts.appointment.interpretation_cost_eur == Decimal("56.71")


def test_nothing_given_is_nothing_known() -> None:
    assert facts_from_mapping({}) == Facts()


@pytest.mark.parametrize(
    ("mapping", "key", "nearest"),
    [
        ({"persn": {}}, "persn", "person"),
        ({"person": {"birthdate": "1990-01-01"}}, "person.birthdate", "person.birth_date"),
        (
            {"residence": {"statuses": [{"kind": "eu_registration", "grantd_on": "2025-01-01"}]}},
            "residence.statuses[0].grantd_on",
            "residence.statuses[].granted_on",
        ),
        ({"judged_needed": True}, "judged_needed", "assessment.judged_needed"),
        (
            {"plan": {"extension": {"low_educaton": True}}},
            "plan.extension.low_educaton",
            "plan.extension.low_education",
        ),
        ({"assessment": {"channel": "ofice"}}, "assessment.channel", "office"),
    ],
)
def test_an_unknown_key_or_code_names_the_nearest(mapping: dict[str, Any], key: str, nearest: str) -> None:
    with pytest.raises(FactError) as caught:
        facts_from_mapping(mapping)

    assert (caught.value.key, caught.value.nearest) == (key, nearest)
    assert key in str(caught.value)
    assert nearest in str(caught.value)


@pytest.mark.parametrize(
    ("mapping", "problem"),
    [
        ({"person": {"birth_date": "2025-02-30"}}, "not a day"),
        ({"person": {"birth_date": 1990}}, "not a day"),
        ({"person": {"security_ban": "yes"}}, "neither true nor false"),
        ({"person": {"languages": [False]}}, "in quotes"),
        ({"person": {"citizenships": "eu"}}, "expected a list"),
        ({"person": []}, "expected a mapping"),
        ({"residence": {"statuses": [{"kind": "eu_registration"}]}}, "granted_on: is required"),
        ({"plan": {"extension": {"granted_23_3_months": 25}}}, "out of range"),
        ({"plan": {"extension": {"requested_months": 1.5}}}, "not a whole number"),
        ({"orientation": {"teaching_hours": -1}}, "out of range"),
        ({"orientation": {"teaching_hours": "many"}}, "not a number"),
        ({"disclosure": {"recipient": "school"}}, "known: training_provider"),
    ],
)
def test_a_value_that_cannot_be_is_refused(mapping: dict[str, Any], problem: str) -> None:
    with pytest.raises(FactError, match=problem):
        facts_from_mapping(mapping)


def test_every_judgement_is_a_fact() -> None:
    assert set(fact_names()) >= JUDGEMENTS
