"""Schemathesis against the interface: what it makes up from our own description is answered as the description says.

It asks the real WSGI application, without a key and with one of a duty that has clients.
"""

from datetime import timedelta
from typing import Any

import pytest
from django.core.signals import request_finished, request_started
from django.db import close_old_connections
from hypothesis import HealthCheck, Phase, given, settings

from kotopolku.accounts.api_tokens import issue_api_token
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Role
from kotopolku.wsgi import application
from tests.cast import TODAY, worker
from tests.desk import accepted

#: Examples an operation; a sample in every run.
BUDGETS = [
    pytest.param(4, id="sample", marks=pytest.mark.slow),
    pytest.param(60, id="all", marks=pytest.mark.deep),
]
DESCRIPTION = "/api/v1/openapi.json"


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today):
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


@pytest.fixture(autouse=True)
def _in_the_tests_transaction():
    """Keep the test's own connection between requests, as Django's client does."""
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    yield
    for signal in (request_started, request_finished):
        signal.connect(close_old_connections)


@pytest.fixture
def key(officer) -> str:
    accepted(officer)
    administrator = worker(
        username="antti", name="Antti", at="raisio", area="raisio", role=Role.ADMINISTRATOR, covers=["raisio"]
    )
    with acting_as(administrator, on=TODAY):
        return issue_api_token(duty=officer.duty_id, name="Koto-AJ", valid_to=TODAY + timedelta(days=30))


def attack(headers: dict[str, str], *, examples: int) -> dict[str, int]:
    """Ask every operation of the description; return how often each was asked."""
    from schemathesis import openapi

    asked: dict[str, int] = {}
    for found in openapi.from_wsgi(DESCRIPTION, application).get_all_operations():
        operation = found.ok()

        @settings(
            max_examples=examples,
            derandomize=True,
            database=None,
            deadline=None,
            phases=[Phase.explicit, Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(case=operation.as_strategy())
        def ask(case: Any) -> None:
            asked[case.path] = asked.get(case.path, 0) + 1
            case.call_and_validate(headers=headers)

        ask()
    return asked


@pytest.mark.parametrize("examples", BUDGETS)
def test_the_interface_answers_as_described_whatever_it_is_asked_without_a_key(area, examples):
    asked = attack({}, examples=examples)
    assert len(asked) == 7


@pytest.mark.parametrize("examples", BUDGETS)
def test_the_interface_answers_as_described_whatever_it_is_asked_with_a_key(key, examples):
    asked = attack({"Authorization": f"Bearer {key}"}, examples=examples)
    assert len(asked) == 7
