"""What tests of the public pages stand on: the Raisio programme in the database, a visitor, and the inbox behind."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cast import TODAY, worker

from kotopolku.accounts.queries import area_view
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor, Role
from kotopolku.cases.queries import contact_view
from kotopolku.cases.queries import inbox as waiting
from kotopolku.cases.views import ContactView


@pytest.fixture
def programme_loaded(raisio_loaded: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The programme of the Raisio area, on 24.11.2026."""
    monkeypatch.setenv("KOTOPOLKU_TODAY", TODAY.isoformat())


@pytest.fixture
def visitor(programme_loaded: None) -> Client:
    """Somebody without an account, in an area whose programme has been loaded."""
    return Client()


@pytest.fixture
def members(programme_loaded: None) -> dict[str, int]:
    """The ids of the municipalities' organisations by their codes."""
    area = area_view(on=TODAY)
    assert area is not None
    return {one.code: one.id for one in area.municipalities}


@pytest.fixture
def kaisa(members: dict[str, int]) -> Actor:
    """The coordinator of all five municipalities."""
    return worker(
        username="kaisa",
        name="Kaisa Virta",
        at="raisio",
        area="raisio",
        role=Role.COORDINATOR,
        covers=list(members),
    )


@pytest.fixture
def inbox(kaisa: Actor) -> Callable[[], list[ContactView]]:
    """A function that returns what has arrived, as the coordinator sees it."""

    def look() -> list[ContactView]:
        with acting_as(kaisa, on=TODAY):
            return [contact_view(row.id) for row in waiting()]

    return look
