"""The application role can do its work and nothing else; the database itself holds the line."""

import pytest
from django.db import ProgrammingError, connection, transaction
from django_tasks_db.models import DBTaskResult

pytestmark = pytest.mark.django_db


def test_tests_run_as_the_application_role_without_special_powers() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb FROM pg_roles "
            "WHERE rolname = current_user"
        )
        assert cursor.fetchone() == ("kotopolku_app", False, False, False, False)


def test_the_application_role_owns_nothing() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT relname FROM pg_class WHERE relowner = 'kotopolku_app'::regrole "
            "UNION ALL SELECT proname FROM pg_proc WHERE proowner = 'kotopolku_app'::regrole "
            "UNION ALL SELECT typname FROM pg_type WHERE typowner = 'kotopolku_app'::regrole "
            "UNION ALL SELECT nspname FROM pg_namespace WHERE nspowner = 'kotopolku_app'::regrole"
        )
        assert cursor.fetchall() == []


def test_every_table_of_the_program_belongs_to_the_owner_role() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
        assert cursor.fetchone()[0] > 5
        cursor.execute(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tableowner <> 'kotopolku_owner'"
        )
        assert cursor.fetchall() == []


@pytest.mark.parametrize(
    "command",
    [
        "TRUNCATE django_session",
        "CREATE TABLE own (id int)",
        "CREATE TEMPORARY TABLE own (id int)",
        "ALTER TABLE django_session DISABLE ROW LEVEL SECURITY",
        "DROP TABLE django_session",
        "SET ROLE kotopolku_owner",
        "CREATE EXTENSION citext",
    ],
)
def test_the_application_role_is_refused(command: str) -> None:
    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(command)


def test_no_test_ever_runs_on_the_template_itself() -> None:
    assert connection.settings_dict["NAME"].startswith("test_")


def test_commits_in_an_own_database_are_real_and_stay_there(own_database: str) -> None:
    # given two connections in a database of this test alone
    DBTaskResult.objects.create(args_kwargs={"args": [], "kwargs": {}}, task_path="x", backend_name="y")
    # then the row is committed, not pending in a test's transaction
    assert not connection.in_atomic_block
    connection.close()
    assert DBTaskResult.objects.count() == 1
