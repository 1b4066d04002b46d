"""A signed-in browser without the browser: Django's own client with a staff member's session."""

from collections.abc import Callable

import pytest
from django.test import Client

from kotopolku.accounts.sign_in import PasswordBackend
from kotopolku.audit.actor import Actor


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today):
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


@pytest.fixture
def signed_in() -> Callable[[Actor], Client]:
    """Return a helper: signed_in(officer) is a client with the officer's session."""

    def sign_in(actor: Actor) -> Client:
        client = Client()
        staff = PasswordBackend().get_user(actor.staff_id)
        assert staff is not None
        client.force_login(staff, backend="kotopolku.accounts.sign_in.PasswordBackend")
        return client

    return sign_in
