"""A family agrees together: one shared part in everybody's plan, and a child is heard."""

from datetime import date

import pytest
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import accepted, client_of
from tests.walls import knowing

from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Invalid
from kotopolku.people.actions import form_household
from kotopolku.people.entries import Names
from kotopolku.people.homes import households_of
from kotopolku.plans.actions import begin_family_plan, save_family_plan
from kotopolku.plans.actions.family import PartIn
from kotopolku.plans.family import family_plan_of
from kotopolku.plans.tests.stories import registered

CHILD = {
    "names": Names(given_names="Sara", family_name="Haddad"),
    "birth_date": date(2015, 5, 5),
    "statuses": [],
    "periods": [],
}


def family(officer):
    """Return a mother's matter, her child, and the plan of the two."""
    mother = accepted(officer)
    child = registered(officer, on=TODAY, **CHILD)
    with acting_as(officer, on=TODAY):
        form_household(members=[(mother.person, "adult"), (child, "child")])
        begin_family_plan(case_id=mother.case)
        return mother, child, family_plan_of(mother.person)


@pytest.mark.slow
def test_a_child_is_heard_and_the_shared_part_stands_in_the_mothers_plan(officer):
    # given
    mother, child, plan = family(officer)
    _mine, hers = plan.parts
    save = {"family_plan_id": plan.id, "version": 1, "shared_goals": "Oma koti", "shared_measures": ""}
    with acting_as(officer, on=TODAY):
        # when a child's part has no opinion, then it is refused at its field
        with pytest.raises(Invalid) as refused:
            save_family_plan(**save, parts={hers.id: PartIn(text="Harrastus")})
        assert refused.value.field == f"part-{hers.id}-opinion"
        # when it has one
        part = PartIn(text="Harrastus", opinion="Haluaa pelata", heard_how="Tulkin kanssa kotona")
        save_family_plan(**save, parts={hers.id: part})
        # then the child's own view shows the same shared part
        assert family_plan_of(child).shared_goals == "Oma koti"
        assert family_plan_of(child).own.opinion == "Haluaa pelata"
    page = client_of(officer).get(reverse("desk:plan", args=[mother.plan])).content.decode()
    assert "Oma koti" in page
    page = client_of(officer).get(reverse("desk:family_plan", args=[mother.case])).content.decode()
    assert "Haluaa pelata" in page
    assert "Sara Haddad" in page


@pytest.mark.slow
def test_a_member_behind_another_wall_is_another_person(officer):
    # given an officer who may not know of children
    mother, _child, _plan = family(officer)
    with acting_as(knowing(officer, set()), on=TODAY):
        found = family_plan_of(mother.person)
    # then the mother's part is there, the child's is a number
    assert [part.person_id for part in found.parts] == [mother.person]
    assert found.hidden == 1


def test_a_split_says_what_becomes_of_the_familys_plan(officer):
    # given a family with a plan
    mother, child, plan = family(officer)
    with acting_as(officer, on=TODAY):
        (home,) = households_of(child)
    # when the child moves out
    look = {"people": [str(child)], "last_day": "24.11.2026", "do": "look"}
    page = client_of(officer).post(reverse("desk:household_split", args=[home]), look)
    # then the page names the plan and whose parts stay in it, and nothing has changed
    (line, *_rest) = page.context["stays"]
    assert "Perheen suunnitelma 24.11.2026" in line
    assert "Sara Haddad" in line
    with acting_as(officer, on=TODAY):
        assert family_plan_of(mother.person).parts == plan.parts
