"""Search and lists: what they find, what they never tell, and that they cost the same for one row and for thirty."""

from datetime import date

import pytest
from tests.lists import people_page

from kotopolku.audit.acting import acting_as
from kotopolku.audit.models import LogRow
from kotopolku.people.actions import form_household
from kotopolku.people.entries import LanguageEntry, Names, PeriodEntry, StatusEntry
from kotopolku.people.queries import (
    HIDDEN,
    find_people,
    law_facts_of,
    person_card,
    similar_people,
)


@pytest.mark.parametrize(
    "text", ["ran", "kha ran", "RANA al", "رنا", "14.2.1994", "1994-02-14", "rana 14.2.1994", "hadd"]
)
def test_a_person_is_found_by_beginnings_in_any_order_and_by_birthday(officer, person_of, today, text):
    rana = person_of(
        officer,
        given_names="Rana",
        family_name="Al-Khatib",
        own_script="رنا الخطيب",
        called_by="Haddi",
        birth_date=date(1994, 2, 14),
    )
    person_of(officer, given_names="Ahmed", family_name="Nur", birth_date=date(1994, 2, 15))
    with acting_as(officer, on=today):
        assert [row.id for row in find_people(text).rows] == [rana]


@pytest.mark.parametrize("text", ["", "  ", "-", "31.2.1994", "xyz", "140294-946D"])
def test_nothing_is_found_for_nothing(officer, person_of, today, text):
    person_of(officer)
    with acting_as(officer, on=today):
        assert find_people(text).rows == ()


def test_the_words_of_a_search_are_not_in_the_log(officer, person_of, today):
    rana = person_of(officer, given_names="Rana")
    with acting_as(officer, on=today):
        find_people("rana")
    row = LogRow.objects.get(kind="search")
    assert (row.count, row.shown) == (1, [str(rana)])
    assert "rana" not in repr({field.name: getattr(row, field.name) for field in row._meta.fields}).lower()


def test_a_list_goes_on_from_its_key_in_finnish_order(officer, person_of, today):
    for family in ("Öhman", "Aalto", "Åberg", "Zeta", "Ämmälä"):
        person_of(officer, family_name=family, given_names="A")
    with acting_as(officer, on=today):
        first = people_page(size=3)
        second = people_page(size=3, after=first.next_after)
    assert [row.list_name for row in (*first.rows, *second.rows)] == [
        "Aalto A",
        "Zeta A",
        "Åberg A",
        "Ämmälä A",
        "Öhman A",
    ]
    assert second.next_after is None


def test_a_protected_person_is_in_no_municipalitys_list(coordinator, raisio, person_of, today):
    plain = person_of(coordinator, controller_id=raisio.id)
    hidden = person_of(coordinator, controller_id=raisio.id, non_disclosure=True)
    with acting_as(coordinator, on=today):
        assert [row.id for row in people_page(municipality=raisio.id).rows] == [plain]
        assert [row.id for row in people_page(municipality=HIDDEN).rows] == [hidden]
        assert len(people_page().rows) == 2


def _town(officer, person_of, how_many):
    return [
        person_of(
            officer,
            given_names=f"Rana{number}",
            birth_date=date(1994, 2, 14),
            languages=[LanguageEntry(use="mother_tongue", language="ar")],
            citizenships=["SY"],
            statuses=[StatusEntry(kind="residence_permit", granted_on=date(2025, 3, 12))],
            periods=[PeriodEntry(kind="jobseeker", first_day=date(2026, 1, 1))],
            facts={"residence.visa": "none"},
        )
        for number in range(how_many)
    ]


@pytest.mark.slow
@pytest.mark.parametrize("how_many", [1, pytest.param(30, marks=pytest.mark.slow)])
def test_lists_cost_the_same_for_one_and_for_thirty(
    officer, person_of, today, how_many, django_assert_num_queries
):
    people = _town(officer, person_of, how_many)
    with acting_as(officer, on=today):
        form_household(members=[(person, "adult") for person in people])
        with django_assert_num_queries(4):  # people, cases, languages, one log row
            assert len(people_page(size=50).rows) == how_many
        with django_assert_num_queries(4):
            assert find_people("rana").rows
        with django_assert_num_queries(3):  # the sounds first
            similar_people(names=Names(given_names="Rana0", family_name="Esimerkki"))
        with django_assert_num_queries(3):
            assert len(law_facts_of(people, on=today)) == how_many
        with django_assert_num_queries(12):
            assert len(person_card(people[0]).household) == how_many - 1


def test_a_second_look_in_the_same_request_is_not_logged_again(officer, person_of, today):
    rana = person_of(officer)
    with acting_as(officer, on=today):
        person_card(rana)
        person_card(rana)
    assert LogRow.objects.filter(kind="look").count() == 1
