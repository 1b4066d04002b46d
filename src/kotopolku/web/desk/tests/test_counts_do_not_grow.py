"""Every page of the desk, and the county's, asks the database as often for thirty rows of everything as for one.

The exact numbers of the pages used most stand in `test_budgets`; here is everything that has a row in the table of
routes and can be opened, so that no page is forgotten.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from tests.cast import TODAY
from tests.desk import accepted, client_of, contact_at, in_draft
from tests.walls import knowing

from kotopolku.advice.actions import log_visit
from kotopolku.advice.entries import VisitEntry
from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import together
from kotopolku.audit.actor import Actor, Group, Role
from kotopolku.cases.actions import add_note, judge, record_measure, record_sitting, start_assessment
from kotopolku.cases.entries import Sitting
from kotopolku.handovers import codes
from kotopolku.handovers.actions import answer_packet
from kotopolku.handovers.entries import ReceiverIn
from kotopolku.handovers.tests.stories import a_packet, sent
from kotopolku.letters.actions import notify
from kotopolku.network.actions import add_member
from kotopolku.network.entries import MemberEntry
from kotopolku.papers.actions import register_paper
from kotopolku.papers.entries import PaperEntry
from kotopolku.people.actions import add_household_member, form_household, record_fact
from kotopolku.people.entries import Names
from kotopolku.plans.actions import record_obstacle
from kotopolku.plans.models import Measure, Review
from kotopolku.plans.tests.stories import opened
from kotopolku.web.route_table import TABLE

ROWS = 30
FORMS = {"desk:judge": "?key=assessment.judged_needed", "desk:handover_new": "?kind=task"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A client with something of everything, one whose assessment is going on, and one whose plan is a draft."""

    case: UUID
    person: UUID
    plan: UUID
    household: UUID
    assessment: UUID
    packet: UUID
    begun: UUID
    begun_case: UUID
    contact: UUID
    draft: UUID


@pytest.fixture
def town(officer: Actor) -> Town:
    """The clients, with nothing on them yet but what belongs to every case."""
    matter = accepted(officer)
    _person, case = opened(officer, on=TODAY, names=Names(given_names="Omar", family_name="Haddad"))
    with acting_as(officer, on=TODAY):
        household = form_household(members=[(matter.person, "adult")])
        begun = start_assessment(case_id=case)
    packet = sent(officer, case, a_packet(codes.COUNTY))
    return Town(
        case=matter.case,
        person=matter.person,
        plan=matter.plan,
        household=household,
        assessment=matter.assessment,
        contact=matter.contact,
        packet=packet,
        begun=begun,
        begun_case=case,
        draft=in_draft(officer).plan,
    )


def grow(town: Town, officer: Actor, number: int) -> None:
    """Add one more of everything that a page may list."""
    with acting_as(officer, on=TODAY), together():
        for case in (town.case, town.begun_case):
            add_note(case_id=case, text=f"Merkintä {number}")
            add_member(case_id=case, entry=MemberEntry(role="neighbour", name=f"Naapuri {number}"))
        add_note(case_id=town.case, missed=True)
        judge(case_id=town.case, key="plan.extension.low_education", value=True, reason="Ei koulua.")
        letter = PaperEntry(
            kind="letter", title=f"Kirje {number}", sender="Kela", way="post", arrived_on=TODAY
        )
        register_paper(case_id=town.case, entry=letter)
        record_fact(person_id=town.person, key="benefits.social_assistance", value=SUPPORT[number % 2])
        record_obstacle(case_id=town.case, reason="illness", first_day=TODAY, last_day=TODAY)
        record_measure(assessment_id=town.begun, kind="language_test", who="Opisto", on=TODAY, result="A1.1")
        talk = Sitting(held_on=TODAY, channel="office", language="ar")
        record_sitting(assessment_id=town.begun, sitting=talk)
        notify(staff=[officer.staff_id or 0], code="override_decided")
        log_visit(entry=VISIT)
        mine = {"controller_id": officer.controllers[0]}
        task = {
            "position": 10 + number,
            "code": "guidance",
            "responsible": "client",
            "title": f"Asia {number}",
        }
        for plan in (town.plan, town.draft):
            Measure.objects.create(**mine, **task, plan_id=plan)
        found = {"participation": "x", "progress": "y", "source": "client", "by_name": "Aino"}
        Review.objects.create(**mine, **found, plan_id=town.plan, on=TODAY)
    other, _case = opened(officer, on=TODAY, names=Names(given_names=f"Lapsi{number}", family_name="Haddad"))
    with acting_as(officer, on=TODAY), together():
        add_household_member(household_id=town.household, person_id=other, role="child")
    contact_at(officer, subject_name=f"Mahdi{number} Haddad", sender_organisation="Neuvola", kind="authority")
    task = a_packet(codes.TASK, receiver=ReceiverIn(organisation="raisio", role="rehtori"))
    sent(officer, town.case, task)


SUPPORT = ("temporary", "non_temporary")
VISIT = VisitEntry(
    place="", channel="phone", interpreter="missing", lives="not_asked", minutes="up_to_5", outcome="left"
)


def pages(town: Town) -> dict[str, str]:
    """Every page of the desk that can be looked at, by its name: those about a thing with this town's things."""
    found = {}
    for row in TABLE:
        if row.space != "desk" or row.answers[Role.OFFICER][0] != 200:
            continue
        thing = getattr(town, row.thing, None) if row.thing else None
        if row.thing and thing is None:
            continue
        found[row.name] = reverse(row.name, args=[thing] if thing else []) + FORMS.get(row.name, "")
    found["desk:plan_review"] = reverse("desk:plan_review", args=[town.plan])
    found["desk:plan_accept"] = reverse("desk:plan_accept", args=[town.draft])
    found["a plan being drawn up"] = reverse("desk:plan", args=[town.draft])
    found["an assessment going on"] = reverse("desk:assessment", args=[town.begun])
    return found


def counted(client: Client, addresses: dict[str, str]) -> dict[str, int]:
    """How often each page asks, at its second showing: the first may fill a cache."""
    asked = {}
    for name, address in addresses.items():
        assert client.get(address).status_code == 200, name
        with CaptureQueriesContext(connection) as queries:
            client.get(address)
        asked[name] = len(queries)
    return asked


@pytest.mark.deep
def test_no_page_asks_more_often_for_thirty_rows_than_for_one(
    officer: Actor, county_worker: Actor, town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    # given the county, which takes part in one assessment
    county = knowing(county_worker, {Group.SENSITIVE})
    with acting_as(county, on=TODAY):
        answer_packet(packet_id=town.packet, answer="accepted")
    rooms: list[tuple[Client, Callable[[Town], dict[str, str]]]] = [
        (client_of(officer), pages),
        (client_of(county), of_county),
    ]
    # given one of everything, when every page is opened
    grow(town, officer, 0)
    asked = [counted(client, addresses(town)) for client, addresses in rooms]
    # and once more with thirty
    for number in range(1, ROWS):
        grow(town, officer, number)
    again = [counted(client, addresses(town)) for client, addresses in rooms]
    # then none asks more often
    assert len(asked[0]) > 40
    for before, after in zip(asked, again, strict=True):
        assert {name: (before[name], now) for name, now in after.items() if now > before[name]} == {}


def of_county(town: Town) -> dict[str, str]:
    """The county's pages."""
    return {
        "partner:front": reverse("partner:front"),
        "partner:packet": reverse("partner:packet", args=[town.packet]),
        "partner:county_case": reverse("partner:county_case", args=[town.begun_case]),
    }
