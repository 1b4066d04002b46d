"""What the first migration of appointments does besides its tables: walls, and that no time is taken twice.

The constraints hold for rows that the acting duty does not see, too: a colleague's time behind a wall is taken.
"""

from django.db import migrations

from kotopolku.audit.walls import carries_guard, stays_with, stays_with_case, wall

_BARRED = migrations.RunSQL(
    sql="""
    CREATE FUNCTION app_barred_appointment() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(a.id), '{}') FROM appointment a
        WHERE a.case_id = ANY ((SELECT app_barred_case())::uuid[]) $$;
    """,
    reverse_sql="DROP FUNCTION app_barred_appointment();",
)


def follows_time(table: str) -> migrations.RunSQL:
    """Tie start, end and `taken` of a row to its appointment's own: moved or cancelled with it, never beside it."""
    return migrations.RunSQL(
        sql=f"""
        ALTER TABLE "{table}" ADD CONSTRAINT "{table}_same_time"
            FOREIGN KEY (appointment_id, starts_at, ends_at, taken)
            REFERENCES appointment (id, starts_at, ends_at, taken) ON UPDATE CASCADE;
        """,
        reverse_sql=f'ALTER TABLE "{table}" DROP CONSTRAINT "{table}_same_time";',
    )


def once_at_a_time(table: str, column: str) -> migrations.RunSQL:
    """Refuse two taken times of the same worker, room or interpreter that overlap; one may begin when another ends."""
    return migrations.RunSQL(
        sql=f"""
        ALTER TABLE "{table}" ADD CONSTRAINT "{table}_{column}_once"
            EXCLUDE USING gist ({column} WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (taken);
        """,
        reverse_sql=f'ALTER TABLE "{table}" DROP CONSTRAINT "{table}_{column}_once";',
    )


OPERATIONS = (
    _BARRED,
    stays_with_case("appointment"),
    wall("appointment"),
    carries_guard("appointment"),
    once_at_a_time("appointment", "room_id"),
    stays_with("appointment_worker", column="appointment_id", target="appointment"),
    wall("appointment_worker"),
    follows_time("appointment_worker"),
    once_at_a_time("appointment_worker", "staff_id"),
)
