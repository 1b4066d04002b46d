"""One person's file, three hours, a reason, a reviewer who is told at once and decides; and nobody else's."""

import pytest
from django.db import DatabaseError, connection, transaction
from tests.cast import TODAY, worker
from tests.desk import accepted

from kotopolku.audit.acting import acting_as
from kotopolku.audit.action import NotPermitted
from kotopolku.audit.actor import Role
from kotopolku.audit.errors import Invalid, NotFound
from kotopolku.audit.models import LogRow
from kotopolku.cases.actions import (
    add_note,
    bar_staff,
    decide_override,
    find_for_override,
    open_override,
)
from kotopolku.cases.models import Assessment, Case, Event
from kotopolku.cases.override_model import Override
from kotopolku.cases.overrides import override_view, overrides_to_review
from kotopolku.cases.queries import case_view
from kotopolku.letters.models import Notice
from kotopolku.people.access import person_for
from kotopolku.people.models import Person
from kotopolku.plans.models import Goal, Plan


@pytest.fixture
def matter(officer):
    return accepted(officer)


@pytest.fixture
def number(matter, officer):
    with acting_as(officer, on=TODAY):
        return Case.objects.get(pk=matter.case).number


def test_a_neighbour_opens_one_file_whole_for_reading_and_no_other(
    matter, number, officer, neighbour, person_of
):
    other = person_of(officer)
    with acting_as(neighbour, on=TODAY):
        with pytest.raises(NotFound):
            person_for(matter.person)
        # when
        assert find_for_override(named=number)
        assert open_override(named=number, reason="child_at_risk") == matter.person
        # then the file is there, whole
        assert case_view(matter.case).person_id == matter.person
        assert Assessment.objects.filter(case_id=matter.case).count() == 1
        assert Goal.objects.filter(plan_id=matter.plan).exists()
        assert Event.objects.filter(case_id=matter.case).exists()
        assert list(Person.objects.values_list("pk", flat=True)) == [matter.person]
        # and nothing of it can be written, and nobody else's file is open
        with pytest.raises((NotFound, DatabaseError)), transaction.atomic():
            add_note(case_id=matter.case, text="muistio")
        assert Plan.objects.filter(pk=matter.plan).update(version=99) == 0
        with pytest.raises(NotFound):
            person_for(other)
    row = LogRow.objects.get(kind="override", action="")
    assert (row.subject, row.staff_id) == ("override", neighbour.staff_id)
    assert [one.person_id for one in row.seen.all()] == [matter.person]


def test_the_file_closes_when_the_three_hours_are_over_and_is_open_under_no_other_duty(
    matter, number, neighbour, colleague, stranger
):
    with acting_as(neighbour, on=TODAY):
        open_override(named=number, reason="threat_to_life")
        opened = Override.objects.get()
        assert (opened.until - opened.opened_at).total_seconds() == pytest.approx(3 * 3600, abs=1)
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_get_functiondef('app_overrides'::regproc)")
            assert "o.until > statement_timestamp()" in cursor.fetchone()[0]
    with acting_as(stranger, on=TODAY), pytest.raises(NotFound):
        person_for(matter.person)


def test_an_identity_code_names_the_person_too_however_it_is_written(officer, neighbour, person_of):
    from kotopolku.people.entries import IdentifierEntry

    rana = person_of(officer, identifiers=[IdentifierEntry(kind="identity_code", value="010190-900P")])
    with acting_as(neighbour, on=TODAY):
        assert open_override(named=" 010190-900p ", reason="court_order") == rana


@pytest.mark.slow
@pytest.mark.parametrize("named", ["2020-99999", "", "010190-901R", "' OR 1=1", "\0"])
def test_who_names_nobody_finds_nobody(neighbour, matter, named):
    with acting_as(neighbour, on=TODAY):
        assert not find_for_override(named=named)
        with pytest.raises(NotFound):
            open_override(named=named, reason="child_at_risk")
        assert Override.objects.count() == 0


def test_a_stranger_of_another_area_and_a_barred_worker_find_nobody(
    matter, number, officer, coordinator, colleague, stranger
):
    with acting_as(stranger, on=TODAY):
        assert not find_for_override(named=number)
    with acting_as(coordinator, on=TODAY):
        bar_staff(person_id=matter.person, staff_id=colleague.staff_id, reason="kin")
    with acting_as(colleague, on=TODAY):
        assert not find_for_override(named=number)
        with pytest.raises(NotFound):
            open_override(named=number, reason="child_at_risk")


@pytest.mark.slow
@pytest.mark.parametrize("role", [Role.CONTACT_PERSON, Role.ADMINISTRATOR, Role.AUDITOR])
def test_roles_that_see_no_clients_cannot_open_anything(matter, number, role):
    actor = worker(username="joku", name="Joku", at="raisio", area="raisio", role=role, covers=["raisio"])
    with acting_as(actor, on=TODAY):
        with pytest.raises(NotPermitted):
            find_for_override(named=number)
        with pytest.raises(NotPermitted):
            open_override(named=number, reason="child_at_risk")
        # not even by the database's own door
        with connection.cursor() as cursor:
            cursor.execute("SELECT opened FROM open_override(%s, 'child_at_risk', '')", [number])
            assert cursor.fetchone() in {None, (None,)}


@pytest.mark.slow
@pytest.mark.parametrize(("reason", "words"), [("", ""), ("curious", "x"), ("other", "  ")])
def test_a_reason_is_needed_and_another_one_in_words(matter, number, neighbour, reason, words):
    with acting_as(neighbour, on=TODAY), pytest.raises(Invalid):
        open_override(named=number, reason=reason, words=words)


def test_the_coordinator_is_told_at_once_and_decides_once(matter, number, neighbour, coordinator, officer):
    with acting_as(neighbour, on=TODAY):
        open_override(named=number, reason="other", words="Päivystys pyysi")
    with acting_as(coordinator, on=TODAY):
        assert Notice.objects.get(code="override_opened").staff_id == coordinator.staff_id
        (waiting,) = overrides_to_review()
        assert (waiting.staff_name, waiting.words, waiting.justified) == ("Nea Salo", "Päivystys pyysi", None)
        with pytest.raises(Invalid):
            decide_override(override_id=waiting.id, justified=True, decision=" ")
        decide_override(override_id=waiting.id, justified=False, decision="Ei perustetta")
        assert override_view(waiting.id).justified is False
        with pytest.raises(NotFound):
            decide_override(override_id=waiting.id, justified=True, decision="Toisin")
    with acting_as(officer, on=TODAY):
        assert Override.objects.count() == 0
        with pytest.raises(NotPermitted):
            decide_override(override_id=waiting.id, justified=True, decision="x")


def test_nobody_reviews_their_own_opening(matter, number, coordinator, officer):
    # given a file that even the coordinator may not know without a reason of its own
    with acting_as(coordinator, on=TODAY):
        open_override(named=number, reason="court_order")
        opened = Override.objects.get()
        with pytest.raises(NotFound):
            decide_override(override_id=opened.pk, justified=True, decision="Oli syy")


@pytest.mark.slow
@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE override SET until = until + interval '1 day'",
        "UPDATE override SET opens_person = gen_random_uuid()",
        "DELETE FROM override",
        "INSERT INTO override (id, controller_id, area_id, opens_person, staff_id, staff_name, organisation, duty_id,"
        " reason, words, until, decided_by_name, decision) SELECT gen_random_uuid(), controller_id, area_id,"
        " opens_person, staff_id, '', '', duty_id, reason, '', until, '', '' FROM override",
    ],
)
def test_the_program_cannot_lengthen_or_forge_an_opening(matter, number, neighbour, harm):
    with acting_as(neighbour, on=TODAY):
        open_override(named=number, reason="child_at_risk")
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(harm)
