"""Nobody sees, and nobody reaches, a person outside the municipalities of their duty."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction
from tests.lists import people_page

from kotopolku.audit.acting import acting_as
from kotopolku.audit.errors import NotFound
from kotopolku.audit.models import LogRow
from kotopolku.people.access import person_for
from kotopolku.people.actions import set_contact_details
from kotopolku.people.entries import ContactEntry, LanguageEntry, PeriodEntry, StatusEntry
from kotopolku.people.models import Fact, NameToken, Person
from kotopolku.people.queries import find_people, person_card

TABLES = {
    "person",
    "name_token",
    "former_name",
    "identifier",
    "person_language",
    "citizenship",
    "residence_status",
    "person_period",
    "fact",
    "contact_detail",
    "kept_apart",
    "household",
    "household_member",
    "duplicate_report",
    "case",
    "contact",
    "judgement",
    "assessment",
    "assessment_measure",
    "told_tick",
    "clock",
    "event",
}


def _visible_people() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM person")
        return cursor.fetchone()[0]


def test_a_colleague_sees_the_client_and_a_stranger_sees_nothing(
    officer, colleague, stranger, person_of, today
):
    # given
    rana = person_of(officer, given_names="Rana", family_name="Al-Khatib")
    # when, then
    with acting_as(colleague, on=today):
        assert person_card(rana).row.name == "Rana Al-Khatib"
        assert [row.id for row in people_page().rows] == [rana]
        assert [row.id for row in find_people("ran").rows] == [rana]
    with acting_as(stranger, on=today):
        assert people_page().rows == ()
        assert find_people("ran").rows == ()
        assert _visible_people() == 0
        with pytest.raises(NotFound):
            person_card(rana)


def test_an_officer_of_the_neighbour_municipality_sees_nothing_either(officer, neighbour, person_of, today):
    rana = person_of(officer)
    with acting_as(neighbour, on=today), pytest.raises(NotFound):
        person_for(rana)


def test_the_refused_look_is_logged_with_the_id_and_like_one_at_nothing(officer, stranger, person_of, today):
    # given
    rana, nobody = person_of(officer), uuid4()
    # when
    for who in (rana, nobody):
        with pytest.raises(NotFound), acting_as(stranger, on=today):
            person_for(who)
    # then
    rows = LogRow.objects.filter(result="refused", staff_id=stranger.staff_id)
    assert [row.subject_id for row in rows.order_by("id")] == [str(rana), str(nobody)]
    assert {row.kind for row in rows} == {"look"}


def test_nobody_acting_sees_nothing(officer, person_of):
    # given
    person_of(officer)
    # when nobody acts any more, then
    assert _visible_people() == 0


def test_a_duty_that_is_over_sees_nothing(officer, person_of):
    person_of(officer)
    with acting_as(officer, on=date(2024, 12, 31)):
        assert _visible_people() == 0


def test_acting_as_puts_the_former_actor_back(officer, stranger, person_of, today):
    # given
    person_of(officer)
    # when, then
    with acting_as(officer, on=today):
        assert _visible_people() == 1
        with acting_as(stranger, on=today):
            assert _visible_people() == 0
        assert _visible_people() == 1
        with pytest.raises(ZeroDivisionError), acting_as(stranger, on=today):
            raise ZeroDivisionError
        assert _visible_people() == 1


@pytest.mark.django_db
def test_every_table_about_people_has_a_forced_wall():
    # given every table with a controller
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT c.relname, c.relrowsecurity AND c.relforcerowsecurity FROM pg_class c "
            "JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'controller_id' WHERE c.relkind = 'r'"
        )
        walls = dict(cursor.fetchall())
    # then
    assert set(walls) >= TABLES
    assert [table for table, forced in walls.items() if not forced] == []


def test_the_program_is_no_superuser_and_cannot_empty_tables(area):
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False,)
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE person CASCADE")


def test_a_row_cannot_be_written_into_another_controllers_register(officer, naantali, person_of, today):
    # given
    rana = person_of(officer)
    # when a fact claims another controller than its person's
    with (
        acting_as(officer, on=today),
        pytest.raises((ProgrammingError, IntegrityError)),
        transaction.atomic(),
    ):
        Fact.objects.create(
            controller_id=naantali.id,
            person_id=rana,
            key="residence.visa",
            value="none",
            source="person",
            entered_by_name="x",
            entered_on=today,
        )


def test_a_row_cannot_hang_on_a_person_of_another_register(officer, coordinator, naantali, person_of, today):
    # given a client of Raisio, and a coordinator who may write into both registers
    rana = person_of(officer)

    # when a row in Naantali's register points at her, then the composite key refuses it
    def hang_a_row_on_her():
        with transaction.atomic(), connection.cursor() as cursor:
            NameToken.objects.create(controller_id=naantali.id, person_id=rana, kind="word", token="x")
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    with acting_as(coordinator, on=today), pytest.raises(IntegrityError):
        hang_a_row_on_her()


def test_what_hangs_on_a_person_follows_the_person(
    officer, coordinator, neighbour, naantali, person_of, today
):
    # given
    rana = person_of(
        officer,
        given_names="Rana",
        languages=[LanguageEntry(use="mother_tongue", language="ar")],
        statuses=[StatusEntry(kind="residence_permit", granted_on=date(2025, 3, 12))],
        periods=[PeriodEntry(kind="child_home_care_allowance", first_day=date(2026, 6, 1))],
        facts={"residence.quota_refugee": False},
    )
    with acting_as(officer, on=today):
        set_contact_details(person_id=rana, entries=[ContactEntry(kind="phone", value="040 123 4567")])
    # when she moves to the other municipality
    with acting_as(coordinator, on=today):
        Person.objects.filter(pk=rana).update(controller_id=naantali.id)
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    # then everything is in the new register, and nothing in the old one
    with acting_as(neighbour, on=today):
        card = person_card(rana)
        assert card.language("mother_tongue") == "ar"
        assert len(card.statuses) == len(card.periods) == len(card.facts) == len(card.contact) == 1
        assert [row.id for row in find_people("rana").rows] == [rana]
    with acting_as(officer, on=today):
        assert NameToken.objects.count() == Fact.objects.count() == 0


def test_a_pooled_connection_carries_nothing_over(own_database, today):
    """The actor is gone with the transaction, also on the same connection and after a failure."""
    from kotopolku.audit.actor import operator

    with acting_as(operator(), on=today):
        pass
    with pytest.raises(ZeroDivisionError), acting_as(operator(), on=today):
        raise ZeroDivisionError
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('app.duty_id', true), current_setting('app.on', true)")
        assert all(value in (None, "") for value in cursor.fetchone())
