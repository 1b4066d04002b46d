"""Every role tries everything it can reach: no fault of ours, nobody else's data, and no script that runs."""

from urllib.parse import parse_qs

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from kotopolku.accounts.models import Duty
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import ROOMS, Actor, Role, Room
from kotopolku.cases.actions.granting import grant_case
from kotopolku.people.entries import ContactEntry, Names
from tests.attack.crawler import Crawler
from tests.cast import TODAY, worker
from tests.desk import Matter, accepted, client_of, contact_at

WHO = ["visitor", *ROOMS, "stranger"]
SAMPLE = ("visitor", Role.OFFICER)
AT = {Role.COUNTY_WORKER: "varha", Role.EMPLOYMENT_CONTACT: "turku"}
FRONTS = {Room.DESK: "desk:today", Room.OFFICE: "office:front", Room.PARTNER: "partner:front"}
OURS = ("Raisiolainen", "045 111 2233", "Kotikatu 5")
THEIRS = ("Forssalainen", "045 999 8877", "Vieraskatu 9")


@pytest.fixture(autouse=True)
def _on_the_day(monkeypatch, today):
    monkeypatch.setenv("KOTOPOLKU_TODAY", today.isoformat())


def somebody(actor: Actor, known: tuple[str, str, str]) -> Matter:
    name, phone, address = known
    contact_at(actor, subject_name=f"Odottava {name}", subject_phone=phone)
    return accepted(
        actor,
        names=Names(given_names="Rana", family_name=name),
        contact_details=(
            ContactEntry(kind="phone", value=phone),
            ContactEntry(kind="address", value=address),
        ),
    )


def ids(matter: Matter, actor: Actor) -> list[str]:
    """The ids of somebody's matter and of whose it is."""
    known = [matter.person, matter.contact, matter.case, matter.assessment, matter.plan]
    duty = Duty.objects.get(pk=actor.duty_id)
    return [
        *map(str, known),
        str(actor.staff_id),
        str(duty.pk),
        str(duty.organisation_id),
        *map(str, actor.controllers),
    ]


def in_role(role: Role) -> Actor:
    return worker(
        username=role.value, name=f"Työntekijä {role}", at=AT.get(role, "raisio"), area="raisio", role=role,
        covers=["raisio", "naantali"],
    )  # fmt: skip


def tried(who: str, officer: Actor, stranger: Actor, *, requests: int, seconds: float) -> Crawler:
    """Let one of them walk and attack; the clients of the other area are what none may see."""
    ours, theirs = somebody(officer, OURS), somebody(stranger, THEIRS)
    with acting_as(officer, on=TODAY):
        for organisation, scope in (("varha", "county_part"), ("turku", "employment_authority")):
            grant_case(case_id=ours.case, organisation=organisation, scope=scope, reason="yhteinen työ")
    if who == "visitor":
        client, starts = Client(), [reverse("sign_in"), reverse("device"), "/fi/"]
        crawler = _crawler(client, (*OURS, *THEIRS), ids(theirs, stranger), requests, seconds)
        crawler.rooms = ("/fi/", "/sign-in/", "/device/", "/desk/", "/office/", "/partner/", "/own/")
    else:
        actor = stranger if who == "stranger" else in_role(Role(who))
        secrets, foreign = (
            (OURS, ids(ours, officer)) if who == "stranger" else (THEIRS, ids(theirs, stranger))
        )
        client = client_of(actor)
        crawler = _crawler(client, secrets, foreign, requests, seconds)
        starts = [reverse(FRONTS[room]) for room in ROOMS[actor.role]] + [reverse("own:overview")]
    crawler.attack(crawler.walk(starts))
    return crawler


def _crawler(client, secrets, foreign, requests, seconds) -> Crawler:
    return Crawler(
        client=client, secrets=secrets, foreign=foreign, requests=requests, seconds=seconds,
        rooms=("/desk/", "/office/", "/partner/", "/own/", "/staff/"),
    )  # fmt: skip


def assert_nothing_wrong(crawler: Crawler) -> None:
    assert crawler.told.faults == {}, "\n".join(f"{k}: {v}" for k, v in crawler.told.faults.items())
    assert len(crawler.told.pages) >= 3
    assert crawler.told.forms


@pytest.mark.deep
@pytest.mark.parametrize("who", WHO)
def test_nothing_that_can_be_sent_breaks_a_page_or_shows_anybody_else(officer, stranger, who):
    assert_nothing_wrong(tried(who, officer, stranger, requests=400, seconds=5))


@pytest.mark.slow
@pytest.mark.parametrize("who", SAMPLE)
def test_a_few_hostile_requests_of_a_visitor_and_an_officer_are_harmless(officer, stranger, who):
    assert_nothing_wrong(tried(who, officer, stranger, requests=60, seconds=4))


class Careless:
    """A site that shows whatever it is sent as it was sent, and knows what template marks mean."""

    raise_request_exception = True

    def get(self, _url):
        return HttpResponse('<form method="post" action="/desk/"><input name="word"></form>')

    def post(self, _url, body, **_known):
        text = parse_qs(body).get("word", [""])[0].replace("{{191919*7}}", "1343433")
        return HttpResponse(f"<p>{text}</p>", status=500 if "\0" in text else 200)


@pytest.mark.django_db
def test_the_attack_is_sharp_enough_for_a_careless_site():
    crawler = _crawler(Careless(), ("DROP TABLE",), ["1"], 100, 5)
    crawler.attack(crawler.walk(["/desk/"]))
    found = {what.rpartition("=")[2] for what in crawler.told.faults}
    assert {"script", "template", "nul", "sql"} <= found


class CarelessWithFiles:
    """A site that takes a file and shows its name as it came."""

    raise_request_exception = True

    def get(self, _url):
        return HttpResponse(
            '<form method="post" action="/desk/" enctype="multipart/form-data"><input type="file" name="paper"></form>'
        )

    def post(self, _url, body, content_type):
        assert content_type.startswith("multipart/form-data")
        return HttpResponse(b"<p>" + body.split(b"\r\n\r\n")[0] + b"</p>")


@pytest.mark.django_db
def test_a_file_goes_under_hostile_names_as_no_browser_would_write_them():
    crawler = _crawler(CarelessWithFiles(), ("DROP TABLE",), ["1"], 100, 5)
    crawler.attack(crawler.walk(["/desk/"]))
    assert crawler.told.uploads
    assert {"script", "sql"} <= {what.rpartition("=")[2] for what in crawler.told.faults}
