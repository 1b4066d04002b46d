"""The pages of households and duplicates: forms that look first, and no name in an address."""

from datetime import date

import pytest
from django.urls import reverse
from tests.desk import client_of

from kotopolku.audit.acting import acting_as
from kotopolku.people.actions import form_household, set_non_disclosure
from kotopolku.people.homes import household_of, households_of
from kotopolku.people.models import Fact, Person

REGISTERED = "residence.municipality_of_residence.first_registered_on"


@pytest.fixture
def family(officer, person_of, today):
    mother, child = (person_of(officer, given_names=one, family_name="Esimerkki") for one in ("Rana", "Noor"))
    with acting_as(officer, on=today):
        home = form_household(members=[(mother, "adult"), (child, "child")])
    return home, mother, child


@pytest.mark.slow
def test_a_split_is_looked_at_first_and_made_only_as_it_was_seen(officer, today, family):
    home, mother, child = family
    with acting_as(officer, on=today):
        set_non_disclosure(person_id=mother, in_force=True)
    client, url = client_of(officer), reverse("desk:household_split", args=[home])
    typed = {"people": [str(child)], "last_day": f"{today:%d.%m.%Y}", "together": "on"}
    # saving without a look shows what follows instead
    answer = client.post(url, {**typed, "do": "save"})
    assert answer.status_code == 409
    # when it is looked at
    answer = client.post(url, {**typed, "do": "look"})
    html = answer.content.decode()
    assert answer.status_code == 200
    assert "Suoja päättyisi" in html
    with acting_as(officer, on=today):
        assert households_of(child) == (home,)
    # and made
    assert client.post(url, {**typed, "do": "save", "seen": answer.context["home"].stamp}).status_code == 302
    with acting_as(officer, on=today):
        assert households_of(child)[0] != home


def test_somebody_is_found_by_post_and_moves_in(officer, person_of, today, family):
    home = family[0]
    father = person_of(officer, given_names="Omar", family_name="Esimerkki")
    client, url = client_of(officer), reverse("desk:household", args=[home])
    found = client.post(url, {"do": "find", "find-q": "omar"})
    assert [row.id for row in found.context["found"]] == [father]
    sent = {"do": "add", "add-person": father, "add-role": "adult", "add-since": "1.11.2026"}
    assert client.post(url, sent).status_code == 302
    with acting_as(officer, on=today):
        assert (father, date(2026, 11, 1)) in [
            (one.person.id, one.first_day) for one in household_of(home).members
        ]
    # and out again
    assert (
        client.post(url, {"do": "leave", "leave-person": father, "leave-last_day": "31.10"}).status_code
        == 422
    )
    sent = {"do": "leave", "leave-person": father, "leave-last_day": "20.11.2026"}
    assert client.post(url, sent).status_code == 302


def test_one_talk_is_written_for_those_chosen(officer, today, family):
    home, mother, child = family
    client, url = client_of(officer), reverse("desk:household_together", args=[home])
    typed = {"people": [str(mother), str(child)], "source": "person", "interview_of": "Rana"}
    assert client.post(url, typed).status_code == 422  # nothing to write
    assert client.post(url, {**typed, "registered_on": "2.5.2026"}).status_code == 302
    with acting_as(officer, on=today):
        assert {one.source_note for one in Fact.objects.filter(key=REGISTERED)} == {"haastattelu: Rana"}
        assert Fact.objects.filter(key=REGISTERED).count() == 2


@pytest.mark.slow
def test_two_registrations_are_seen_side_by_side_linked_and_unlinked(officer, coordinator, person_of, today):
    one, other = (
        person_of(officer, given_names=given, family_name="Esimerkki", birth_date=date(1990, 5, 2))
        for given in ("Maryam", "Mariam")
    )
    client, url = client_of(coordinator), reverse("desk:duplicate_link")
    found = client.post(url, {"do": "find", "q": "2.5.1990"})
    assert {row.id for row in found.context["found"]} == {one, other}
    pair = {"one": str(one), "other": str(other)}
    seen = client.post(url, {**pair, "do": "compare"}).content.decode()
    assert "Maryam Esimerkki" in seen
    assert "Mariam Esimerkki" in seen
    assert client.post(url, {**pair, "do": "link"}).status_code == 302
    with acting_as(coordinator, on=today):
        assert Person.objects.get(pk=other).merged_into_id == one
    again = client.post(url, {**pair, "do": "link"})
    assert again.status_code == 422
    assert client.post(url, {"one": str(other), "do": "unlink"}).status_code == 302
    with acting_as(coordinator, on=today):
        assert Person.objects.get(pk=other).merged_into_id is None


def test_an_officer_has_no_page_for_linking(officer):
    assert client_of(officer).get(reverse("desk:duplicate_link")).status_code == 404
