"""Registrations linked as the same person count as one; undoing the link restores both, since nothing was moved."""

from datetime import date

import pytest
from django.db import connection
from tests.lists import people_page
from tests.walls import knowing

from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import Group
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.cases.models import Clock
from kotopolku.cases.queries import case_of_person
from kotopolku.clocks.queries import case_findings
from kotopolku.people.actions import (
    end_period,
    link_same_person,
    record_period,
    set_non_disclosure,
    unlink_same_person,
)
from kotopolku.people.entries import Names, PeriodEntry, StatusEntry
from kotopolku.people.models import Period
from kotopolku.people.queries import find_people, linked_people, person_card
from kotopolku.plans.tests import stories

EARLIER = StatusEntry(kind="residence_permit", granted_on=date(2024, 6, 1), legal_basis="family_tie")
JOB_SEARCH = PeriodEntry(kind="jobseeker", first_day=date(2026, 10, 1))
TABLES = ("person", "residence_status", "person_period", "fact", "name_token", '"case"', "clock", "event")


def picture():
    """Every row of the tables as text, but for the version of the two persons."""
    with connection.cursor() as cursor:
        found = {}
        for table in TABLES:
            cursor.execute(f"SELECT to_jsonb(t) - 'version' - 'id' FROM {table} t ORDER BY 1")
            found[table] = [row[0] for row in cursor.fetchall()]
        return found


@pytest.fixture
def two(officer, today):
    """The same woman twice: Maryam with a case, and Mariam Hosseini with an earlier permit and job search."""
    shown, case = stories.opened(
        officer, on=today, names=Names(given_names="Maryam", family_name="Hosseini"), periods=[]
    )
    other = stories.registered(
        officer,
        on=today,
        names=Names(given_names="Mariam", family_name="Hoseini"),
        statuses=[EARLIER],
        periods=[JOB_SEARCH],
    )
    return shown, other, case


def test_linking_joins_facts_and_clocks_and_undoing_restores_everything(officer, coordinator, today, two):
    shown, other, case = two
    with acting_as(officer, on=today):
        before, answers = picture(), case_findings(shown, on=today)
        window = Clock.objects.get(case_id=case, code="window_last_day")
    # when the coordinator links them
    with acting_as(coordinator, on=today):
        link_same_person(person_id=shown, other_id=other)
    # then one is shown, found by either name, with the facts and clocks of both
    with acting_as(officer, on=today):
        assert [row.id for row in people_page().rows] == [shown]
        assert [row.id for row in find_people("mariam").rows] == [shown]
        assert person_card(other).row.id == shown
        assert {one.granted_on for one in person_card(shown).statuses} >= {EARLIER.granted_on}
        assert case_of_person(shown) == case
        moved = Clock.objects.get(case_id=case, code="window_last_day")
        assert (moved.starts_on, moved.due_on) < (window.starts_on, window.due_on)
        responsible = {one.question: one.value for one in case_findings(shown, on=today)}
        assert responsible["responsible_authority"] == "employment_authority"
        assert case_findings(other, on=today) == case_findings(shown, on=today)
    # and when the link is undone, everything is as it was
    with acting_as(coordinator, on=today):
        assert [(one.id, two.id) for one, two in linked_people()] == [(shown, other)]
        unlink_same_person(person_id=other)
    with acting_as(officer, on=today):
        assert picture() == before
        assert case_findings(shown, on=today) == answers


def test_a_row_of_the_linked_one_is_corrected_where_it_stands(officer, coordinator, today, two):
    shown, other, _case = two
    with acting_as(coordinator, on=today):
        link_same_person(person_id=shown, other_id=other)
    with acting_as(officer, on=today):
        row = person_card(shown).periods[0].id
        end_period(person_id=shown, period_id=row, last_day=date(2026, 11, 20))
        assert {one.person_id for one in Period.objects.all()} == {other}
        with pytest.raises(Invalid):
            record_period(person_id=shown, period=JOB_SEARCH)


def test_only_a_coordinator_links(officer, today, two):
    shown, other, _case = two
    with acting_as(officer, on=today), pytest.raises(NotPermitted):
        link_same_person(person_id=shown, other_id=other)


def test_over_two_registers_each_counts_from_its_own_and_protection_reaches_over(
    officer, neighbour, coordinator, today, two
):
    # given the same woman as another municipality's client, with an earlier permit there
    shown, other, case = two
    names = Names(given_names="Maryam", family_name="Hosseini")
    theirs = stories.registered(neighbour, on=today, names=names, statuses=[EARLIER])
    with acting_as(neighbour, on=today), pytest.raises(NotPermitted):
        link_same_person(person_id=shown, other_id=theirs)
    with acting_as(officer, on=today):
        before = picture()
    # when the coordinator, whose duty is on both, links them
    with acting_as(coordinator, on=today):
        link_same_person(person_id=shown, other_id=theirs)
        assert person_card(shown).elsewhere == (theirs,)
        with pytest.raises(Invalid):  # no chains
            link_same_person(person_id=shown, other_id=other)
    # then no fact and no date has passed from one register to the other, and the officer is told nothing of the other
    with acting_as(officer, on=today):
        assert picture() == before
        assert person_card(shown).elsewhere == ()
        assert case_of_person(shown) == case
        # when an order is recorded in one
        set_non_disclosure(person_id=shown, in_force=True)
    # then the other is protected as well
    with acting_as(neighbour, on=today):
        assert person_card(theirs).contact is None
    # and undoing the link takes that away with it
    with acting_as(coordinator, on=today):
        assert (shown, theirs) in [(one.id, two_.id) for one, two_ in linked_people()]
        unlink_same_person(person_id=theirs)
    with acting_as(neighbour, on=today):
        assert person_card(theirs).contact is not None


def test_without_a_duty_on_both_nothing_is_linked(coordinator, stranger, today, two):
    theirs = stories.registered(stranger, on=today)
    with acting_as(coordinator, on=today), pytest.raises(NotFound):
        link_same_person(person_id=two[0], other_id=theirs)


def test_links_make_no_chains(officer, coordinator, today, two):
    shown, other, _case = two
    third = stories.registered(officer, on=today)
    with acting_as(coordinator, on=today):
        link_same_person(person_id=shown, other_id=other)
        for one, two_ in ((other, third), (third, shown), (shown, shown)):
            with pytest.raises(Invalid):
                link_same_person(person_id=one, other_id=two_)


def test_protection_and_need_to_know_follow_the_link(officer, colleague, coordinator, today, two):
    shown, other, _case = two
    with acting_as(colleague, on=today):
        set_non_disclosure(person_id=other, in_force=True, covers_household=False)
    with acting_as(coordinator, on=today):
        link_same_person(person_id=shown, other_id=other)
    with acting_as(officer, on=today):
        assert person_card(shown).contact is None
    # when the one under it turns out to be in the assistance system
    with acting_as(knowing(colleague, {Group.TRAFFICKING}), on=today):
        record_period(person_id=other, period=PeriodEntry(kind="assistance_system", first_day=today))
    with acting_as(officer, on=today), pytest.raises(NotFound):
        person_card(shown)
