"""Every wall stands, and the check says so when one does not."""

import psycopg
import pytest
from django.db import connection

from kotopolku.audit.catalogue import faults, listing, read

pytestmark = pytest.mark.django_db


def found():
    with connection.cursor() as cursor:
        return read(cursor)


def test_every_table_has_its_wall_or_its_reason():
    assert faults(found()) == []


def test_the_list_names_every_table_with_how_it_is_protected():
    lines = {line.split()[0]: line for line in listing(found())}
    assert "+own_controllers" in lines["person"]
    assert "-need_to_know" in lines["person"]
    assert "-not_barred" in lines["plan_goal"]
    assert "-sensitive" in lines["sensitive_answer"]
    assert "open: " in lines["organisation"]
    assert not [line for line in lines.values() if "NO WALL" in line]


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (
            'ALTER TABLE "case" NO FORCE ROW LEVEL SECURITY',
            "case: row-level security is not on, or not forced",
        ),
        ("ALTER TABLE fact DISABLE ROW LEVEL SECURITY", "fact: row-level security is not on"),
        ("DROP POLICY own_controllers ON event", "event: has a controller but no policy of own controllers"),
        ("DROP POLICY not_barred ON plan_goal", "plan_goal: about a client, but not narrowed"),
        ("DROP POLICY need_to_know ON person_period", "person_period: about a client, but not narrowed"),
        ("GRANT TRUNCATE ON person TO kotopolku_app", "person: kotopolku_app may empty it"),
        ("CREATE TABLE sheet (id bigint, case_id uuid)", "sheet: row-level security is not on"),
        ("CREATE TABLE thing (id bigint)", "thing: row-level security is not on"),
        ("ALTER TABLE service ADD COLUMN controller_id bigint", "service: stands in the list of open tables"),
        (
            "CREATE VIEW everybody AS SELECT * FROM person",
            "everybody: a view must be made WITH (security_invoker",
        ),
        ("CREATE MATERIALIZED VIEW copy AS SELECT * FROM person", "copy: a materialised view"),
        ("CREATE POLICY open ON fact USING (true)", "fact: a policy is for every role"),
        (
            "CREATE FUNCTION leak() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
            "leak(): a function with its owner's rights must set search_path",
        ),
        ("ALTER ROLE kotopolku_app BYPASSRLS", "the role kotopolku_app is a superuser or bypasses"),
        ("GRANT kotopolku_owner TO kotopolku_app", "the role kotopolku_app may become kotopolku_owner"),
        ("ALTER TABLE draft OWNER TO kotopolku_app", "draft: owned by kotopolku_app"),
    ],
)
def test_a_missing_wall_is_said(database_server, own_database, broken, says):
    # given a database in which somebody forgot something; undone, since roles are the whole server's
    with psycopg.connect(database_server.url(role="postgres", database=own_database)) as superuser:
        superuser.execute(broken)
        with superuser.cursor() as cursor:
            lines = faults(read(cursor))
        superuser.rollback()
    # then
    assert [line for line in lines if line.startswith(says)], lines


def test_a_view_with_security_invoker_is_no_fault(database_server, own_database):
    with psycopg.connect(database_server.url(role="postgres", database=own_database)) as superuser:
        superuser.execute("CREATE VIEW mine WITH (security_invoker = true) AS SELECT id FROM person")
        with superuser.cursor() as cursor:
            assert faults(read(cursor)) == []
        superuser.rollback()
