"""What tests of the public pages stand on: the Raisio programme in the database, a visitor, a fixed day."""

from datetime import date
from pathlib import Path

import pytest
from django.test import Client

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import operator
from kotopolku.programme.actions import load_programme
from kotopolku.programme.check import check_path

TODAY = date(2026, 11, 24)  # a Tuesday
RAISIO = Path(__file__).resolve().parents[4] / "programmes" / "raisio"


@pytest.fixture
def raisio(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The programme of the Raisio area, on 24.11.2026."""
    monkeypatch.setenv("KOTOPOLKU_TODAY", TODAY.isoformat())
    programme = check_path(RAISIO).programme
    assert programme is not None
    with acting_as(operator(area_id=programme.area.id), on=TODAY):
        load_programme(programme=programme, on=TODAY)


@pytest.fixture
def visitor(raisio: None) -> Client:
    """Somebody without an account, in an area whose programme has been loaded."""
    return Client()
