"""Several duties at once: one says under which one works, and works under that one only."""

from datetime import date

import pytest
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import client_of

from kotopolku.accounts.access import actors_of
from kotopolku.accounts.actions import grant_duty
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Role, operator


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today):
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


@pytest.fixture
def both(officer):
    """An officer of Raisio who is the area's administrator too, by a newer duty."""
    with acting_as(operator(area_id="raisio"), on=TODAY):
        grant_duty(
            staff_id=officer.staff_id,
            organisation="raisio",
            area_id="raisio",
            role=Role.ADMINISTRATOR,
            municipalities=["raisio"],
            purpose="käyttöoikeudet",
            valid_from=date(2026, 1, 1),
            reason="test",
        )
    return officer


def test_the_newest_duty_opens_first_and_the_other_is_one_tap_away(both):
    client = client_of(both)
    # given that the newest duty, the administrator's, opens first
    assert client.get("/staff/").url == "/office/"
    assert client.get("/desk/").status_code == 404
    office = client.get("/office/").content.decode()
    assert f'name="duty" value="{both.duty_id}"' in office
    # when the officer's duty is chosen
    answer = client.post(reverse("choose_duty"), {"duty": both.duty_id})
    # then the desk opens and the office does not
    assert answer.url == "/desk/"
    assert client.get("/desk/").status_code == 200
    assert client.get("/office/").status_code == 404


def test_a_duty_of_somebody_else_cannot_be_chosen(both, colleague):
    client = client_of(both)
    answer = client.post(reverse("choose_duty"), {"duty": colleague.duty_id})
    assert answer.status_code == 404
    assert client.get("/staff/").url == "/office/"


def test_a_chosen_duty_that_has_ended_gives_way_to_the_one_that_lasts(both):
    client = client_of(both)
    client.post(reverse("choose_duty"), {"duty": both.duty_id})
    from kotopolku.accounts.models import Duty

    Duty.objects.filter(pk=both.duty_id).update(valid_to=date(2026, 11, 23))
    assert [one.role for one in actors_of(both.staff_id, on=TODAY)] == [Role.ADMINISTRATOR]
    assert client.get("/staff/").url == "/office/"


def test_who_has_one_duty_is_offered_no_other(officer):
    assert 'name="duty"' not in client_of(officer).get("/desk/").content.decode()
