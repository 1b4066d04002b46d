"""What tests of the public pages stand on: the Raisio programme in the database, a visitor, and the inbox behind."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from kotopolku.accounts.access import actor_for
from kotopolku.accounts.actions import add_staff, grant_duty
from kotopolku.accounts.queries import area_view
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor, Role, operator
from kotopolku.cases.queries import contact_view
from kotopolku.cases.queries import inbox as waiting
from kotopolku.cases.views import ContactView

TODAY = date(2026, 11, 24)  # a Tuesday


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
    with acting_as(operator(area_id="raisio"), on=TODAY):
        staff = add_staff(username="kaisa", name="Kaisa Virta", password="a long enough password")
        grant_duty(
            staff_id=staff.pk,
            organisation="raisio",
            area_id="raisio",
            role=Role.COORDINATOR,
            municipalities=list(members),
            purpose="kotoutumisen palvelut",
            valid_from=date(2025, 1, 1),
            reason="test",
        )
    actor = actor_for(staff.pk, on=TODAY)
    assert actor is not None
    return actor


@pytest.fixture
def inbox(kaisa: Actor) -> Callable[[], list[ContactView]]:
    """A function that returns what has arrived, as the coordinator sees it."""

    def look() -> list[ContactView]:
        with acting_as(kaisa, on=TODAY):
            return [contact_view(row.id) for row in waiting()]

    return look
