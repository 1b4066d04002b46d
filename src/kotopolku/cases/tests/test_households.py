"""Households: who sees whom, what a split leaves, and one talk written to several as everybody's own facts."""

from datetime import date

import pytest
from tests.walls import knowing

from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.audit.models import LogRow
from kotopolku.people.actions import (
    add_household_member,
    form_household,
    leave_household,
    record_together,
    set_non_disclosure,
    split_household,
)
from kotopolku.people.entries import ContactEntry, Names, Source, TogetherEntry
from kotopolku.people.homes import household_of, households_of, split_view
from kotopolku.people.models import Fact, Household
from kotopolku.people.queries import person_card

REGISTERED = "residence.municipality_of_residence.first_registered_on"


def named(given):
    return Names(given_names=given, family_name="Esimerkki")


@pytest.fixture
def family(officer, person_of, today):
    """Mother, child and father of Raisio under one roof: (household, mother, child, father)."""
    details = [ContactEntry(kind="address", value="Kotikatu 1"), ContactEntry(kind="phone", value="0401")]
    mother, father = (
        person_of(officer, given_names=one, contact_details=details) for one in ("Rana", "Omar")
    )
    child = person_of(officer, given_names="Noor", birth_date=date(2018, 3, 1))
    with acting_as(officer, on=today):
        home = form_household(members=[(mother, "adult"), (child, "child"), (father, "adult")])
    return home, mother, child, father


def test_a_member_in_another_register_is_another_person_and_nothing_more(
    officer, neighbour, coordinator, person_of, today, family
):
    # given two relatives in the neighbouring municipality's register
    home = family[0]
    others = [person_of(neighbour, given_names=one) for one in ("Salainen", "Toinen")]
    with acting_as(coordinator, on=today):
        for one in others:
            add_household_member(household_id=home, person_id=one, role="adult")
        assert len(household_of(home).members) == 5
        assert not household_of(home).another
    # when the officer of one register looks
    with acting_as(officer, on=today):
        seen = household_of(home)
    # then neither name nor number tells of them, only that somebody is not shown
    assert {one.person.name for one in seen.members} == {"Rana Esimerkki", "Omar Esimerkki", "Noor Esimerkki"}
    assert seen.another
    # and the neighbour sees their own in it, though the household is in the other register
    with acting_as(neighbour, on=today):
        assert len(household_of(home).members) == 2


def test_who_sees_nobody_of_a_household_does_not_see_the_household(
    officer, neighbour, person_of, today, family
):
    home = family[0]
    with acting_as(neighbour, on=today):
        assert not Household.objects.exists()
        with pytest.raises(NotFound):
            household_of(home)


def test_the_register_alone_opens_no_household_of_children(officer, person_of, today):
    # given a household of one child, and a worker who may not know of children
    child = person_of(officer, given_names="Noor", birth_date=date(2018, 3, 1))
    with acting_as(officer, on=today):
        home = form_household(members=[(child, "child")])
    unaware = knowing(officer, set())
    with acting_as(unaware, on=today):
        assert not Household.objects.exists()
        with pytest.raises(NotFound):
            household_of(home)


def test_a_member_one_is_barred_from_is_another_person(officer, colleague, coordinator, today, family):
    from kotopolku.cases.actions import bar_staff

    home, _mother, _child, father = family
    with acting_as(coordinator, on=today):
        bar_staff(person_id=father, staff_id=colleague.staff_id, reason="kin")
    with acting_as(colleague, on=today):
        seen = household_of(home)
        assert len(seen.members) == 2
        assert seen.another


def test_a_split_tells_what_protection_would_end_and_writes_nothing_until_it_is_made(officer, today, family):
    home, mother, child, father = family
    with acting_as(officer, on=today):
        set_non_disclosure(person_id=mother, in_force=True)
        before = LogRow.objects.filter(kind="change").count()
        shown = split_view(home, leaving=[child], last_day=today)
        assert LogRow.objects.filter(kind="change").count() == before
        # the child has no order of their own
        assert [(one.code, one.name, one.other) for one in shown.lost] == [
            ("cover_ends", "Noor Esimerkki", "Rana Esimerkki")
        ]
        # when it is made
        new = split_household(household_id=home, person_ids=[child], last_day=today)
        # then the membership alone has changed
        assert households_of(child)[0] == new
        assert {one.person.id for one in household_of(home).members if one.last_day is None} == {
            mother,
            father,
        }
        assert person_card(child).row.non_disclosure  # until the end of the day


def test_a_shared_address_stays_on_both_sides_and_is_told(officer, today, family):
    home, _mother, _child, father = family
    with acting_as(officer, on=today):
        stays = split_view(home, leaving=[father], last_day=today).stays
        assert {"same_address", "same_phone"} <= {one.code for one in stays}
        split_household(household_id=home, person_ids=[father], last_day=today, together=False)
        assert {one.value for one in person_card(father).contact} == {"Kotikatu 1", "0401"}


def test_only_those_who_live_there_can_be_split_off(officer, person_of, today, family):
    home = family[0]
    outsider = person_of(officer)
    with acting_as(officer, on=today):
        for leaving in ([outsider], []):
            with pytest.raises(Invalid):
                split_household(household_id=home, person_ids=leaving, last_day=today)


def test_one_talk_is_written_to_each_as_their_own_with_its_source_and_log(officer, today, family):
    _home, mother, child, father = family
    source = Source(code="person", note="haastattelu: Rana Esimerkki")
    with acting_as(officer, on=today):
        record_together(
            person_ids=[mother, child],
            entry=TogetherEntry(address="Uusikatu 2", registered_on=date(2026, 5, 2), spoken="ku"),
            source=source,
        )
        rows = Fact.objects.filter(key=REGISTERED)
        assert {(one.person_id, one.source_note) for one in rows} == {
            (mother, source.note),
            (child, source.note),
        }
        # what else was known stays
        assert {one.value for one in person_card(mother).contact} == {"Uusikatu 2", "0401"}
        assert person_card(child).language("spoken") == "ku"
        assert {one.value for one in person_card(father).contact} == {"Kotikatu 1", "0401"}
    assert LogRow.objects.filter(action="record_fact").count() == 2
    assert LogRow.objects.filter(action="record_together").count() == 1


def test_of_one_talk_all_or_nothing_is_kept(officer, today, family):
    _home, mother, _child, father = family
    with acting_as(officer, on=today):
        set_non_disclosure(person_id=father, in_force=True, covers_household=False)
        with pytest.raises(Invalid):
            record_together(
                person_ids=[mother, father], entry=TogetherEntry(address="Uusikatu 2"), source=Source()
            )
        assert {one.value for one in person_card(mother).contact} == {"Kotikatu 1", "0401"}


def test_who_has_moved_out_is_told_with_the_days(officer, today, family):
    home, _mother, _child, father = family
    with acting_as(officer, on=today):
        leave_household(household_id=home, person_id=father, last_day=date(2026, 11, 1))
        seen = household_of(home)
        assert [(one.person.id, one.last_day) for one in seen.former] == [(father, date(2026, 11, 1))]
