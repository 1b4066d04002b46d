"""Who gets which answer at which address: a row for every route of the program, and nothing may be missing from it.

The signs of a row, in the order of METHOD: GET, then POST with nothing in it. For a thing that exists but is somebody
else's, and for one that never existed, the answers are the same to the last letter but the number to quote.
"""

import re
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from kotopolku.audit.actor import ROOMS as DUTY_ROOMS
from kotopolku.audit.actor import Actor, Role
from kotopolku.audit.models import LogRow
from tests.cast import worker
from tests.desk import Matter, accepted, client_of, in_draft

ANYBODY = {"front", "public", "parts"}
# Route of the desk -> (which thing its address names, officer's GET, officer's empty POST). None: no thing is named.
DESK: dict[str, tuple[str | None, int, int]] = {
    "today": (None, 200, 405),
    "own_settings": (None, 200, 422),
    "contacts": (None, 200, 405),
    "contact_new": (None, 200, 422),
    "contact": ("contact", 200, 422),
    "people": (None, 200, 405),
    "find": (None, 200, 200),
    "person_new": (None, 200, 422),
    "person": ("person", 302, 302),
    "duplicates": (None, 404, 404),
    "case": ("case", 200, 422),
    "handling": ("case", 200, 422),
    "looks": ("case", 200, 405),
    "judge": ("case", 200, 200),
    "facts": ("case", 200, 404),
    "fact": ("case", 404, 404),
    "assessment_new": ("case", 405, 302),
    "plan_new": ("case", 405, 302),
    "assessment": ("assessment", 200, 200),
    "assessment_draft": ("assessment", 405, 204),
    "assessment_told": ("assessment", 405, 422),
    "assessment_measure": ("assessment", 405, 422),
    "assessment_conclude": ("assessment", 405, 422),
    "plan": ("plan", 200, 422),
    "plan_draft": ("plan", 405, 204),
    "plan_accept": ("plan", 200, 422),
    "plan_referral": ("plan", 405, 422),
    "plan_review": ("plan", 405, 422),
    "plan_end": ("plan", 405, 422),
    "plan_paper": ("plan", 200, 405),
}
COORDINATOR_ONLY = {"duplicates": (200, 422)}
# Routes outside the desk -> the visitor's (GET, empty POST).
OPEN: dict[str, tuple[int, int]] = {
    "sign_in": (200, 422),
    "step_in": (405, 404),
    "sign_out": (405, 302),
    "staff": (302, 405),
    "choose_duty": (405, 404),
}
OFFICE_ROLES = frozenset({Role.COORDINATOR, Role.CONTACT_PERSON, Role.ADMINISTRATOR, Role.AUDITOR})
PARTNERS = frozenset({Role.COUNTY_WORKER, Role.TEACHER, Role.PROVIDER_ADMINISTRATOR, Role.EMPLOYMENT_CONTACT})
# Pages of the office and of the partners -> (roles for which they exist, GET, empty POST); for all others 404.
ROOMS: dict[str, tuple[frozenset[Role], int, int]] = {
    "office:front": (OFFICE_ROLES, 200, 405),
    "partner:front": (PARTNERS, 200, 405),
}
THINGS = [name for name, (thing, *_rest) in DESK.items() if thing]


def routes(
    patterns: list[URLPattern | URLResolver] | None = None, *, space: str = ""
) -> Iterator[tuple[str, str]]:
    for one in get_resolver().url_patterns if patterns is None else patterns:
        if isinstance(one, URLResolver):
            yield from routes(one.url_patterns, space=one.namespace or space)
        else:
            yield space, one.name or str(one.pattern)


def address(name: str, matter: Matter | None = None) -> str:
    thing = DESK[name][0]
    if thing is None:
        return reverse(f"desk:{name}")
    return reverse(f"desk:{name}", args=[asdict(matter)[thing] if matter else uuid4()])


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
    return in_draft(officer)


def test_every_route_of_the_program_stands_in_the_table():
    # when the address map is walked
    found = set(routes())
    # then every route is public, or has a row; and every row has a route
    staff = {(space, name) for space, name in found if space not in ANYBODY}
    rooms = {tuple(name.split(":")) for name in ROOMS}
    assert staff == {("desk", name) for name in DESK} | {("", name) for name in OPEN} | rooms


def test_every_address_of_the_desk_lies_behind_the_sign_in():
    assert {address(name).split("/")[1] for name in DESK} == {"desk"}


@pytest.mark.parametrize("method", ["GET", "POST"])
@pytest.mark.django_db
def test_a_visitor_gets_the_sign_in_page_whether_the_thing_exists_or_not(matter, method):
    client = Client()
    for name in DESK:
        for url in (address(name, matter), address(name)):
            # when somebody who is not signed in asks
            answer = ask(client, method, url)
            # then the way leads to the sign-in page and nothing else is told
            assert (answer.status_code, answer.url) == (302, f"/sign-in/?next={url}"), (method, name)
            assert answer.content == b""


@pytest.mark.django_db
def test_a_visitor_gets_the_sign_in_page_for_every_address_of_office_and_partners(area):
    for name in ROOMS:
        url = reverse(name)
        for method in ("GET", "POST"):
            answer = ask(Client(), method, url)
            assert (answer.status_code, answer.url) == (302, f"/sign-in/?next={url}"), (method, name)


@pytest.mark.parametrize("role", [role for role in Role if role in DUTY_ROOMS])
def test_a_page_of_office_and_partners_exists_only_for_the_roles_of_the_table(area, role):
    # given somebody whose one duty has the role
    client = client_of(
        worker(username="joku", name="Joku", at="raisio", area="raisio", role=role, covers=["raisio"])
    )
    wrong = {}
    for name, (roles, get, post) in ROOMS.items():
        expected = (get, post) if role in roles else (404, 404)
        answers = [ask(client, method, reverse(name)) for method in ("GET", "POST")]
        found = tuple(answer.status_code for answer in answers)
        if found != expected:
            wrong[name] = (found, expected)
    assert wrong == {}


@pytest.mark.django_db
def test_a_visitor_at_the_addresses_outside_the_desk(area):
    for name, (get, post) in OPEN.items():
        url = reverse(name, args=[1] if name == "step_in" else [])
        assert (Client().get(url).status_code, Client().post(url).status_code) == (get, post), name


@pytest.mark.parametrize("who", ["officer", "colleague", "coordinator"])
@pytest.mark.parametrize("column", [1, 2], ids=["GET", "POST"])
def test_who_has_a_duty_for_the_client_gets_what_the_table_says(
    request, matter, officer, colleague, coordinator, who, column
):
    client = client_of({"officer": officer, "colleague": colleague, "coordinator": coordinator}[who])
    wrong = {}
    for name, row in DESK.items():
        expected = row[column]
        if who == "coordinator" and name in COORDINATOR_ONLY:
            expected = COORDINATOR_ONLY[name][column - 1]
        answer = ask(client, "GET" if column == 1 else "POST", address(name, matter))
        assert answer.headers["Cache-Control"] == "no-store", name
        if answer.status_code != expected:
            wrong[name] = (answer.status_code, expected)
    assert wrong == {}


@pytest.mark.parametrize("who", ["neighbour", "stranger"])
@pytest.mark.parametrize("method", ["GET", "POST"])
def test_who_has_no_duty_cannot_tell_a_thing_of_others_from_nothing(matter, neighbour, stranger, who, method):
    actor = {"neighbour": neighbour, "stranger": stranger}[who]
    client = client_of(actor)
    for name in THINGS:
        if DESK[name][1 if method == "GET" else 2] == 405:
            continue
        # given the address of somebody else's client, and one of nothing at all
        theirs, nothing = address(name, matter), address(name)
        before = set(LogRow.objects.values_list("pk", flat=True))
        # when both are asked for
        answers = [ask(client, method, url) for url in (theirs, nothing)]
        # then the answers are the same, and both refusals are in the log with the thing's id
        assert answers[0].status_code == 404, name
        assert without_number(answers[0]) == without_number(answers[1]), name
        refused = LogRow.objects.exclude(pk__in=before).filter(result="refused", staff_id=actor.staff_id)
        asked = {url.split("/")[3] for url in (theirs, nothing)}
        assert {row.subject_id for row in refused} == asked, name


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_plan_in_force_is_no_less_closed_than_a_draft(officer, stranger, method):
    matter = accepted(officer)
    client = client_of(stranger)
    for name in (one for one in THINGS if one.startswith("plan_") or one == "plan"):
        if DESK[name][1 if method == "GET" else 2] != 405:
            answer = ask(client, method, address(name, matter))
            assert without_number(answer) == without_number(ask(client, method, address(name))), name


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_the_list_of_duplicates_does_not_exist_for_an_officer_and_trying_is_logged(officer, method):
    # when an officer asks for the coordinator's page
    answer = ask(client_of(officer), method, reverse("desk:duplicates"))
    # then there is no such page, and the log says who tried
    assert answer.status_code == 404
    row = LogRow.objects.get(result="refused")
    assert (row.staff_id, row.subject) == (officer.staff_id, "duplicates")


@pytest.mark.parametrize("who", ["neighbour", "officer"])
def test_a_method_that_no_page_takes_is_refused_before_anything_is_read(matter, officer, neighbour, who):
    client = client_of({"officer": officer, "neighbour": neighbour}[who])
    for name in DESK:
        assert client.put(address(name, matter)).status_code in {404, 405}, name
        assert client.delete(address(name, matter)).status_code in {404, 405}, name
