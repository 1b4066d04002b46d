"""The records page: what is copied to the national system, marked in one press, and given as a file."""

import json
from uuid import uuid4

import pytest
from django.urls import reverse
from tests.desk import accepted, client_of


@pytest.mark.slow
def test_a_record_is_marked_and_the_mark_taken_back(officer):
    # given
    matter = accepted(officer)
    client, address = client_of(officer), reverse("desk:records", args=[matter.case])
    # when
    answer = client.post(address, {"kind": "plan", "record": str(matter.plan)})
    # then
    assert answer.status_code == 302
    page = client.get(address)
    (plan,) = [card for card in page.context["cards"] if card.kind == "plan"]
    assert plan.mark is not None
    assert plan.mark.by_name in page.content.decode()
    found = json.loads(client.get(reverse("desk:records_file", args=[matter.case])).content)
    assert found["plans"][0]["recorded"] == {
        "on": plan.mark.recorded_on.isoformat(),
        "by": plan.mark.by_name,
    }
    # and what is copied by hand holds the interview's content, its makers and where it came from
    (assessment,) = [card for card in page.context["cards"] if card.kind == "assessment"]
    told = dict(assessment.pairs)
    assert "Ompelee." in told["Erityisosaaminen ja vahvuudet"]
    assert told["Mistä tiedot on saatu"] == "asiakas itse"
    # when it was a mistake
    client.post(address, {"undo": plan.mark.id})
    assert all(card.mark is None for card in client.get(address).context["cards"])
    # and what is not there cannot be marked
    assert client.post(address, {"kind": "plan", "record": str(uuid4())}).status_code == 422


@pytest.mark.slow
def test_the_file_holds_the_three_kinds_of_records_field_for_field(officer):
    matter = accepted(officer)
    answer = client_of(officer).get(reverse("desk:records_file", args=[matter.case]))
    found = json.loads(answer.content)
    assert [len(found[kind]) for kind in ("assessments", "plans", "reviews")] == [1, 1, 0]
    assert found["plans"][0]["goals"][0]["code"] == "working_life_readiness"
    assert "Haddad" not in answer["Content-Disposition"]
