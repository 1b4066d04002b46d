"""The client's network: who is told what until when, by whose consent, and what a protected client's network hides."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from tests.walls import sees

from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import Closed, Invalid, NotFound, Stale
from kotopolku.cases.actions import close_case, grant_case
from kotopolku.cases.queries import timeline
from kotopolku.network.actions import add_member, change_member, end_member
from kotopolku.network.entries import MemberEntry
from kotopolku.network.queries import Telling, member_of, network_of
from kotopolku.people.actions import open_masked, set_non_disclosure
from kotopolku.plans.tests.stories import opened

TODAY = date(2026, 11, 24)
SCHOOL = MemberEntry(
    role="school",
    name="Liisa Luokanopettaja",
    organisation="Kerttulan koulu",
    phone="02 123 4567",
    tells=("attendance",),
    tells_until=date(2026, 12, 31),
    consent_how="interpreted",
    consent_on=TODAY,
)


@pytest.fixture
def case(officer):
    return opened(officer, on=TODAY)


def test_what_may_be_told_ends_by_itself_and_is_shown_as_run_out(officer, case):
    # given a school that may be told about absences until the end of the year
    with acting_as(officer, on=TODAY):
        add_member(case_id=case[1], entry=SCHOOL)
        assert [one.telling for one in network_of(case[1])] == [Telling.ALLOWED]
    # then on the last day it still may, and on the next it may not, though nobody did anything
    for on, telling in ((date(2026, 12, 31), Telling.ALLOWED), (date(2027, 1, 1), Telling.EXPIRED)):
        with acting_as(officer, on=on):
            assert [one.telling for one in network_of(case[1])] == [telling]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"consent_how": ""}, "consent_how"),
        ({"consent_on": None}, "consent_on"),
        ({"tells_until": None}, "tells_until"),
        ({"tells_until": TODAY - timedelta(days=1)}, "tells_until"),
        ({"consent_how": "by_law"}, "consent_how"),
        ({"consent_on": TODAY + timedelta(days=1)}, "consent_on"),
        ({"role": "boss"}, "role"),
        ({"name": "", "organisation": " "}, "name"),
    ],
)
def test_nothing_is_told_without_a_consent_that_ends(officer, case, changes, field):
    with acting_as(officer, on=TODAY), pytest.raises(Invalid) as fault:
        add_member(case_id=case[1], entry=replace(SCHOOL, **changes))
    assert fault.value.field == field


def test_a_representative_knows_by_law_and_the_end_of_the_task_is_seen(officer, case):
    entry = MemberEntry(
        role="representative",
        name="Reino Edustaja",
        tells=("plan",),
        consent_how="by_law",
        authority="Varsinais-Suomen käräjäoikeus 1.3.2026",
        authority_from=date(2026, 3, 1),
        authority_until=date(2026, 11, 30),
    )
    with acting_as(officer, on=TODAY):
        add_member(case_id=case[1], entry=SCHOOL)
        add_member(case_id=case[1], entry=entry)
        # then those who act for the client stand first
        assert [one.entry.role for one in network_of(case[1])] == ["representative", "school"]
    with acting_as(officer, on=date(2026, 12, 1)):
        assert [one.authority_over for one in network_of(case[1])] == [True, False]


def test_a_change_ends_the_row_and_what_was_stays_readable(officer, colleague, case):
    with acting_as(officer, on=TODAY):
        first = add_member(case_id=case[1], entry=SCHOOL)
    later = TODAY + timedelta(days=3)
    with acting_as(colleague, on=later):
        second = change_member(member_id=first, entry=replace(SCHOOL, tells=("attendance", "appointments")))
        end_member(member_id=second, reason="Vaihtoi koulua")
        assert network_of(case[1]) == ()
        former = network_of(case[1], former=True)
        assert [(one.end_reason, one.ended_by) for one in former] == [
            ("changed", "Samir Haddad"),
            ("Vaihtoi koulua", "Samir Haddad"),
        ]
        codes = [one.code for one in timeline(case[1], kind="network").events]
        assert codes == ["member_ended", "member_changed", "member_added"]
        # and an ended row can be neither changed nor ended again
        with pytest.raises(Stale):
            end_member(member_id=first, reason="x")


def test_the_network_is_behind_the_walls_of_the_case(
    officer, colleague, stranger, neighbour, county_worker, case
):
    with acting_as(officer, on=TODAY):
        member = add_member(case_id=case[1], entry=SCHOOL)
        # given a county that takes part in the assessment: it reads that, and not who is around the client
        grant_case(case_id=case[1], organisation="varha", scope="county_part", reason="x")
    assert sees(colleague, "network_member", on=TODAY) == 1
    assert sees(county_worker, "case", on=TODAY) == 1
    for other in (stranger, neighbour, county_worker):
        assert sees(other, "network_member", on=TODAY) == 0
    for other in (stranger, neighbour):
        with acting_as(other, on=TODAY), pytest.raises(NotFound):
            member_of(member)
        with acting_as(other, on=TODAY), pytest.raises(NotFound):
            network_of(case[1])


def test_places_and_numbers_of_a_protected_client_s_network_are_hidden_until_opened(officer, case):
    person, matter = case
    with acting_as(officer, on=TODAY):
        member = add_member(case_id=matter, entry=SCHOOL)
        set_non_disclosure(person_id=person, in_force=True)
    with acting_as(officer, on=TODAY):
        (hidden,) = network_of(matter)
        assert hidden.hidden
        assert hidden.entry.name == "Liisa Luokanopettaja"
        assert (hidden.entry.organisation, hidden.entry.phone) == ("", "")
        # what is not seen cannot be overwritten
        with pytest.raises(Invalid):
            change_member(member_id=member, entry=SCHOOL)
        open_masked(person_id=person, reason="reach", words="Soitan opettajalle")
        (shown,) = network_of(matter)
        assert shown.entry.organisation == "Kerttulan koulu"


def test_the_network_of_a_closed_case_is_locked(officer, case):
    with acting_as(officer, on=TODAY):
        member = add_member(case_id=case[1], entry=SCHOOL)
        close_case(case_id=case[1], reason="declined")
    for act in (
        lambda: add_member(case_id=case[1], entry=SCHOOL),
        lambda: change_member(member_id=member, entry=SCHOOL),
        lambda: end_member(member_id=member, reason="x"),
    ):
        with acting_as(officer, on=TODAY), pytest.raises(Closed):
            act()
