"""How many times a page asks the database: exact numbers, and a list of thirty asks as often as a list of one.

A number that changes is a question to whoever changed it, not a number to adjust in passing.
"""

from datetime import date
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.desk import accepted, being_assessed, client_of, contact_at, in_draft, set_targets

from kotopolku.people.entries import Names
from kotopolku.plans.tests.stories import opened

LONG_AGO = date(2026, 8, 3)
LISTS = {"desk:today": 22, "desk:contacts": 14, "desk:people": 17, "desk:find": 17}

PAGES = {"case": 49, "facts": 27, "assessment": 27, "assessment_read": 27, "plan_draft": 38, "plan": 37}


def clients(officer, number):
    """Give the officer as many late clients and waiting contacts as asked for."""
    for one in range(number):
        opened(officer, on=LONG_AGO, names=Names(given_names=f"Rana{one}", family_name="Haddad"))
        contact_at(
            officer, subject_name=f"Mahdi{one} Haddad", sender_organisation="Neuvola", kind="authority"
        )


def fetch(client, name):
    if name == "desk:find":
        return client.post(reverse(name), {"q": "had"})
    return client.get(reverse(name))


@pytest.mark.slow
@pytest.mark.parametrize("rows", [1, pytest.param(30, marks=pytest.mark.slow)])
def test_a_list_asks_the_database_as_often_for_thirty_rows_as_for_one(area, officer, rows):
    # given as many late clients and waiting contacts
    set_targets(area.id)
    clients(officer, rows)
    client = client_of(officer)
    asked = {}
    for name in LISTS:
        assert fetch(client, name).status_code == 200
        # when a list is read
        with CaptureQueriesContext(connection) as queries:
            page = fetch(client, name).content.decode()
        # then it shows them
        shown = page.count('href="/desk/contacts/' if name == "desk:contacts" else "Haddad")
        assert shown >= min(rows, 7), name
        asked[name] = len(queries)
    # and each keeps to its number
    assert asked == LISTS


@pytest.fixture
def addresses(officer) -> dict[str, str]:
    """The address of each page about one client, each with something on it."""
    in_force, draft = accepted(officer), in_draft(officer)
    begun: UUID = being_assessed(officer)[2]
    return {
        "case": reverse("desk:case", args=[in_force.case]),
        "facts": reverse("desk:facts", args=[in_force.case]),
        "assessment": reverse("desk:assessment", args=[begun]),
        "assessment_read": reverse("desk:assessment", args=[in_force.assessment]),
        "plan_draft": reverse("desk:plan", args=[draft.plan]),
        "plan": reverse("desk:plan", args=[in_force.plan]),
    }


@pytest.mark.slow
@pytest.mark.parametrize("what", PAGES)
def test_a_page_about_one_client_keeps_to_its_number(officer, addresses, django_assert_num_queries, what):
    client = client_of(officer)
    assert client.get(addresses[what]).status_code == 200
    with django_assert_num_queries(PAGES[what], info=what):
        client.get(addresses[what])
