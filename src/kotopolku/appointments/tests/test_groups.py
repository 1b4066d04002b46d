"""A group's time: it has room for so many, each is told alone, and whoever is behind a wall takes a place too."""

from datetime import timedelta

import pytest
from tests.cast import TODAY

from kotopolku.accounts.access import system_actor
from kotopolku.appointments import actions, queries
from kotopolku.appointments.group_queries import groups_with_room, members_of, places_taken
from kotopolku.appointments.models import Appointment, GroupMember
from kotopolku.appointments.tests.conftest import asked, at
from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Invalid
from kotopolku.cases.queries import case_view, timeline
from kotopolku.letters.models import Letter
from kotopolku.people.actions import set_contact_details
from kotopolku.people.entries import ContactEntry, Names
from kotopolku.plans.tests.stories import opened


@pytest.fixture
def clients(officer, office):
    """Three clients; the first two have an e-mail address."""
    found = []
    for number, name in enumerate(("Amina", "Layla", "Rana")):
        names = Names(given_names=name, family_name="Ryhmäläinen")
        person, case = opened(officer, on=TODAY, periods=[], names=names)
        if number < 2:
            entry = ContactEntry(kind="email", value=f"{name}@esimerkki.invalid")
            with acting_as(officer, on=TODAY):
                set_contact_details(person_id=person, entries=[entry])
        found.append(case)
    return found


@pytest.fixture
def group(officer, office):
    """A group with room for two."""
    with acting_as(officer, on=TODAY):
        return actions.book(
            entry=asked(
                officer,
                name="Keskusteluryhmä",
                municipality_id=officer.controllers[0],
                capacity=2,
                kind="other",
            )
        )


def refused(act, **kwargs):
    with pytest.raises(Invalid) as fault:
        act(**kwargs)
    return str(fault.value.message)


def test_clients_join_while_there_is_room_and_each_is_told_alone(officer, clients, group):
    amina, layla, rana = clients
    with acting_as(officer, on=TODAY):
        assert [(one.name, one.left) for one in groups_with_room()] == [("Keskusteluryhmä", 2)]
        for case in (amina, layla):
            actions.join_group(appointment_id=group, case_id=case)
        letters = list(Letter.objects.filter(template="time_booked_place"))
        assert len(letters) == 2
        for letter in letters:
            assert "26.11.2026" in letter.body
            assert not any(word in letter.body for word in ("Amina", "Layla", "Ryhmäläinen", "Keskustelu"))
        assert [one.client.name for one in members_of(group)] == ["Amina Ryhmäläinen", "Layla Ryhmäläinen"]
        assert "appointment_booked" in [one.code for one in timeline(amina).events]
        assert [one.id for one in queries.of_case(amina, since=TODAY)] == [group]
        # twice, and one too many: a sentence, and nothing is changed or sent
        assert "jo tässä ryhmässä" in refused(actions.join_group, appointment_id=group, case_id=amina)
        assert "täynnä" in refused(actions.join_group, appointment_id=group, case_id=rana)
        assert (GroupMember.objects.count(), Letter.objects.count(), groups_with_room()) == (2, 2, ())


def test_a_moved_and_a_cancelled_group_is_told_to_everybody_and_nobody_joins_it_any_more(
    officer, clients, group
):
    amina, layla, rana = clients
    with acting_as(officer, on=TODAY):
        actions.join_group(appointment_id=group, case_id=amina)
        actions.join_group(appointment_id=group, case_id=rana)
        # whom no message reaches is on the call list
        assert [one.to_call for one in members_of(group)] == [False, True]
        assert [one.id for one in queries.to_call(officer.staff_id)] == [group]
        actions.note_reached(appointment_id=group)
        assert not any(one.to_call for one in members_of(group))
        actions.move(appointment_id=group, starts_at=at(11), version=1)
        actions.cancel(appointment_id=group, by="us", version=2)
        sent = list(Letter.objects.order_by("created_at", "template").values_list("template", flat=True))
        assert sorted(sent) == ["time_booked_place", "time_cancelled", "time_moved_place"]
        assert "ohi tai peruttu" in refused(actions.join_group, appointment_id=group, case_id=layla)
        assert queries.of_case(amina, since=TODAY) == ()


def test_who_leaves_is_told_and_frees_the_place(officer, clients, group):
    amina, layla, _rana = clients
    with acting_as(officer, on=TODAY):
        for case in (amina, layla):
            actions.join_group(appointment_id=group, case_id=case)
        actions.leave_group(member_id=members_of(group)[0].id)
        assert [one.client.name for one in members_of(group)] == ["Layla Ryhmäläinen"]
        assert places_taken(officer.area_id, [group]) == {group: 1}
        assert Letter.objects.filter(template="time_cancelled").count() == 1
    with acting_as(officer, on=TODAY + timedelta(days=3)):
        assert "ohi tai peruttu" in refused(actions.leave_group, member_id=members_of(group)[0].id)


@pytest.mark.parametrize("capacity", [1, 61])
def test_a_group_has_its_bounds_and_is_nobodys_own_time(officer, case, capacity):
    with acting_as(officer, on=TODAY):
        mine = officer.controllers[0]
        entry = asked(officer, name="Ryhmä", municipality_id=mine, capacity=capacity)
        assert "2–60" in refused(actions.book, entry=entry)
        assert "2–60" in refused(actions.book, entry=asked(officer, case_id=case, capacity=5))
        assert Appointment.objects.count() == 0


def test_a_clients_place_goes_with_their_data(officer, clients, group):
    with acting_as(officer, on=TODAY):
        actions.join_group(appointment_id=group, case_id=clients[0])
        person = case_view(clients[0]).person_id
    with acting_as(system_actor(officer.area_id, on=TODAY), on=TODAY):
        actions.erase_appointments(person_id=person)
    with acting_as(officer, on=TODAY):
        assert (members_of(group), Appointment.objects.count()) == ((), 1)
