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
# Who holds a feed's address is told when and where; of protected people not where, of anybody not who. A worker's
# feed ends with their last duty at the desk.
_FEED = migrations.RunSQL(
    sql="""
    CREATE FUNCTION running_calendar_feed(which text, day date) RETURNS TABLE (area_id text, language text, room text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT f.area_id, coalesce(s.language, 'fi'), coalesce(r.name, '')
        FROM calendar_feed f LEFT JOIN staff s ON s.id = f.staff_id LEFT JOIN room r ON r.id = f.room_id
        WHERE f.digest = which AND which <> '' AND f.ended_on IS NULL AND r.ended_on IS NULL
            AND (f.staff_id IS NULL OR (s.is_active AND EXISTS (
                SELECT FROM duty d WHERE d.staff_id = f.staff_id AND d.area_id = f.area_id
                    AND d.role IN ('officer', 'adviser', 'coordinator')
                    AND d.valid_from <= day AND coalesce(d.valid_to, day) >= day))) $$;
    CREATE FUNCTION calendar_feed_times(which text, day date, since timestamptz, before timestamptz)
        RETURNS TABLE (id uuid, starts_at timestamptz, ends_at timestamptz, version int, kind text, mode text,
            place text, room text, interpreted boolean, hidden boolean)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT a.id, a.starts_at, a.ends_at, a.version, a.kind, a.mode, a.place, coalesce(r.name, ''), a.interpreted,
            coalesce((p.non_disclosure AND coalesce(p.non_disclosure_until, day) >= day)
                OR (p.covered AND coalesce(p.covered_until, day) >= day), false)
        FROM calendar_feed f
            JOIN appointment a ON a.area_id = f.area_id AND (a.room_id = f.room_id OR EXISTS (
                SELECT FROM appointment_worker w WHERE w.appointment_id = a.id AND w.staff_id = f.staff_id))
            LEFT JOIN room r ON r.id = a.room_id
            LEFT JOIN "case" c ON c.id = a.case_id LEFT JOIN person p ON p.id = c.person_id
        WHERE f.digest = which AND EXISTS (SELECT FROM running_calendar_feed(which, day))
            AND a.taken AND a.starts_at >= since AND a.starts_at < before
        ORDER BY a.starts_at, a.id $$;
    """,
    reverse_sql="""
    DROP FUNCTION calendar_feed_times(text, date, timestamptz, timestamptz);
    DROP FUNCTION running_calendar_feed(text, date);
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
    stays_with_case("group_member"),
    wall("group_member"),
    area_wall("interpreter"),
    area_wall("calendar_feed"),
    area_wall("colleague_leave"),
    stays_with("interpreter_order", column="appointment_id", target="appointment"),
    wall("interpreter_order"),
    _ORDERS,
    follows_person("interpreter_wish"),
    wall("interpreter_wish"),
    _LINK,
    _FEED,
)
