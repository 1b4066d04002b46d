"""The auditor reads the log, sees no client's name, and what is taken out of the log is in the log."""

from uuid import uuid4

import pytest
from django.urls import reverse
from django.utils.timezone import localdate
from tests.cast import worker
from tests.desk import client_of

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Role
from kotopolku.audit.clock import database_now
from kotopolku.audit.models import LogRow
from kotopolku.audit.queries import looks_for_client
from kotopolku.cases.actions import assign_officer, open_case
from kotopolku.cases.auditing import person_behind, staff_figures
from kotopolku.cases.models import Case
from kotopolku.people.access import person_for
from kotopolku.web.office.log.words import person_code
from kotopolku.web.parts.dates import day
from kotopolku.web.parts.exports import neutral


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today):
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


@pytest.fixture
def auditor(area):
    return worker(
        username="tarja", name="Tarja Tarkka", at="raisio", area="raisio", role=Role.AUDITOR, covers=[]
    )


@pytest.fixture
def rana(officer, colleague, person_of, today):
    """A client of the officer, whom a colleague has looked at twice."""
    found = person_of(officer, given_names="Rana", family_name="Salainen")
    with acting_as(officer, on=today):
        assign_officer(
            case_id=open_case(person_id=found, opened_because="guidance"), staff_id=officer.staff_id
        )
    for _time in range(2):
        with acting_as(colleague, on=today):
            person_for(found)
    return found


def number_of(person) -> str:
    return Case.objects.get(person_id=person).number


def page(auditor, query: str = "") -> str:
    answer = client_of(auditor).get(reverse("office:log") + query)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_auditor_sees_who_looked_and_no_name_of_a_client(auditor, rana):
    shown = page(auditor)
    assert "Samir Haddad" in shown
    assert person_code(rana) in shown
    assert "Salainen" not in shown


def test_who_looks_without_being_anybodys_officer_is_counted(auditor, rana, officer, colleague, today):
    with acting_as(auditor, on=today):
        figures = {one.staff_id: one for one in staff_figures()}
    assert (figures[colleague.staff_id].persons, figures[colleague.staff_id].without_case) == (1, 1)
    assert figures[officer.staff_id].without_case == 0


def test_the_figures_and_the_number_answer_nobody_but_an_auditor(rana, officer, coordinator, today):
    with acting_as(officer, on=today):
        number = number_of(rana)
    for actor in (officer, coordinator):
        with acting_as(actor, on=today):
            assert staff_figures() == ()
            assert person_behind(number) is None


def test_a_case_number_leads_by_post_to_the_rows_about_its_person(auditor, rana, officer, today):
    with acting_as(officer, on=today):
        number = number_of(rana)
    answer = client_of(auditor).post(reverse("office:log_person"), {"number": number})
    assert answer.url == f"{reverse('office:log')}?person={rana}"
    assert LogRow.objects.filter(kind="search", subject="case_number", staff_id=auditor.staff_id).count() == 1
    wrong = client_of(auditor).post(reverse("office:log_person"), {"number": "2020-00001"})
    assert wrong.status_code == 422


def test_the_log_is_narrowed_by_worker_kind_result_and_person(auditor, rana, colleague, neighbour, today):
    with acting_as(neighbour, on=today), pytest.raises(Exception, match=""):
        person_for(uuid4())
    logged = day(localdate(database_now()))
    shown = page(auditor, f"?staff={colleague.staff_id}&kind=look&person={rana}&first={logged}&last={logged}")
    assert shown.count("<td data-label") == 2 * 4
    shown = page(auditor, "?result=refused")
    assert "Nea Salo" in shown
    assert "Rows of the log" not in page(auditor, "?last=1.1.2020")


def test_taking_a_copy_asks_for_a_fresh_sign_in_and_is_logged(auditor, rana, monkeypatch):
    client = client_of(auditor)
    with monkeypatch.context() as earlier:
        earlier.setattr("kotopolku.web.office.log.view.fresh", lambda _request: False)
        assert "next=" in client.post(reverse("office:log_export")).url
    # when the auditor has just proved themselves
    answer = client.post(reverse("office:log_export"), {"kind": "look"})
    # then the rows come, without names of clients, and the taking is logged
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert len(lines) > 2
    assert "Salainen" not in answer.content.decode()
    assert person_code(rana) in lines[1]
    assert LogRow.objects.get(kind="export").count == len(lines) - 1


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x"])
def test_no_cell_is_a_formula(cell):
    assert neutral(cell) == f"'{cell}"
    assert neutral("Aino") == "Aino"


def test_pages_follow_one_another_without_a_row_twice(auditor, monkeypatch, rana, today):
    monkeypatch.setattr("kotopolku.web.office.log.view.ON_A_PAGE", 3)
    client = client_of(auditor)
    seen: list[int] = []
    url = reverse("office:log") + "?kind=change"
    while url:
        answer = client.get(url)
        seen += [row[0].text for row in answer.context["table"].rows]
        url = answer.context["page"].next_url
    with acting_as(auditor, on=today):  # who reads outside a duty sees but a part of the log
        assert len(seen) == LogRow.objects.filter(kind="change").count()


def test_a_client_reads_days_and_organisations_and_no_names_unless_the_area_says_so(rana, colleague, today):
    with acting_as(colleague, on=today):
        looks = looks_for_client(rana)
        assert {(one.day, one.organisation, one.role, one.staff_name) for one in looks} == {
            (localdate(database_now()), "Raisio", "officer", "")
        }
        assert {"change", "look"} <= set(looks[0].kinds)
        named = looks_for_client(rana, named=True)
        assert {one.staff_name for one in named} == {"Aino Kettunen", "Samir Haddad"}
