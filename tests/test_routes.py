"""Who gets which answer at which address: the table in `kotopolku.web.route_table`, asked address by address.

For a thing that exists but is somebody else's, and for one that never existed, the answers are the same to the last
letter but the number to quote.
"""

import re
from dataclasses import asdict, replace
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import NoReverseMatch, reverse

from kotopolku.accounts.models import Staff
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ROOMS, Actor, Role
from kotopolku.audit.models import LogRow
from kotopolku.cases.actions import open_override
from kotopolku.cases.override_model import Override
from kotopolku.cases.queries import case_view
from kotopolku.languages.codes import by_code
from kotopolku.web import route_table
from kotopolku.web.route_table import TABLE, Row
from tests.cast import TODAY, worker
from tests.desk import Matter, accepted, client_of, in_draft
from tests.everything import with_everything

STAFF = [row for row in TABLE if row.space and row.space != "api"]
# A visit to advice, a number of its line and an outreach day are nobody's: everybody who advises in the area sees it.
THINGS = [row for row in STAFF if row.thing and row.thing not in {"visit", "ticket", "outreach_day"}]
# Where a role's organisation is; the rest work for the municipality.
AT = {Role.COUNTY_WORKER: "varha", Role.EMPLOYMENT_CONTACT: "turku"}
PARTS: dict[str, list[Any]] = {
    "step_in": [1],
    "kiosk_topic": [by_code("fi")],
    "kiosk_number": [by_code("fi"), 1],
    "kiosk_sound": [by_code("fi"), "topic"],
    "api:service": ["no-such-service"],
    "api_not_there": ["v9/"],
    "partner:link": ["no-such-link"],
    "packet_link": ["no-such-link"],
    "calendar_feed": ["no-such-calendar"],
}
# Pages that show one row of a case, named in the query: without it there is nothing for anybody.
ASKS_MORE = {"desk:fact", "desk:paper", "desk:network_member"}
NOWHERE = ("/desk/no-such-page/", "/office/no-such-page/", "/partner/no-such-page/")


def address(row: Row, matter: Matter | None = None) -> str:
    if not row.thing:
        return reverse(row.name, args=PARTS.get(row.name, []))
    if row.thing == "staff":
        return reverse(row.name, args=[Staff.objects.earliest("pk").pk if matter else 999_999_999])
    if row.thing == "published":  # the tests' area has no programme, so no published contact
        return reverse(row.name, args=["naantali-contact" if matter else "nobody"])
    if row.thing == "outreach_day":
        return reverse(row.name, args=[matter.outreach_day if matter else 999_999_999])
    known = asdict(matter) if matter else {}
    thing = known.get(row.thing) or uuid4()
    try:
        return reverse(row.name, args=[thing])
    except NoReverseMatch:  # a part of the thing, which is there for nobody
        return reverse(row.name, args=[thing, 999_999_999])


def ask(client: Client, method: str, url: str) -> Any:
    return client.get(url) if method == "GET" else client.post(url)


def without_number(answer: Any) -> tuple[int, str, list[tuple[str, str]]]:
    """What a reader can tell two refusals apart by: status, page, headers, all but the number to quote."""
    page = answer.content.decode().replace(answer.context["number"], "NUMBER")
    page = re.sub(r'name="csrfmiddlewaretoken" value="[^"]+"', "CSRF", page)
    return answer.status_code, page, sorted(answer.headers.items())


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today):
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


@pytest.fixture
def matter(officer: Actor) -> Matter:
    """A client's whole matter, whose file somebody of the other municipality has opened in an emergency."""
    found = in_draft(officer)
    opener = worker(
        username="paivystaja", name="Päivi Päivystäjä", at="naantali", area="raisio", role=Role.OFFICER,
        covers=["naantali"],
    )  # fmt: skip
    with acting_as(officer, on=TODAY):
        number = case_view(found.case).number
    with acting_as(opener, on=TODAY):
        open_override(named=number, reason="child_at_risk")
        found = replace(found, override=Override.objects.get().pk)
    return with_everything(officer, found)


def in_role(role: Role) -> Actor:
    return worker(
        username=role.value,
        name=f"Työntekijä {role}",
        at=AT.get(role, "raisio"),
        area="raisio",
        role=role,
        covers=["raisio", "naantali"],
    )


def test_every_route_of_the_program_stands_in_the_table():
    # when the address map is walked, then every route has a row, and every row a route
    assert route_table.faults() == []


def test_a_route_without_a_row_is_named(monkeypatch):
    # given a table that forgot a page, and one with a page that is gone
    gone = Row(name="desk:gone", thing="", answers={})
    monkeypatch.setattr(route_table, "TABLE", (*(row for row in TABLE if row.name != "desk:plan"), gone))
    # when, then
    assert route_table.faults() == [
        "desk:plan has no row in the table of routes",
        "desk:gone stands in the table of routes but has no address",
    ]


def test_every_row_tells_the_answer_of_every_role_and_the_table_prints():
    assert all(set(row.answers) == set(route_table.COLUMNS) for row in TABLE)
    assert set(ROOMS) < set(route_table.COLUMNS)
    head, *body = route_table.lines()
    assert head.split() == ["address", *(role.value for role in route_table.COLUMNS)]
    assert len(body) == len(TABLE)


def test_every_address_of_a_room_lies_behind_the_sign_in():
    assert {(row.space, address(row).split("/")[1]) for row in STAFF} <= {
        (room, room) for room in ("desk", "office", "partner", "own")
    }


@pytest.mark.slow
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.django_db
def test_a_visitor_gets_the_sign_in_page_whether_the_thing_exists_or_not(matter, method):
    client = Client()
    for url in [url for row in STAFF for url in (address(row, matter), address(row))] + [*NOWHERE]:
        # when somebody who is not signed in asks
        answer = ask(client, method, url)
        # then the way leads to the sign-in page and nothing else is told
        assert (answer.status_code, answer.url) == (302, f"/sign-in/?next={url}"), (method, url)
        assert answer.content == b""


@pytest.mark.django_db
def test_a_visitors_knock_at_a_staff_address_is_in_the_log_without_what_was_asked_for(matter):
    # when
    Client().get(address(THINGS[0], matter))
    # then
    row = LogRow.objects.get(result="refused")
    assert (row.role, row.subject, row.subject_id, row.staff_id) == ("public", "room", "desk", None)


@pytest.mark.slow
@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.parametrize("role", route_table.COLUMNS)
def test_every_role_gets_what_the_table_says(matter, role, method):
    # given a worker of the role, whose duty covers the client's municipality
    client = Client() if role is Role.PUBLIC else client_of(in_role(role))
    wrong = {}
    # when every address is asked for, last the one that ends the session
    for row in sorted(TABLE, key=lambda row: row.name == "sign_out"):
        answer = ask(client, method, address(row, matter))
        # then the answers are the table's
        if row.space and role is not Role.PUBLIC:
            assert answer.headers["Cache-Control"] == "no-store", row.name
        expected = row.answers[role][method == "POST"]
        if answer.status_code != expected:
            wrong[row.name] = (answer.status_code, expected)
    assert wrong == {}


@pytest.mark.slow
@pytest.mark.parametrize("who", ["neighbour", "stranger"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_who_has_no_duty_cannot_tell_a_thing_of_others_from_nothing(matter, neighbour, stranger, who, method):
    actor = {"neighbour": neighbour, "stranger": stranger}[who]
    client = client_of(actor)
    for row in THINGS:
        if row.answers[actor.role][method == "POST"] == 405:
            continue
        # given the address of somebody else's client, and one of nothing at all
        theirs, nothing = address(row, matter), address(row)
        before = set(LogRow.objects.values_list("pk", flat=True))
        # when both are asked for
        answers = [ask(client, method, url) for url in (theirs, nothing)]
        # then the answers are the same
        assert answers[0].status_code == 404, row.name
        assert without_number(answers[0]) == without_number(answers[1]), row.name
        # and both refusals are in the log: with the thing's id, or as a knock at a room that is closed to the role
        refused = LogRow.objects.exclude(pk__in=before).filter(result="refused", staff_id=actor.staff_id)
        known = [one.subject_id for one in refused]
        room_is_open = row.answers[actor.role] != route_table.NOT_THERE or row.name in ASKS_MORE
        asked = [url.split("/")[3] for url in (theirs, nothing)] if room_is_open else [row.space] * 2
        # (a page that wants more than an empty form says "not there" to everybody before it reads anything)
        wants_more = row.answers[Role.OFFICER][method == "POST"] == 404
        assert known == asked or (wants_more and known == []), row.name


@pytest.mark.slow
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_plan_in_force_is_no_less_closed_than_a_draft(officer, stranger, method):
    matter = accepted(officer)
    client = client_of(stranger)
    for row in (one for one in THINGS if one.thing == "plan"):
        if row.answers[Role.OFFICER][method == "POST"] != 405:
            answer = ask(client, method, address(row, matter))
            assert without_number(answer) == without_number(ask(client, method, address(row))), row.name


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_list_of_duplicates_does_not_exist_for_an_officer_and_trying_is_logged(officer, method):
    # when an officer asks for the coordinator's page
    answer = ask(client_of(officer), method, reverse("desk:duplicates"))
    # then there is no such page, and the log says who tried
    assert answer.status_code == 404
    row = LogRow.objects.get(result="refused")
    assert (row.staff_id, row.subject) == (officer.staff_id, "duplicates")


@pytest.mark.slow
@pytest.mark.parametrize("who", ["neighbour", "officer"])
def test_a_method_that_no_page_takes_is_refused_before_anything_is_read(matter, officer, neighbour, who):
    client = client_of({"officer": officer, "neighbour": neighbour}[who])
    for row in STAFF:
        assert client.put(address(row, matter)).status_code in {404, 405}, row.name
        assert client.delete(address(row, matter)).status_code in {404, 405}, row.name
