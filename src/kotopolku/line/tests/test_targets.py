"""How soon a number at the door should be called: the area's own target, from its programme."""

from datetime import timedelta

import pytest
from tests.cast import TODAY

from kotopolku.accounts.actions import set_area_settings
from kotopolku.accounts.area_settings import AreaSettings
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import operator
from kotopolku.line.tests.conftest import take


@pytest.mark.parametrize(("told", "minutes"), [(None, 20), (5, 5), (0, 0)])
def test_the_door_is_answered_within_the_programmes_own_target(line_open, told, minutes):
    with acting_as(operator(area_id=line_open.id), on=TODAY):
        set_area_settings(area_id=line_open.id, settings=AreaSettings(door_minutes=told))
    ticket = take(line_open)
    assert ticket.due_at - ticket.taken_at == timedelta(minutes=minutes)


def test_raisio_says_twenty_minutes_and_draws_every_topic(raisio_loaded):
    from kotopolku.accounts.queries import area_settings_of
    from kotopolku.advice.queries import advice_settings

    assert area_settings_of(raisio_loaded).door_minutes == 20
    drawn = {one.id: one.icon for one in advice_settings(raisio_loaded).topics}
    assert drawn["housing"] == "home"
    assert "speech" not in drawn.values()
