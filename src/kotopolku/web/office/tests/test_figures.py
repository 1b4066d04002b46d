"""Figures of clients tell nobody's name, no small group, and no protected person's municipality."""

import pytest
from django.urls import reverse
from tests.cast import TODAY, worker
from tests.desk import client_of

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Role
from kotopolku.cases.actions import open_case
from kotopolku.cases.figures import client_figures
from kotopolku.people.actions import set_non_disclosure


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today):
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


@pytest.fixture
def contact_person(area):
    return worker(
        username="kirsi",
        name="Kirsi",
        at="raisio",
        area="raisio",
        role=Role.CONTACT_PERSON,
        covers=["raisio"],
    )


def clients(actor, person_of, number):
    made = [person_of(actor) for _each in range(number)]
    with acting_as(actor, on=TODAY):
        for person in made:
            open_case(person_id=person, opened_because="other")
    return made


def told(actor):
    with acting_as(actor, on=TODAY):
        return {one.municipality_id: one.clients for one in client_figures()}


@pytest.mark.slow
def test_numbers_of_five_and_more_are_told_and_the_protected_are_a_group_of_the_area(
    officer, neighbour, coordinator, contact_person, raisio, naantali, person_of
):
    # given six clients of Raisio and four of Naantali
    ours = clients(officer, person_of, 6)
    theirs = clients(neighbour, person_of, 4)
    assert told(coordinator) == {raisio.id: 6, naantali.id: None, None: None}
    assert told(contact_person) == {raisio.id: 6, None: None}
    # when one of Raisio is protected, then Raisio has one less, and where they are is in no number
    with acting_as(officer, on=TODAY):
        set_non_disclosure(person_id=ours[0], in_force=True)
    assert told(coordinator) == {raisio.id: 5, naantali.id: None, None: None}
    # and with five of them in two municipalities they are told as one group, the same to both
    clients(officer, person_of, 1)
    with acting_as(officer, on=TODAY):
        set_non_disclosure(person_id=ours[1], in_force=True)
    with acting_as(neighbour, on=TODAY):
        for person in theirs[:3]:
            set_non_disclosure(person_id=person, in_force=True)
    assert told(coordinator)[None] == told(contact_person)[None] == 5
    # and nobody else is told any
    assert told(officer) == told(neighbour) == {}
    page = client_of(contact_person).get(reverse("office:front")).content.decode()
    assert "Kunta peitetty" in page
    assert "Naantali" not in page
