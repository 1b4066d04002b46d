"""The way of an emergency opening through the pages: named by POST, a reason, three hours, a decision."""

import re

import pytest
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import accepted, client_of

from kotopolku.audit.acting import acting_as
from kotopolku.cases.queries import case_view

EMERGENCY = "/desk/people/emergency/"


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today):
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


@pytest.fixture
def matter(officer):
    return accepted(officer)


@pytest.fixture
def number(matter, officer):
    with acting_as(officer, on=TODAY):
        return case_view(matter.case).number


@pytest.mark.slow
def test_a_file_is_opened_read_and_reviewed(matter, number, neighbour, coordinator):
    client = client_of(neighbour)
    case = reverse("desk:case", args=[matter.case])
    assert client.get(case).status_code == 404
    # when the neighbour names the client and says why
    asked = client.post(EMERGENCY, {"named": number})
    assert asked.status_code == 200
    assert "Haddad" not in asked.content.decode()
    assert client.post(EMERGENCY, {"named": number, "words": ""}).status_code == 422
    opened = client.post(EMERGENCY, {"named": number, "reason": "child_at_risk", "words": ""}, follow=True)
    # then the file is open, with its plan and paper
    assert opened.redirect_chain[-1][0] == case
    assert opened.status_code == 200
    for name, thing in (("facts", matter.case), ("plan", matter.plan), ("assessment", matter.assessment)):
        assert client.get(reverse(f"desk:{name}", args=[thing])).status_code == 200, name
    # and nothing can be changed in it
    handling = reverse("desk:handling", args=[matter.case])
    assert client.post(handling, {"officer": neighbour.staff_id}).status_code in {404, 422}
    # when the coordinator reviews it
    review = client_of(coordinator)
    listed = review.get(reverse("office:overrides")).content.decode()
    assert "Nea Salo" in listed
    page = re.search(r"/office/overrides/[0-9a-f-]{36}/", listed).group()
    assert review.post(page, {"justified": "no"}).status_code == 422
    assert review.post(page, {"justified": "no", "decision": "Ei perustetta"}).status_code == 302
    # then the decision stands and cannot be taken again
    assert "Ei perustetta" in review.get(page).content.decode()
    assert review.post(page, {"justified": "yes", "decision": "Oli"}).status_code == 404


def test_who_is_nobody_and_who_is_not_to_be_seen_get_the_same_answer(matter, number, neighbour, stranger):
    answers = [client_of(stranger).post(EMERGENCY, {"named": named}) for named in (number, "2020-99999")]
    assert [answer.status_code for answer in answers] == [422, 422]
    first, second = (_said(answer, number) for answer in answers)
    assert first == second


def _said(answer, number) -> str:
    page = answer.content.decode().replace(number, "2020-99999")
    return page.split("<main")[1].split("csrfmiddlewaretoken")[0]


def test_one_s_own_client_is_opened_the_ordinary_way(matter, number, officer):
    answer = client_of(officer).post(EMERGENCY, {"named": number})
    assert answer.url == reverse("desk:case", args=[matter.case])


def test_opening_asks_for_a_fresh_sign_in(matter, number, neighbour, monkeypatch):
    monkeypatch.setattr("kotopolku.web.desk.emergency.view.fresh", lambda _request: False)
    client = client_of(neighbour)
    answer = client.post(EMERGENCY, {"named": number, "reason": "child_at_risk"})
    assert "next=" in answer.url
    assert client.get(reverse("desk:case", args=[matter.case])).status_code == 404
