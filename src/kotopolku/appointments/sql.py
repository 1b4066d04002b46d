"""What the first migration of appointments does besides its tables: walls, and that no time is taken twice.

The constraints hold for rows that the acting duty does not see, too: a colleague's time behind a wall is taken.
"""

from django.db import migrations

from kotopolku.audit.walls import area_wall, carries_guard, follows_person, stays_with, stays_with_case, wall

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


# An order keeps to its appointment's time whether that is taken or not; who has declined is not held by it.
_ORDERS = migrations.RunSQL(
    sql="""
    ALTER TABLE interpreter_order ADD CONSTRAINT interpreter_order_same_time
        FOREIGN KEY (appointment_id, starts_at, ends_at)
        REFERENCES appointment (id, starts_at, ends_at) ON UPDATE CASCADE;
    ALTER TABLE interpreter_order ADD CONSTRAINT interpreter_order_interpreter_id_once
        EXCLUDE USING gist (interpreter_id WITH =, tstzrange(starts_at, ends_at) WITH &&) WHERE (holds);
    """,
    reverse_sql="""
    ALTER TABLE interpreter_order DROP CONSTRAINT interpreter_order_interpreter_id_once;
    ALTER TABLE interpreter_order DROP CONSTRAINT interpreter_order_same_time;
    """,
)
# Who holds the link is told what an interpreter must know and nothing about whom it is for; the first answer stands.
_LINK = migrations.RunSQL(
    sql="""
    CREATE FUNCTION interpreter_order_of(which text) RETURNS TABLE (
            code text, area_id text, language text, dialect text, topic text, contact text, starts_at timestamptz,
            ends_at timestamptz, mode text, place text, room text, directions text, link text, state text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT o.code, a.area_id, o.language, o.dialect, o.topic, o.contact, o.starts_at, o.ends_at, a.mode, a.place,
               coalesce(r.name, ''), coalesce(r.directions, ''), a.link, o.state
        FROM interpreter_order o JOIN appointment a ON a.id = o.appointment_id LEFT JOIN room r ON r.id = a.room_id
        WHERE o.digest = which AND which <> '' $$;
    CREATE FUNCTION answer_interpreter_order(which text, comes boolean, answered date)
        RETURNS TABLE (appointment_id uuid, area_id text, staff bigint[])
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH o AS (
            UPDATE interpreter_order SET state = CASE WHEN comes THEN 'confirmed' ELSE 'declined' END,
                   holds = holds AND comes, answered_on = answered
            WHERE digest = which AND which <> '' AND state = 'ordered'
                AND (ends_at AT TIME ZONE 'Europe/Helsinki')::date >= answered
            RETURNING interpreter_order.appointment_id)
        SELECT a.id, a.area_id, (SELECT array_agg(w.staff_id) FROM appointment_worker w WHERE w.appointment_id = a.id)
        FROM o JOIN appointment a ON a.id = o.appointment_id $$;
    """,
    reverse_sql="""
    DROP FUNCTION answer_interpreter_order(text, boolean, date); DROP FUNCTION interpreter_order_of(text);
    """,
)

# When somebody is taken anybody may learn who looks for a free time, and not by whom or for what.
_TAKEN = migrations.RunSQL(
    sql="""
    CREATE FUNCTION taken_times(which text, since timestamptz, until timestamptz)
        RETURNS TABLE (staff_id bigint, starts_at timestamptz, ends_at timestamptz)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT w.staff_id, w.starts_at, w.ends_at
        FROM appointment_worker w JOIN appointment a ON a.id = w.appointment_id
        WHERE a.area_id = which AND w.taken AND w.starts_at < until AND w.ends_at > since $$;
    """,
    reverse_sql="DROP FUNCTION taken_times(text, timestamptz, timestamptz);",
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
    stays_with("own_booking", column="appointment_id", target="appointment"),
    wall("own_booking"),
    _TAKEN,
    area_wall("interpreter"),
    area_wall("colleague_leave"),
    stays_with("interpreter_order", column="appointment_id", target="appointment"),
    wall("interpreter_order"),
    _ORDERS,
    follows_person("interpreter_wish"),
    wall("interpreter_wish"),
    _LINK,
)
