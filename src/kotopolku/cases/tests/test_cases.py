"""A case is opened once, numbered in turn, handled by somebody, judged with reasons, and closed with one."""

from datetime import date

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from django.db.utils import InternalError

from kotopolku.accounts.actions import save_area
from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import operator
from kotopolku.audit.errors import Closed, Invalid, NotFound, Stale
from kotopolku.cases.actions import (
    add_note,
    assign_officer,
    close_case,
    drop_draft,
    judge,
    keep_draft,
    open_case,
    start_assessment,
    sweep_drafts,
)
from kotopolku.cases.models import Case, Draft, Event, Judgement
from kotopolku.cases.queries import (
    HIDDEN,
    case_by_number,
    case_of_person,
    case_view,
    caseload,
    draft_of,
    law_facts,
    law_facts_of,
    timeline,
)
from kotopolku.languages.texts import Texts
from kotopolku.people.models import Person


@pytest.fixture
def case(officer, person_of, today):
    """An open case of Rana with the officer."""
    rana = person_of(officer, given_names="Rana", family_name="Al-Khatib")
    with acting_as(officer, on=today):
        return open_case(person_id=rana, opened_because="own_request")


def _refused(field):
    return pytest.raises(Invalid, check=lambda fault: fault.field == field)


def test_numbers_run_by_year_and_tell_nothing_about_the_person(officer, person_of, today):
    with acting_as(officer, on=today):
        opened = [open_case(person_id=person_of(officer), opened_because="guidance") for _ in range(2)]
        numbers = [case_view(one).number for one in opened]
    with acting_as(officer, on=date(2027, 1, 4)):
        next_year = case_view(open_case(person_id=person_of(officer), opened_because="guidance")).number
        assert case_by_number(" 2026-00002 ") == opened[1]
        assert case_by_number("2026-00003") is None
    assert [*numbers, next_year] == ["2026-00001", "2026-00002", "2027-00001"]


def test_a_person_has_one_open_case(officer, case, today):
    with acting_as(officer, on=today):
        rana = case_view(case).person_id
        with _refused("person") as fault:
            open_case(person_id=rana, opened_because="guidance")
        assert "2026-00001" in str(fault.value.message)
        close_case(case_id=case, reason="declined", note="ei halua", version=1)
        assert case_of_person(rana) == case
        again = open_case(person_id=rana, opened_because="own_request")
        assert case_of_person(rana) == again
        with pytest.raises(IntegrityError), transaction.atomic():
            Case.objects.filter(pk=case).update(closed_on=None, closed_reason="")


def test_a_stranger_reaches_no_case(stranger, case, today):
    with acting_as(stranger, on=today):
        for act in (
            lambda: case_view(case),
            lambda: timeline(case),
            lambda: add_note(case_id=case, text="x"),
            lambda: close_case(case_id=case, reason="declined"),
        ):
            with pytest.raises(NotFound):
                act()
        assert caseload().rows == ()
        assert law_facts(case, on=today).contact.received_on is None


def test_a_case_stays_with_its_controller_when_the_person_moves(
    officer, coordinator, neighbour, naantali, case, today
):
    # given Rana, who moves from Raisio to Naantali
    with acting_as(officer, on=today):
        rana = case_view(case).person_id
        add_note(case_id=case, text="muuttaa")
    with acting_as(coordinator, on=today), connection.cursor() as cursor:
        Person.objects.filter(pk=rana).update(controller_id=naantali.id)
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    # then Raisio keeps its case without seeing her register any more, and Naantali sees her without the case
    with acting_as(officer, on=today):
        view = case_view(case)
        assert (view.person_id, view.person) == (rana, None)
        assert len(timeline(case).events) == 2
        assert [row.person for row in caseload().rows] == [None]
    with acting_as(neighbour, on=today), pytest.raises(NotFound):
        case_view(case)


def test_an_officer_of_the_area_becomes_responsible_and_nobody_else(
    officer, colleague, stranger, case, today
):
    with acting_as(officer, on=today):
        assert case_view(case).officer == "Aino Kettunen"
        with _refused("officer"):
            assign_officer(case_id=case, staff_id=stranger.staff_id)
        assign_officer(case_id=case, staff_id=colleague.staff_id, reason="loma")
        assert case_view(case).officer == "Samir Haddad"
        newest = timeline(case).events[0]
        assert (newest.code, newest.params["officer"], newest.text) == (
            "officer_assigned",
            "Samir Haddad",
            "loma",
        )
        assert caseload(officer_id=officer.staff_id).rows == ()
        assert len(caseload(officer_id=colleague.staff_id).rows) == 1


def test_a_judgement_needs_a_reason_and_a_newer_one_makes_it_history(officer, colleague, case, today):
    key = "assessment.needs_county_coordination"
    with acting_as(officer, on=today):
        for field, given in (
            ("reason", {"key": key, "value": True, "reason": " "}),
            ("value", {"key": key, "value": "maybe", "reason": "x"}),
            ("value", {"key": "assessment.channel", "value": "office", "reason": "x"}),
        ):
            with _refused(field):
                judge(case_id=case, **given)
        judge(case_id=case, key=key, value=True, reason="neuvola mukana")
    with acting_as(colleague, on=today):
        judge(case_id=case, key=key, value=False, reason="ei tarvita")
        [now] = case_view(case).judgements
        assert (now.value, now.by, now.reason) == (False, "Samir Haddad", "ei tarvita")
        assert law_facts(case, on=today).assessment.needs_county_coordination is False
        assert Judgement.objects.filter(superseded_on=today).count() == 1


def test_a_closed_case_is_locked(officer, case, today):
    with acting_as(officer, on=today):
        with _refused("reason"):
            close_case(case_id=case, reason="")
        with pytest.raises(Stale):
            close_case(case_id=case, reason="declined", version=7)
        close_case(case_id=case, reason="no_plan_needed", version=1)
        with pytest.raises(Closed):
            judge(case_id=case, key="assessment.judged_needed", value=True, reason="x")
        assert caseload().rows == ()
        assert [row.id for row in caseload(closed=True).rows] == [case]


def test_the_timeline_goes_back_by_its_key_and_by_kind(officer, case, today):
    with acting_as(officer, on=today):
        for number in range(3):
            add_note(case_id=case, text=f"muistio {number}")
        add_note(case_id=case, text="soitto", about_contact=True, on=date(2026, 11, 20))
        first = timeline(case, size=2)
        second = timeline(case, size=2, before=first.next_before)
        third = timeline(case, size=2, before=second.next_before)
        assert [one.text for page in (first, second, third) for one in page.events] == [
            "muistio 2",
            "muistio 1",
            "muistio 0",
            "",
            "soitto",
        ]
        assert third.next_before is None
        assert [one.text for one in timeline(case, kind="contact").events] == ["soitto"]
        with _refused("text"):
            add_note(case_id=case, text=" ")


@pytest.mark.parametrize("change", ["UPDATE event SET text = 'x'", "DELETE FROM event"])
def test_the_timeline_cannot_be_altered(officer, case, today, change):
    with acting_as(officer, on=today):
        with (
            pytest.raises((ProgrammingError, InternalError)),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(change)
        assert Event.objects.filter(case_id=case).count() == 1


def test_a_draft_is_its_owners_alone_and_goes_after_thirty_days(officer, colleague, system, case, today):
    with acting_as(officer, on=today):
        keep_draft(form="note", subject_id=str(case), data={"text": "kes"}, version=1)
        keep_draft(form="note", subject_id=str(case), data={"text": "kesken"}, version=1)
        assert draft_of("note", str(case)).data == {"text": "kesken"}
    with acting_as(colleague, on=today):
        assert draft_of("note", str(case)) is None
        assert Draft.objects.count() == 0
    with acting_as(system, on=date(2026, 12, 24)):
        assert sweep_drafts() == 0
    with acting_as(colleague, on=date(2027, 12, 25)), pytest.raises(NotPermitted):
        sweep_drafts()
    with acting_as(system, on=date(2026, 12, 25)):
        assert sweep_drafts() == 1
    with acting_as(officer, on=today):
        keep_draft(form="note", data={})
        drop_draft(form="note")
        assert draft_of("note") is None


def test_protected_people_are_in_no_municipalitys_caseload(coordinator, raisio, person_of, today):
    with acting_as(coordinator, on=today):
        plain = open_case(
            person_id=person_of(coordinator, controller_id=raisio.id), opened_because="guidance"
        )
        hidden_one = person_of(coordinator, controller_id=raisio.id, non_disclosure=True)
        hidden = open_case(person_id=hidden_one, opened_because="guidance")
        assert [row.id for row in caseload(municipality=raisio.id).rows] == [plain]
        assert [row.id for row in caseload(municipality=HIDDEN).rows] == [hidden]
        assert {row.id for row in caseload(unassigned=True).rows} == {plain, hidden}


def test_the_caseload_goes_on_from_its_key_newest_first(officer, person_of):
    for day in (1, 3, 2, 3):
        with acting_as(officer, on=date(2026, 11, day)):
            open_case(person_id=person_of(officer, on=date(2026, 11, day)), opened_because="guidance")
    with acting_as(officer, on=date(2026, 11, 24)):
        first = caseload(size=3)
        second = caseload(size=3, after=first.next_after)
    assert [row.opened_on.day for row in (*first.rows, *second.rows)] == [3, 3, 2, 1]
    assert second.next_after is None


@pytest.mark.parametrize("how_many", [1, pytest.param(30, marks=pytest.mark.slow)])
def test_lists_cost_the_same_for_one_and_for_thirty(
    officer, person_of, today, how_many, django_assert_num_queries
):
    with acting_as(officer, on=today):
        people = [person_of(officer) for _ in range(how_many)]
        cases = [open_case(person_id=person, opened_because="guidance") for person in people]
        for one in cases:
            start_assessment(case_id=one)
        with django_assert_num_queries(3):  # cases, people, the log row with who was seen
            assert len(caseload(size=50).rows) == how_many
        with django_assert_num_queries(3):  # cases, assessments, what contacts, ticks and judgements hold
            assert len(law_facts_of(people, on=today)) == how_many
        for number in range(how_many):
            add_note(case_id=cases[0], text=f"muistio {number}")
        with django_assert_num_queries(3):  # the case, the look with who was seen, the events
            timeline(cases[0], size=50)
        # the case without its look (logged already), its officer, assessment, judgements, contacts, person
        with django_assert_num_queries(5):
            case_view(cases[0])


def test_a_municipality_that_left_the_area_gets_no_contacts(area, raisio, today):
    from kotopolku.audit.actor import ANYBODY
    from kotopolku.cases.actions import receive_contact

    with acting_as(operator(area_id="raisio"), on=date(2026, 11, 1)):
        save_area(
            area_id="raisio",
            names=Texts.of(fi="Raision seutu"),
            host="naantali",
            municipalities=["naantali"],
            employment_authority=None,
            county=None,
            on=date(2026, 11, 1),
        )
    with acting_as(ANYBODY, on=today), _refused("municipality"):
        receive_contact(kind="own_request", municipality_id=raisio.id, subject_name="Rana")
