"""An action is permission, effect, log row and clocks in one; and the log is added to, never altered."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import ProgrammingError, connection, transaction
from django.db.utils import InternalError

from kotopolku.audit.acting import NobodyActs, acting, acting_as, afterwards
from kotopolku.audit.action import NotPermitted, TouchesNobody, action, touch
from kotopolku.audit.actor import ANYBODY, Role, operator
from kotopolku.audit.log import write
from kotopolku.audit.models import LogRow, LogSeen
from kotopolku.audit.queries import looks_at

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 24)
ANNA, BADR = uuid4(), uuid4()


@pytest.fixture
def refreshed(settings, monkeypatch):
    """Record what AFTER_ACTION is told."""
    told = []
    monkeypatch.setattr(
        "kotopolku.audit.action._after_action", lambda: lambda *, persons, on: told.append((persons, on))
    )
    return told


@action(Role.OPERATOR, facts=True)
def change_nobody() -> None:
    """Say that facts change, and name nobody."""


@action(Role.OPERATOR, facts=True)
def change_anna() -> str:
    """Touch one person."""
    touch(ANNA)
    return "done"


@action(Role.OPERATOR, facts=True)
def change_both() -> None:
    """Touch one person directly and one by another action."""
    touch(BADR)
    change_anna()


@action(Role.OPERATOR)
def fail_after_touching() -> None:
    """Touch somebody and fail."""
    touch(BADR)
    raise ZeroDivisionError


def test_an_action_that_changes_facts_but_touches_nobody_fails(refreshed):
    with acting_as(operator(), on=DAY), pytest.raises(TouchesNobody):
        change_nobody()
    assert refreshed == []
    assert LogRow.objects.count() == 0


def test_the_clocks_are_asked_once_for_everybody_touched(refreshed):
    with acting_as(operator(), on=DAY):
        change_both()
    assert refreshed == [(frozenset({ANNA, BADR}), DAY)]
    assert list(LogRow.objects.order_by("id").values_list("action", flat=True)) == [
        "change_anna",
        "change_both",
    ]


def test_a_second_action_of_a_request_does_not_carry_the_first_ones_people(refreshed):
    with acting_as(operator(), on=DAY):
        change_both()
        assert change_anna() == "done"
    assert [persons for persons, _on in refreshed] == [frozenset({ANNA, BADR}), frozenset({ANNA})]


def test_a_failed_action_leaves_nothing_and_the_next_one_starts_clean(refreshed):
    with acting_as(operator(), on=DAY):
        with pytest.raises(ZeroDivisionError):
            fail_after_touching()
        change_anna()
    assert refreshed == [(frozenset({ANNA}), DAY)]
    assert LogSeen.objects.filter(person_id=BADR).count() == 0


def test_another_role_is_refused_and_the_refusal_is_logged():
    with pytest.raises(NotPermitted), acting_as(ANYBODY, on=DAY):
        change_anna()
    row = LogRow.objects.get()
    assert (row.role, row.result, row.subject) == ("public", "refused", "change_anna")


def test_outside_acting_as_nobody_acts():
    with pytest.raises(NobodyActs):
        change_anna()


def test_what_is_to_be_kept_survives_the_rollback_of_the_work():
    # given work that leaves a note and then fails
    def work():
        with acting_as(operator(), on=DAY):
            write(kind="look", subject="lost")
            afterwards(lambda: write(kind="look", subject="kept"))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        work()
    # then the note is there, written as the same actor, and the work is not
    assert list(LogRow.objects.values_list("subject", "staff_name")) == [("kept", "operator")]


def test_a_nested_blocks_refusal_is_written_under_its_own_actor():
    with acting_as(operator(), on=DAY):
        with pytest.raises(NotPermitted), acting_as(ANYBODY, on=DAY):
            change_anna()
        assert LogRow.objects.count() == 0
        assert acting().actor.role is Role.OPERATOR
    assert LogRow.objects.get().role == "public"


@pytest.mark.parametrize("table", ["log", "log_seen"])
@pytest.mark.parametrize("change", ["UPDATE {} SET id = id", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_the_log_cannot_be_altered(table, change):
    with acting_as(operator(), on=DAY):
        write(kind="look", persons=[ANNA])
    with (
        pytest.raises((ProgrammingError, InternalError)),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(change.format(table))
    assert LogSeen.objects.count() == 1


def test_who_looked_at_a_person_is_found_newest_first():
    for subject in ("person", "case"):
        with acting_as(operator(), on=DAY):
            write(kind="look", subject=subject, persons=[ANNA], action=subject)
    assert [look.action for look in looks_at(ANNA)] == ["case", "person"]
    assert looks_at(BADR) == ()
