"""A database with the Raisio programme in it, and somebody to act."""

from datetime import date

import pytest

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Actor, Role, operator
from kotopolku.programme.actions import load_programme
from kotopolku.programme.check import check
from kotopolku.programme.tests.samples import raisio

DAY = date(2026, 11, 24)


@pytest.fixture(scope="session")
def programme():
    return check(raisio()).programme


@pytest.fixture
def loaded(db, programme):
    with acting_as(operator(area_id="raisio"), on=DAY):
        load_programme(programme=programme, on=DAY)
        yield "raisio"


@pytest.fixture
def coordinator(loaded):
    with acting_as(Actor(role=Role.COORDINATOR, name="Mirja Holmström", area_id="raisio"), on=DAY):
        yield
