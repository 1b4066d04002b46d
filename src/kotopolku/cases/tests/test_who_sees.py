"""Grants, bars and need to know: who sees what of a case beside its own officers."""

from datetime import date, timedelta
from uuid import UUID

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from tests.cast import worker
from tests.lists import people_page
from tests.walls import knowing, sees

from kotopolku.accounts.actions import grant_duty, save_organisation
from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import Group, Role, operator
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.audit.models import LogRow
from kotopolku.cases.actions import (
    add_note,
    assign_officer,
    bar_staff,
    end_grant,
    grant_case,
    lift_bar,
    open_case,
    receive_contact,
    renew_guards,
)
from kotopolku.cases.models import Case, Contact, Event
from kotopolku.cases.queries import case_view, caseload, inbox
from kotopolku.cases.scopes import ASSESSMENT_TABLES, CASE_TABLES, PERSON_TABLES
from kotopolku.languages.texts import Texts
from kotopolku.people.actions import record_period, set_contact_details, void_period
from kotopolku.people.entries import ContactEntry, PeriodEntry
from kotopolku.people.models import ContactDetail, Period, Person
from kotopolku.people.queries import bars_of, find_identity, find_people
from kotopolku.plans.sql import CASE_TABLES as PLAN_CASE_TABLES
from kotopolku.plans.sql import PLAN_TABLES
from kotopolku.plans.tests.stories import assessed, drafted, opened

MINOR = date(2010, 5, 5)
VICTIM = PeriodEntry(kind="assistance_system", first_day=date(2026, 1, 1))


@pytest.fixture
def county_worker(area):
    return worker(
        username="mirva", name="Mirva Laine", at="varha", area="raisio", role=Role.COUNTY_WORKER, covers=[]
    )


@pytest.fixture
def teacher(area):
    with acting_as(operator(area_id="raisio"), on=date(2026, 11, 24)):
        save_organisation(code="raseko", kind="provider", names=Texts.of(fi="Raseko"))
    return worker(username="jere", name="Jere Aho", at="raseko", area="raisio", role=Role.TEACHER, covers=[])


@pytest.fixture
def matter(officer, today) -> tuple[UUID, UUID]:
    person, case = assessed(officer, on=today)
    drafted(officer, case, on=today, ends_on=today + timedelta(days=300))
    return person, case


# --- granted cases


def test_a_partner_sees_a_case_while_it_is_granted_and_not_a_day_longer(
    officer, county_worker, matter, today
):
    person, case = matter
    # given
    assert sees(county_worker, "case", on=today) == 0
    with acting_as(officer, on=today):
        grant_case(
            case_id=case,
            organisation="varha",
            scope="county_part",
            reason="Osallistuu arviointiin.",
            last_day=today + timedelta(days=7),
        )
    # when, then
    with acting_as(county_worker, on=today):
        assert case_view(case).id == case
        assert [row.id for row in people_page().rows] == [person]
        assert [row.id for row in find_people("rana").rows] == [person]
    assert sees(county_worker, "case", on=today + timedelta(days=7)) == 1
    assert sees(county_worker, "case", on=today + timedelta(days=8)) == 0
    assert sees(county_worker, "case", on=today - timedelta(days=1)) == 0


def test_a_grant_that_is_ended_ends_at_once_and_both_acts_are_logged(officer, county_worker, matter, today):
    # given
    _person, case = matter
    with acting_as(officer, on=today):
        grant = grant_case(case_id=case, organisation="varha", scope="county_part", reason="Syy.")
    assert sees(county_worker, "person", on=today) == 1
    # when
    with acting_as(officer, on=today):
        end_grant(grant_id=grant)
    # then
    assert sees(county_worker, "person", on=today) == 0
    assert {"grant_case", "end_grant"} <= set(LogRow.objects.values_list("action", flat=True))


def test_a_grant_to_one_organisation_opens_nothing_to_another(officer, teacher, matter, today):
    with acting_as(officer, on=today):
        grant_case(case_id=matter[1], organisation="varha", scope="county_part", reason="Syy.")
    assert sees(teacher, "case", on=today) == sees(teacher, "case_grant", on=today) == 0


@pytest.mark.parametrize("scope", ["provider", "county_part"])
def test_a_scope_opens_the_tables_named_for_it_and_no_other(
    officer, teacher, county_worker, matter, today, scope
):
    # given
    receiver = {"provider": (teacher, "raseko"), "county_part": (county_worker, "varha")}[scope]
    partner = knowing(receiver[0], {Group.SENSITIVE})
    with acting_as(officer, on=today):
        grant_case(case_id=matter[1], organisation=receiver[1], scope=scope, reason="Syy.")
    tables = {**PERSON_TABLES, **CASE_TABLES, **ASSESSMENT_TABLES, **PLAN_CASE_TABLES, **PLAN_TABLES}
    # when, then
    for table, scopes in tables.items():
        there, shown = sees(officer, table, on=today), sees(partner, table, on=today)
        assert shown == (there if scope in scopes else 0), table
    assert sees(partner, "event", on=today) == sees(partner, "contact", on=today) == 0
    if scope == "provider":
        assert sees(partner, "contact_detail", on=today) == sees(partner, "assessment", on=today) == 0
        assert sees(partner, "sensitive_answer", on=today) == 0
    else:
        assert sees(partner, "sensitive_answer", on=today) == 1


def test_what_is_granted_is_to_read_only(officer, county_worker, matter, today):
    # given
    person, case = matter
    with acting_as(officer, on=today):
        grant_case(case_id=case, organisation="varha", scope="county_part", reason="Syy.")
    # when, then
    with acting_as(county_worker, on=today):
        assert Case.objects.filter(pk=case).update(version=9) == 0
        assert Person.objects.filter(pk=person).update(given_names="X") == 0
        with pytest.raises(ProgrammingError), transaction.atomic():
            Period.objects.create(
                controller_id=officer.controllers[0],
                person_id=person,
                kind="jobseeker",
                first_day=today,
                source="person",
                entered_by_name="x",
                entered_on=today,
            )


def test_a_case_under_non_disclosure_is_granted_only_when_that_is_said(officer, county_worker, today):
    # given
    _person, case = opened(officer, on=today, non_disclosure=True)
    known = {"case_id": case, "organisation": "varha", "scope": "county_part", "reason": "Syy."}
    # when, then
    with acting_as(officer, on=today):
        with pytest.raises(Invalid) as fault:
            grant_case(**known)
        assert fault.value.field == "despite_non_disclosure"
        grant_case(**known, despite_non_disclosure=True)
    assert sees(county_worker, "case", on=today) == 1


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"reason": " "}, "reason"),
        ({"organisation": "turku"}, "organisation"),
        ({"last_day": date(2020, 1, 1)}, "last_day"),
    ],
)
def test_a_grant_says_why_to_whom_and_until_when(officer, matter, today, wrong, field):
    known = {"case_id": matter[1], "organisation": "varha", "scope": "county_part", "reason": "Syy."}
    with acting_as(officer, on=today), pytest.raises(Invalid) as fault:
        grant_case(**{**known, **wrong})
    assert fault.value.field == field


# --- who may not see


def test_one_act_shuts_a_worker_out_of_one_client_everywhere(officer, colleague, matter, today):
    # given
    person, case = matter
    other, _ = opened(officer, on=today)
    # when
    with acting_as(officer, on=today):
        bar_staff(person_id=person, staff_id=colleague.staff_id, reason="kin")
        assert [one.staff for one in bars_of(person)] == [colleague.name]
    # then
    with acting_as(colleague, on=today):
        with pytest.raises(NotFound):
            case_view(case)
        assert [row.id for row in people_page().rows] == [other]
        assert [row.person_id for row in caseload().rows] == [other]
    hanging = ("assessment_measure", "told_tick", "sensitive_answer", "plan_goal", "plan_measure", "barred")
    for table in ("fact", "name_token", "event", "clock", "assessment", "plan", *hanging):
        with acting_as(colleague, on=today), connection.cursor() as cursor:
            column = {"assessment_measure": "assessment_id", "told_tick": "assessment_id"}.get(table)
            cursor.execute(f'SELECT to_jsonb(t) FROM "{table}" t')
            shown = " ".join(str(row) for row in cursor.fetchall())
        assert str(person) not in shown, (table, column)
        assert str(case) not in shown, table
    assert sees(colleague, "told_tick", on=today) == sees(colleague, "plan_goal", on=today) == 0
    assert sees(officer, "told_tick", on=today) > 0


def test_who_bars_oneself_is_out_at_once_and_the_case_waits_for_another(officer, colleague, matter, today):
    person, case = matter
    with acting_as(officer, on=today):
        assert case_view(case).officer_id == officer.staff_id
        bar = bar_staff(person_id=person, staff_id=officer.staff_id, reason="neighbour")
        with pytest.raises(NotFound):
            case_view(case)
        with pytest.raises(NotFound):
            lift_bar(bar_id=bar)
    with acting_as(colleague, on=today):
        assert case_view(case).officer_id is None
        with pytest.raises(Invalid):
            assign_officer(case_id=case, staff_id=officer.staff_id)
        lift_bar(bar_id=bar)
    with acting_as(officer, on=today):
        assert case_view(case).id == case


def test_a_barred_worker_learns_nothing_from_the_identity_code_either(officer, colleague, today):
    # given
    person, _case = opened(officer, on=today, identity_code="140294-946D", birth_date=date(1994, 2, 14))
    with acting_as(colleague, on=today):
        assert find_identity("140294-946D") == "yours"
    # when
    with acting_as(officer, on=today):
        bar_staff(person_id=person, staff_id=colleague.staff_id, reason="kin")
    # then
    with acting_as(colleague, on=today):
        assert find_identity("140294-946D") == "somebody_else"


# --- need to know


@pytest.mark.slow
def test_a_minor_is_seen_by_those_named_for_minors_only(officer, colleague, matter, today):
    # given
    person, case = opened(officer, on=today, birth_date=MINOR)
    other = knowing(colleague, {Group.SENSITIVE})
    # when, then
    with acting_as(other, on=today):
        assert person not in [row.id for row in people_page().rows]
        assert case not in [row.id for row in caseload().rows]
        with pytest.raises(NotFound):
            case_view(case)
        with pytest.raises(Invalid):
            opened(other, on=today, birth_date=MINOR)
    for table in ("case", "event", "name_token", "fact", "clock", "person_period"):
        assert sees(other, table, on=today) < sees(officer, table, on=today) or table == "fact", table


def test_a_minor_comes_of_age_by_the_nightly_job(officer, colleague, today):
    # given
    _person, case = opened(officer, on=today, birth_date=MINOR)
    adult, other = date(2028, 5, 5), knowing(colleague, set())
    assert sees(other, "case", on=adult) == 0
    from kotopolku.accounts.access import system_actor

    # when
    with acting_as(system_actor("raisio", on=adult - timedelta(days=1)), on=adult - timedelta(days=1)):
        assert renew_guards(area_id="raisio") == 0
    with acting_as(system_actor("raisio", on=adult), on=adult):
        assert renew_guards(area_id="raisio") == 1
    # then everything that hangs on the person follows, also the timeline that never changes otherwise
    assert sees(other, "case", on=adult) == 1
    assert sees(other, "event", on=adult) == sees(officer, "event", on=adult) > 0
    with (
        acting_as(officer, on=adult),
        pytest.raises(ProgrammingError),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("UPDATE event SET guard = 'minors' WHERE case_id = %s", [case])


def test_the_assistance_system_hides_a_person_from_all_but_those_named(
    officer, colleague, coordinator, today
):
    # given
    person, _case = opened(officer, on=today)
    named = knowing(colleague, {Group.TRAFFICKING})
    with acting_as(officer, on=today), pytest.raises(Invalid):
        record_period(person_id=person, period=VICTIM)
    # when
    with acting_as(named, on=today):
        period = record_period(person_id=person, period=VICTIM)
    # then
    assert sees(officer, "case", on=today) == sees(officer, "person", on=today) == 0
    assert sees(named, "case", on=today) == sees(coordinator, "case", on=today) == 1
    with acting_as(named, on=today):
        void_period(person_id=person, period_id=period, reason="Erehdys.")
    assert sees(officer, "case", on=today) == 1


def test_a_contact_about_a_minor_is_in_the_inbox_of_those_named_only(officer, colleague, today):
    with acting_as(officer, on=today):
        receive_contact(
            kind="tip",
            municipality_id=officer.controllers[0],
            subject_name="Lapsi Esimerkki",
            subject_birth_date=MINOR,
        )
        assert len(inbox()) == 1
    with acting_as(knowing(colleague, set()), on=today):
        assert inbox() == ()
        assert Contact.objects.count() == 0


def test_the_guard_is_the_databases_and_cannot_be_taken_off(officer, today):
    person, _case = opened(officer, on=today, birth_date=MINOR)
    with acting_as(officer, on=today), connection.cursor() as cursor:
        cursor.execute("UPDATE person SET guard = '' WHERE id = %s RETURNING guard", [person])
        assert cursor.fetchone() == ("minors",)

    def take_it_off_a_row():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("UPDATE name_token SET guard = ''")
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    with acting_as(officer, on=today), pytest.raises(IntegrityError):
        take_it_off_a_row()


def test_a_second_duty_of_the_barred_worker_opens_nothing(officer, colleague, matter, today):
    person, _case = matter
    with acting_as(officer, on=today):
        bar_staff(person_id=person, staff_id=colleague.staff_id, reason="opposite_party")
    with acting_as(operator(area_id="raisio"), on=today):
        duty = grant_duty(
            staff_id=colleague.staff_id,
            organisation="raisio",
            area_id="raisio",
            role=Role.COORDINATOR,
            municipalities=["raisio", "naantali"],
            purpose="x",
            valid_from=date(2025, 1, 1),
            reason="test",
        )
    from kotopolku.accounts.access import actor_for

    second = actor_for(colleague.staff_id, on=today, duty_id=duty.pk)
    assert sees(second, "person", on=today) == 0


def test_a_case_is_not_opened_for_a_barred_officer(officer, colleague, person_of, today):
    person = person_of(officer)
    with acting_as(officer, on=today):
        bar_staff(person_id=person, staff_id=colleague.staff_id, reason="kin")
        with pytest.raises(Invalid):
            open_case(person_id=person, opened_because="other", officer_id=colleague.staff_id)


# --- the former unit


def test_a_former_unit_reads_the_rows_of_its_own_time_and_nothing_added_later(
    coordinator, neighbour, today, person_of
):
    # given a client of Raisio whose responsibility moved from Naantali three days ago
    person = person_of(coordinator, on=today - timedelta(days=9))
    with acting_as(coordinator, on=today - timedelta(days=9)):
        case = open_case(person_id=person, opened_because="other")
        set_contact_details(person_id=person, entries=[ContactEntry(kind="phone", value="045 111 2233")])
        add_note(case_id=case, text="Ennen siirtoa.")
    with acting_as(coordinator, on=today):
        grant_case(
            case_id=case, organisation="naantali", scope="former_unit", reason="Vastuu siirtyi.",
            rows_until=today - timedelta(days=3),
        )  # fmt: skip
        set_contact_details(person_id=person, entries=[ContactEntry(kind="phone", value="045 999 8877")])
        add_note(case_id=case, text="Siirron jälkeen.")
    # when the former unit looks
    with acting_as(neighbour, on=today):
        numbers = set(ContactDetail.objects.values_list("value", flat=True))
        notes = set(Event.objects.exclude(text="").values_list("text", flat=True))
    # then
    assert numbers == set()  # a new number takes the old one's place, and is not theirs
    assert "Ennen siirtoa." in notes
    assert "Siirron jälkeen." not in notes
    assert sees(neighbour, "clock", on=today) == 0
