"""The log is sealed every night, and whoever alters it afterwards is found out by day."""

from contextlib import contextmanager
from datetime import date
from uuid import UUID

import psycopg
import pytest
from tests import database

from kotopolku.audit.acting import acting_as
from kotopolku.audit.actor import operator
from kotopolku.audit.log import write
from kotopolku.audit.models import LogRow, LogSeal
from kotopolku.audit.sealing import seal, verify
from kotopolku.cli.audit import run

ANNA, BADR = UUID(int=1), UUID(int=2)
DAY = date(2026, 11, 24)
ROW = """
    WITH l AS (
        INSERT INTO log (at, staff_name, role, organisation, purpose, kind, route, action, subject, subject_id, shown,
                         count, result)
        VALUES (now() - make_interval(days => %s), 'Aino', 'officer', 'Raisio', 'työ', 'look', 'desk:case', '', 'case',
                '', '[]', 1, 'done') RETURNING id
    ) INSERT INTO log_seen (row_id, person_id) SELECT l.id, %s FROM l RETURNING row_id
"""


@pytest.fixture
def superuser(own_database, database_server):
    with database_server.connect(database=own_database) as connection:
        yield connection


@pytest.fixture
def check(own_database, database_server):
    """Return a function that verifies the seals as the owner, as the command does."""

    def run_check(**days):
        with database.pointed_at(database_server, own_database, role="kotopolku_owner"):
            return verify(**days)

    return run_check


def looked_at(superuser, *, days_ago: int, person=ANNA) -> int:
    return superuser.execute(ROW, [days_ago, person]).fetchone()[0]


@contextmanager
def unguarded(superuser):
    """Be a superuser who means harm: the triggers are off."""
    superuser.execute("SET session_replication_role = replica")
    yield
    superuser.execute("SET session_replication_role = origin")


def test_every_day_that_is_over_gets_one_seal_and_the_running_day_none(superuser, check):
    # given looks on three days, the last one today, and none on the day between
    looked_at(superuser, days_ago=3)
    looked_at(superuser, days_ago=3)
    looked_at(superuser, days_ago=1)
    looked_at(superuser, days_ago=0)
    # when the log is sealed, twice
    assert (seal(), seal()) == (3, 0)
    # then every day has its seal, the quiet one too, and all match
    assert list(LogSeal.objects.order_by("day").values_list("rows", flat=True)) == [2, 0, 1]
    found = check()
    assert (found.days, found.rows, found.fault) == (3, 3, None)
    assert found.digest == LogSeal.objects.latest("day").digest


@pytest.mark.parametrize(
    "harm",
    [
        "UPDATE log SET staff_name = 'Samir' WHERE id = {row}",
        "UPDATE log SET at = at + interval '1 minute' WHERE id = {row}",
        "DELETE FROM log WHERE id = {row}",
        "DELETE FROM log_seen WHERE row_id = {row}",
        f"UPDATE log_seen SET person_id = '{BADR}' WHERE row_id = {{row}}",
        f"INSERT INTO log_seen (row_id, person_id) VALUES ({{row}}, '{BADR}')",
    ],
)
def test_the_first_day_that_was_altered_is_named(superuser, check, harm):
    # given sealed days, and a row of the middle one altered past all triggers
    rows = [looked_at(superuser, days_ago=days) for days in (4, 3, 2)]
    seal()
    days = list(LogSeal.objects.order_by("day").values_list("day", flat=True))
    with unguarded(superuser):
        superuser.execute(harm.format(row=rows[1]))
    # when, then
    assert check().fault.day == days[1]
    # and the days before it are proven, those after it are not touched when asked alone
    assert check(last=days[0]).fault is None
    assert check(first=days[2]).fault is None


def test_a_removed_seal_and_a_row_slipped_in_are_found(superuser, check):
    for days in (9, 8, 7, 6, 1):
        looked_at(superuser, days_ago=days)
    seal()
    days = list(LogSeal.objects.order_by("day").values_list("day", flat=True))
    # given a look made up for a day long sealed
    looked_at(superuser, days_ago=8)
    assert (check().fault.day, check().fault.what) == (days[1], "1 rows stand under no seal")
    # given a whole day taken away with its seal
    with unguarded(superuser):
        superuser.execute("DELETE FROM log_seal WHERE day = %s", [days[2]])
    assert check().fault.day == days[3]


def test_a_row_still_uncommitted_when_its_day_is_sealed_comes_under_the_next_seal(
    superuser, own_database, database_server, check
):
    looked_at(superuser, days_ago=3)
    with database_server.connect(database=own_database) as slow:
        slow.autocommit = False
        # given a transaction that wrote yesterday and is not over, while a later row is
        looked_at(slow, days_ago=2)
        looked_at(superuser, days_ago=2)
        superuser.execute("SELECT seal_log()")
        superuser.execute("ALTER TABLE log_seal DISABLE TRIGGER USER")
        superuser.execute("DELETE FROM log_seal WHERE day = (SELECT max(day) FROM log_seal)")
        slow.commit()
    # when the next day is sealed
    seal()
    # then the late row is under it, and all match
    assert list(LogSeal.objects.order_by("day").values_list("rows", flat=True)) == [1, 1, 1]
    assert check().fault is None


@pytest.mark.parametrize("role", ["kotopolku_app", "kotopolku_owner"])
@pytest.mark.parametrize("table", ["log", "log_seen", "log_seal"])
@pytest.mark.parametrize("harm", ["UPDATE {} SET {} = {}", "DELETE FROM {}", "TRUNCATE {} CASCADE"])
def test_neither_the_program_nor_the_owner_can_alter_the_log(
    superuser, own_database, database_server, role, table, harm
):
    looked_at(superuser, days_ago=2)
    seal()
    key = "day" if table == "log_seal" else "id"
    with (
        database_server.connect(role=role, database=own_database) as connection,
        pytest.raises(psycopg.Error),
    ):
        connection.execute(harm.format(table, key, key))


@pytest.mark.parametrize(
    "harm",
    [
        "INSERT INTO log_seal (day, ids, rows, digest) VALUES ('2020-01-01', '{}', 0, '')",
        "INSERT INTO log (at, staff_name, role, organisation, purpose, kind, route, action, subject, subject_id, shown,"
        " count, result) VALUES (now() - interval '1 hour', '', '', '', '', 'look', '', '', '', '', '[]', 1, 'done')",
        "INSERT INTO log (tx, staff_name, role, organisation, purpose, kind, route, action, subject, subject_id, shown,"
        " count, result) VALUES (1, '', '', '', '', 'look', '', '', '', '', '[]', 1, 'done')",
    ],
)
def test_the_program_can_neither_seal_by_hand_nor_write_into_the_past(own_database, database_server, harm):
    with (
        database_server.connect(role="kotopolku_app", database=own_database) as connection,
        pytest.raises(psycopg.Error),
    ):
        connection.execute(harm)


def test_what_the_program_writes_it_reads_only_while_the_work_lasts(own_database):
    with acting_as(operator(), on=DAY):
        write(kind="look", subject="own")
        assert LogRow.objects.count() == 1
    with acting_as(operator(), on=DAY):
        assert LogRow.objects.count() == 0


def test_the_command_names_the_day_and_fails(superuser, own_database, database_server, capsys):
    row = looked_at(superuser, days_ago=2)
    seal()
    with database.pointed_at(database_server, own_database, role="kotopolku_owner"):
        assert run(["verify"]) == 0
        assert LogSeal.objects.latest("day").digest in capsys.readouterr().out
        with unguarded(superuser):
            superuser.execute("UPDATE log SET purpose = '' WHERE id = %s", [row])
        assert run(["verify"]) == 1
    assert str(LogSeal.objects.earliest("day").day) in capsys.readouterr().out
