"""An office that is open, a room in it, and a client with a case."""

from datetime import date, datetime, timedelta

import pytest
from tests.cast import TODAY

from kotopolku.appointments.entries import BookingEntry
from kotopolku.appointments.models import Room
from kotopolku.audit.helsinki import HELSINKI
from kotopolku.plans.tests.stories import opened
from kotopolku.services.models import Place

OFFICE = "martinkatu"
THURSDAY = TODAY + timedelta(days=2)


def at(hour: int, minute: int = 0, *, day: date = THURSDAY) -> datetime:
    """An instant of the day in Helsinki."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=HELSINKI)


def asked(actor, **changed):
    """A time at the office on Thursday at ten with the actor, half an hour long."""
    known = {"kind": "guidance_10", "mode": "place", "place": OFFICE, "starts_at": at(10)}
    return BookingEntry(**{**known, "workers": (actor.staff_id,), **changed})


@pytest.fixture
def office(area):
    """An office open on weekdays from 9 to 15, and its room."""
    opening = [
        {"access": "walk_in", "days": ["tue", "wed", "thu", "fri"], "opens": "09:00", "closes": "15:00"}
    ]
    facts = {
        "id": OFFICE,
        "kind": "office",
        "municipality": "raisio",
        "name": {"fi": OFFICE},
        "opening": opening,
    }
    Place.objects.create(area_id=area.id, code=OFFICE, position=0, facts=facts)
    return Room.objects.create(area_id=area.id, place=OFFICE, name="Huone 3", directions="A-porras, 2. krs")


@pytest.fixture
def case(officer, office):
    """The case of somebody who works."""
    return opened(officer, on=TODAY, periods=[])[1]
