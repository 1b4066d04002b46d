"""The interface tells what is public to everybody, records to a duty's key, and nothing to a session."""

import re
from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from tests.cast import TODAY, worker
from tests.desk import accepted, client_of

from kotopolku.accounts.api_tokens import end_api_token, issue_api_token
from kotopolku.accounts.models import ApiToken, Staff
from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.audit.models import LogRow
from kotopolku.people.actions import set_non_disclosure
from kotopolku.plans.actions import review_plan
from kotopolku.plans.models import Plan

RECORDS = ("assessments", "plans", "reviews")


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today):
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


@pytest.fixture
def administrator(area):
    return worker(
        username="antti", name="Antti", at="raisio", area="raisio", role=Role.ADMINISTRATOR, covers=["raisio"]
    )


@pytest.fixture
def key_of(administrator):
    def issue(actor, *, until: date = TODAY + timedelta(days=30)) -> str:
        with acting_as(administrator, on=TODAY):
            return issue_api_token(duty=actor.duty_id, name="Koto-AJ", valid_to=until)

    return issue


def read(name: str, key: str = "", **asked):
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    return Client().get(reverse(f"api:{name}"), asked, headers=headers)


def items(answer):
    assert answer.status_code == 200, answer.content
    return answer.json()["items"]


@pytest.fixture
def matter(officer):
    found = accepted(officer)
    with acting_as(officer, on=TODAY):
        version = Plan.objects.get(pk=found.plan).version
        review_plan(
            plan_id=found.plan,
            version=version,
            on=TODAY,
            participation="Käy kurssilla",
            progress="Kieli edistyy Raision torilla",
            source="client",
        )
    return found


@pytest.mark.slow
def test_services_rules_and_the_programme_are_public_and_paged(raisio_loaded):
    pages, after = [], ""
    while after is not None:
        answer = read("services", after=after, limit=5)
        pages.append(answer.json())
        after = pages[-1]["after"]
    codes = [one["code"] for page in pages for one in page["items"]]
    assert len(codes) == len(set(codes)) > 5
    assert codes == sorted(codes)
    one = Client().get(reverse("api:service", args=[codes[0]])).json()
    assert one["names"]["fi"]
    assert read("programme").json()["titles"]["fi"]
    rules = items(read("rules", limit=100))
    assert {"id", "citation", "text", "in_force_from"} <= rules[0].keys()


@pytest.mark.slow
@pytest.mark.parametrize("name", RECORDS)
def test_records_answer_to_a_key_and_to_nothing_else(matter, officer, key_of, name):
    # given a signed-in officer without a key, a made-up key and a real one
    assert client_of(officer).get(reverse(f"api:{name}")).status_code == 401
    refused = read(name, "kotopolku_made-up")
    assert refused.status_code == 401
    assert set(refused.json()) == {"error", "advice", "number"}
    assert LogRow.objects.filter(subject="api", result="refused").count() == 2
    (one,) = items(read(name, key_of(officer)))
    # then the record is there, and the reading is in the log under the duty, with the person
    assert one["person"]["id"] == str(matter.person)
    row = LogRow.objects.get(kind="export")
    assert (row.staff_id, row.duty_id, row.subject) == (
        officer.staff_id,
        officer.duty_id,
        name[:-1] + "_record",
    )
    assert [seen.person_id for seen in row.seen.all()] == [matter.person]


def test_the_records_hold_what_the_decree_lists(matter, officer, key_of):
    key = key_of(officer)
    Staff.objects.filter(pk=officer.staff_id).update(email="aino@raisio.example")
    (assessment,), (plan,), (review,) = (items(read(name, key)) for name in RECORDS)
    assert assessment["on"]
    assert assessment["content"]
    assert {"measures", "plan_or_referral", "author", "source"} <= assessment.keys()
    for one in (assessment, plan, review):
        assert one["authors"][0] == {
            "name": "Aino Kettunen",
            "organisation": "Raisio",
            "email": "aino@raisio.example",
        }
    assert assessment["sources"] == ["person"]
    assert plan["sources"] == ["client", "assessment"]
    assert review["sources"] == ["client"]
    assert plan["on"] == "2026-11-02"
    assert plan["ends_on"] == "2027-11-01"
    assert plan["goals"]
    assert plan["measures"]
    assert review["plan"] == str(matter.plan)
    assert review["progress"] == "Kieli edistyy Raision torilla"
    assert (review["author"], review["source"]) == ("Aino Kettunen", "Raisio, Kotopolku")


@pytest.mark.slow
@pytest.mark.parametrize("name", RECORDS)
def test_a_key_sees_what_its_duty_sees(matter, neighbour, stranger, coordinator, key_of, name):
    assert items(read(name, key_of(neighbour))) == []
    assert len(items(read(name, key_of(coordinator)))) == 1


@pytest.mark.slow
@pytest.mark.parametrize("name", RECORDS)
def test_of_a_protected_person_only_days_and_codes_are_told(matter, officer, key_of, name):
    with acting_as(officer, on=TODAY):
        set_non_disclosure(person_id=matter.person, in_force=True)
    answer = read(name, key_of(officer))
    (one,) = items(answer)
    assert one["person"]["masked"]
    # then nothing that somebody wrote, and nobody who works for the municipality, is in the answer
    told = answer.content.decode()
    for word in ("Raisi", "raisi", "Aino", "Kieli"):
        assert word not in told, word
    written = [
        value for key, value in one.items() if key in {"author", "authors", "source", "content", "progress"}
    ]
    assert not any(written)


def test_a_key_ends_with_its_time_its_duty_and_its_administrator(
    matter, officer, administrator, key_of, monkeypatch
):
    key = key_of(officer, until=TODAY)
    assert len(items(read("plans", key))) == 1
    assert ApiToken.objects.get().last_used_on == TODAY
    monkeypatch.setenv("KOTOPOLKU_TODAY", (TODAY + timedelta(days=1)).isoformat())
    assert read("plans", key).status_code == 401
    monkeypatch.setenv("KOTOPOLKU_TODAY", TODAY.isoformat())
    with acting_as(administrator, on=TODAY):
        end_api_token(token_id=ApiToken.objects.get().pk)
    assert read("plans", key).status_code == 401
    assert key not in str(list(ApiToken.objects.values()))


def test_only_an_administrator_makes_keys_and_only_for_duties_of_the_area_that_see_clients(
    officer, stranger, administrator, key_of
):
    for actor in (stranger, administrator):
        with pytest.raises(Invalid):
            key_of(actor)
    with pytest.raises(Invalid):
        key_of(officer, until=TODAY + timedelta(days=500))
    with acting_as(officer, on=TODAY), pytest.raises(NotPermitted):
        issue_api_token(duty=officer.duty_id, name="x", valid_to=TODAY)
    with acting_as(administrator, on=TODAY), pytest.raises(NotFound):
        end_api_token(token_id=999)


@pytest.mark.parametrize(
    ("url", "status"),
    [
        ("/api/v1/rules?limit=0", 422),
        ("/api/v1/rules?limit=x", 422),
        ("/api/v1/rules?after=%00", 422),
        ("/api/v1/services/%00", 404),
        ("/api/v1/nothing", 404),
        ("/api/v9/", 404),
        ("/api/v1/records/plans?after=x", 401),
    ],
)
def test_what_cannot_be_read_is_told_in_the_houses_form(area, url, status):
    answer = Client().get(url)
    assert answer.status_code == status
    if "json" in answer.headers["Content-Type"]:
        assert re.fullmatch(r"[0-9A-F]{8}", answer.json()["number"])
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_description_is_whole_and_names_no_column_of_a_table(area):
    told = Client().get(reverse("api:openapi-json")).json()
    assert set(told["paths"]) == {
        "/api/v1/services",
        "/api/v1/services/{code}",
        "/api/v1/programme",
        "/api/v1/rules",
        "/api/v1/records/assessments",
        "/api/v1/records/plans",
        "/api/v1/records/reviews",
    }
    assert all(set(methods) == {"get"} for methods in told["paths"].values())


def test_the_administrator_makes_a_key_on_the_page_sees_it_once_and_ends_it(administrator, officer):
    client = client_of(administrator)
    page = reverse("office:api_tokens")
    made = client.post(page, {"name": "Koto-AJ", "duty": officer.duty_id, "valid_to": "31.12.2026"})
    key = re.search(r"kotopolku_[\w-]+", made.content.decode()).group()
    assert key not in client.get(page).content.decode()
    # and the log names the key in one row
    row = LogRow.objects.get(action="issue_api_token")
    assert (row.subject, row.subject_id) == ("api_token", str(ApiToken.objects.get().pk))
    assert read("plans", key).status_code == 200
    assert (
        client.post(reverse("office:api_token_end"), {"token": ApiToken.objects.get().pk}).status_code == 302
    )
    assert read("plans", key).status_code == 401
