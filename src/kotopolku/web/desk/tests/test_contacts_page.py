"""The inbox by state: waiting, taken, handled; and what a page says when somebody else was quicker."""

import re

import pytest
from django.urls import reverse
from tests.desk import client_of, contact_at

from kotopolku.audit.acting import acting_as
from kotopolku.cases.actions import close_contact, link_contact_to_case, take_contact
from kotopolku.people.entries import Names
from kotopolku.plans.tests.stories import opened


def closed(officer, on, name):
    contact = contact_at(officer, subject_name=name)
    with acting_as(officer, on=on):
        close_contact(contact_id=contact, outcome="no_need", note="Soitettu.")
    return contact


def names_in(client, state, **more):
    page = client.get(reverse("desk:contacts"), {"state": state, **more})
    return page, page.content.decode()


@pytest.mark.slow
def test_each_state_has_its_list_and_an_empty_one_says_how_it_fills(officer, today):
    client = client_of(officer)
    for state, words in (
        ("waiting", "Yhteydenottoja ei odota"),
        ("taken", "Kukaan ei käsittele"),
        ("handled", "Yhtään yhteydenottoa ei ole vielä käsitelty"),
    ):
        assert words in names_in(client, state)[1]
    # given one of each
    contact_at(officer, subject_name="Odottava Oona")
    with acting_as(officer, on=today):
        take_contact(contact_id=contact_at(officer, subject_name="Otettu Otto"))
    closed(officer, today, "Hoidettu Heta")
    for state, name in (("waiting", "Oona"), ("taken", "Otto"), ("handled", "Heta")):
        page = names_in(client, state)[1]
        assert [one for one in ("Oona", "Otto", "Heta") if one in page] == [name]
    assert "Oona" in client.get(reverse("desk:contacts")).content.decode()
    assert officer.name in names_in(client, "taken")[1]


@pytest.mark.slow
def test_handled_contacts_are_paged_the_newest_first_and_none_is_lost(officer, today):
    names = [f"Asiakas{number:02}" for number in range(27)]
    for name in names:
        closed(officer, today, name)
    client = client_of(officer)
    first, text = names_in(client, "handled")
    seen = [name for name in names if name in text]
    assert len(seen) == 25
    rest = client.get(reverse("desk:contacts") + first.context["page"].next_url).content.decode()
    assert sorted(seen + [name for name in names if name in rest]) == names


@pytest.mark.slow
def test_a_key_that_is_none_of_ours_shows_the_first_page(officer, today):
    closed(officer, today, "Hoidettu Heta")
    for after in ("x", "2026-11-24", "2026-11-24,zz", "9,9,9"):
        assert "Heta" in names_in(client_of(officer), "handled", after=after)[1]


def test_a_contact_taken_meanwhile_says_by_whom(officer, colleague, today):
    # given a page that shows a waiting contact, which a colleague takes
    contact = contact_at(officer)
    url = reverse("desk:contact", args=[contact])
    client = client_of(officer)
    version = client.get(url).context["contact"].row.version
    with acting_as(colleague, on=today):
        take_contact(contact_id=contact)
    # when the officer takes it too
    answer = client.post(url, {"do": "take", "version": version})
    # then the page says who was quicker, and shows the contact as it stands
    assert answer.status_code == 409
    assert f"{colleague.name} otti juuri tämän yhteydenoton" in answer.content.decode()
    assert answer.context["contact"].row.handled_by == colleague.name


def test_a_contact_handled_meanwhile_says_by_whom(officer, colleague, today):
    contact = contact_at(officer)
    with acting_as(colleague, on=today):
        close_contact(contact_id=contact, outcome="no_need", note="Soitettu.")
    answer = client_of(officer).post(
        reverse("desk:contact", args=[contact]),
        {"do": "close", "outcome": "no_need", "note": "Minäkin soitin."},
    )
    assert answer.status_code == 409
    page = answer.content.decode()
    assert f"{colleague.name} on jo käsitellyt tämän yhteydenoton" in page
    assert "luonno" not in page


def test_a_handled_contact_of_a_protected_client_tells_no_municipality(coordinator, officer, today):
    # given a contact that led to a client under a non-disclosure order
    contact = contact_at(officer, subject_name="Salla Suojattu", subject_phone="0401234567")
    _person, case = opened(
        officer, on=today, names=Names(given_names="Salla", family_name="Suojattu"), non_disclosure=True
    )
    with acting_as(officer, on=today):
        link_contact_to_case(contact_id=contact, case_id=case)
    client = client_of(coordinator)
    for page in (
        names_in(client, "handled")[1],
        client.get(reverse("desk:contact", args=[contact])).content.decode(),
    ):
        main = page[page.index("<main") : page.index("</main>")]
        assert "Suojattu" in main
        # the letterhead is the area's, the same for everybody
        told = re.sub(r'<div class="letterhead">.*?</div>', "", main, flags=re.DOTALL)
        assert "Raisio" not in told
        assert "0401234567" not in main
        assert 'class="masked"' in main
