"""The county's worker: from the invitation to the own part of the assessment, for the time of taking part only."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from django.urls import reverse
from tests.cast import TODAY, worker
from tests.desk import client_of
from tests.walls import knowing, sees

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Group, Role
from kotopolku.cases.actions import save_assessment, start_assessment
from kotopolku.cases.grants import grants_of
from kotopolku.cases.models import Assessment
from kotopolku.cases.queries import assessment_view, timeline
from kotopolku.handovers import codes
from kotopolku.handovers.actions import answer_packet, record_packet_answer, withdraw_packet
from kotopolku.handovers.entries import ReceiverIn
from kotopolku.handovers.tests.stories import a_packet, sent
from kotopolku.plans.tests.stories import assess, opened


@pytest.fixture
def begun(officer):
    """(case, assessment) of a client whose assessment is on its way."""
    _person, case = opened(officer, on=date(2026, 11, 2))
    with acting_as(officer, on=TODAY):
        assessment = start_assessment(case_id=case)
        known = {"special_skills": {"strengths": "Ompelee."}}
        save_assessment(assessment_id=assessment, version=1, answers=known)
    return case, assessment


@pytest.fixture
def county(county_worker):
    return knowing(county_worker, {Group.SENSITIVE})


def test_a_county_that_accepts_reads_the_assessment_and_writes_its_own_part(
    officer, colleague, county, begun
):
    # given an invitation that waits, and a page that is not there before it is accepted
    case, assessment = begun
    packet = sent(officer, case, a_packet(codes.COUNTY))
    page, room = reverse("partner:case", args=[case]), client_of(county)
    assert room.get(page).status_code == 404
    # when the county takes part
    assert room.post(reverse("partner:packet", args=[packet]), {"answer": "accepted"}).status_code == 302
    # then the client stands on its first page, and the assessment is there to read
    assert page in room.get(reverse("partner:front")).content.decode()
    assert page in room.get(reverse("partner:packet", args=[packet])).content.decode()
    shown = room.get(page).content.decode()
    assert "Ompelee." in shown
    assert "Rana Haddad" in shown
    # and it writes its part, which is kept in its own name for those who may see it
    assert room.post(page, {"needs": " "}).status_code == 422
    assert room.post(page, {"needs": "Perhetyö.", "ability": "Jaksaa puoli päivää."}).status_code == 302
    assert "Jaksaa puoli päivää." in room.get(page).content.decode()
    with acting_as(officer, on=TODAY):
        view = assessment_view(assessment)
        assert [(one.needs, one.who) for one in view.county_parts] == [("Perhetyö.", county.name)]
        assert view.county_person == county.name
        told = [event.code for event in timeline(case).events]
        assert {"packet_accepted", "case_granted"} <= set(told)


def test_the_case_closes_to_the_county_by_itself_and_at_once_when_it_has_ended_or_the_invitation_is_withdrawn(
    officer, county, begun
):
    # given two invitations, both accepted, one of them by telephone
    case = begun[0]
    first, second = (sent(officer, case, a_packet(codes.COUNTY)) for _ in range(2))
    with acting_as(county, on=TODAY):
        answer_packet(packet_id=first, answer="accepted")
    with acting_as(officer, on=TODAY):
        record_packet_answer(
            packet_id=second, answer="accepted", who="Varpu", way="telephone", answered_on=TODAY
        )
        last = TODAY + timedelta(days=codes.COUNTY_DAYS)
        assert [one.last_day for one in grants_of(case)] == [last, last]
    assert sees(county, "case", on=last) == 1
    assert sees(county, "case", on=last + timedelta(days=1)) == 0
    # when one has ended, then the other still opens it; when that is withdrawn, nothing does
    with acting_as(county, on=TODAY):
        answer_packet(packet_id=first, answer="ended")
    assert sees(county, "case", on=TODAY) == 1
    with acting_as(officer, on=TODAY):
        withdraw_packet(packet_id=second, reason="Ei tarvita.")
    assert sees(county, "case", on=TODAY) == 0


def test_a_county_that_does_not_come_is_recorded_and_does_not_stop_the_client(officer, county):
    # given a county that promised to come at one of the times offered
    _person, case = opened(officer, on=date(2026, 11, 2))
    times = ("ke 2.12. klo 10", "to 3.12. klo 9")
    packet = sent(officer, case, a_packet(codes.COUNTY, offered=times, interpreter="ar"))
    room, page = client_of(county), reverse("partner:packet", args=[packet])
    assert times[0] in room.get(page).content.decode()
    assert room.post(page, {"answer": "accepted", "time": "pe klo 8"}).status_code == 422
    assert room.post(page, {"answer": "accepted", "time": times[0]}).status_code == 302
    # when it does not come: its own answer cannot say so, the officer's record does
    assert room.post(page, {"answer": "absent"}).status_code == 422
    desk = client_of(officer)
    absent = {
        "do": "record",
        "answer": "absent",
        "who": "Mirva",
        "way": "meeting",
        "answered_on": "24.11.2026",
    }
    assert desk.post(reverse("desk:packet", args=[packet]), absent).status_code == 302
    # then the case tells it and is closed to the county, and the assessment is concluded all the same
    assess(officer, case, on=TODAY)
    with acting_as(officer, on=TODAY):
        assert "packet_absent" in [event.code for event in timeline(case).events]
        assert Assessment.objects.get(case_id=case).state == "concluded"
    assert sees(county, "case", on=TODAY) == 0


def test_where_one_worker_was_invited_the_case_opens_to_that_worker_alone(officer, county, begun):
    # given two workers of the county, one of whom is invited by name
    other = knowing(
        worker(
            username="toinen-varha", name="Ville Varha", at="varha", area="raisio", role=Role.COUNTY_WORKER,
            covers=["raisio"],
        ),
        {Group.SENSITIVE},
    )  # fmt: skip
    case = begun[0]
    to = ReceiverIn(organisation="varha", staff_id=county.staff_id)
    packet = sent(officer, case, a_packet(codes.COUNTY, receiver=to))
    # when that worker takes part
    with acting_as(county, on=TODAY):
        answer_packet(packet_id=packet, answer="accepted")
    # then nobody else of the same county sees the case, its assessment, or that there is a grant
    for table in ("case", "person", "assessment", "case_grant", "packet"):
        assert (sees(county, table, on=TODAY), sees(other, table, on=TODAY)) == (1, 0), table
    assert client_of(other).get(reverse("partner:case", args=[case])).status_code == 404


def test_a_worker_without_the_group_reads_no_part_and_writes_none(officer, county_worker, begun):
    case = begun[0]
    packet = sent(officer, case, a_packet(codes.COUNTY))
    plain = knowing(county_worker, set())
    with acting_as(plain, on=TODAY):
        answer_packet(packet_id=packet, answer="accepted")
    room, page = client_of(replace(plain)), reverse("partner:case", args=[case])
    assert 'name="needs"' not in room.get(page).content.decode()
    assert room.post(page, {"needs": "Perhetyö."}).status_code == 404


def test_a_protected_client_is_opened_only_where_the_invitation_told_why(officer, county):
    # given two clients under a non-disclosure order, and a reason for one of them
    seen = []
    for reason in ("", "Perhetyö tarvitsee yhteystiedot."):
        _person, case = opened(officer, on=date(2026, 11, 2), non_disclosure=True)
        packet = sent(officer, case, a_packet(codes.COUNTY, address_reason=reason))
        # when the county accepts
        with acting_as(county, on=TODAY):
            answer_packet(packet_id=packet, answer="accepted")
        seen.append(sees(county, "case", on=TODAY))
    # then only the second is open to it
    assert seen == [0, 1]
