"""What the first migration of the log does besides its tables: rows are added, sealed every night, never altered.

Who may read is decided by policies. Those that ask for the acting duty stand with the duties (`DUTY_READS`), the one
that asks for a person with the persons (`PERSON_READS`): their migrations come after this one. PostgreSQL asks the
policies of a table in the order of their names until one says yes, so the cheap ones have the earlier names.
"""

from django.db import migrations

from kotopolku.audit.walls import append_only

# What a piece of work has written it may read, until it ends; the time keeps apart equal numbers of two servers.
_OWN_WORK = "tx = pg_current_xact_id_if_assigned()::text::bigint AND at >= transaction_timestamp()"

_CLOSED = migrations.RunSQL(
    sql=f"""
    ALTER TABLE log ENABLE ROW LEVEL SECURITY;
    ALTER TABLE log FORCE ROW LEVEL SECURITY;
    CREATE POLICY owner_all ON log TO kotopolku_owner USING (true) WITH CHECK (true);
    CREATE POLICY added ON log FOR INSERT TO kotopolku_app WITH CHECK ({_OWN_WORK});
    CREATE POLICY own_work ON log FOR SELECT TO kotopolku_app USING ({_OWN_WORK});
    ALTER TABLE log_seen ENABLE ROW LEVEL SECURITY;
    ALTER TABLE log_seen FORCE ROW LEVEL SECURITY;
    CREATE POLICY owner_all ON log_seen TO kotopolku_owner USING (true) WITH CHECK (true);
    CREATE POLICY added ON log_seen FOR INSERT TO kotopolku_app WITH CHECK (true);
    CREATE FUNCTION app_wrote(seen_row bigint) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT EXISTS (SELECT 1 FROM log WHERE id = seen_row AND {_OWN_WORK}) $$;
    CREATE POLICY own_work ON log_seen FOR SELECT TO kotopolku_app USING (app_wrote(row_id));
    REVOKE INSERT ON log_seal FROM kotopolku_app;
    """,  # noqa: S608  the only part put in is the constant above
    reverse_sql="""
    DROP POLICY own_work ON log_seen; DROP FUNCTION app_wrote(bigint);
    DROP POLICY added ON log_seen; DROP POLICY owner_all ON log_seen;
    DROP POLICY own_work ON log; DROP POLICY added ON log; DROP POLICY owner_all ON log;
    """,
)

# The digest of a set of rows, each with the persons it showed, after the seal before them. The text of a row is a
# list, so that no two rows can be written alike; a column that comes later does not change the rows of before.
_DIGEST = migrations.RunSQL(
    sql="""
    CREATE FUNCTION log_text(l log) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
        SELECT jsonb_build_array(
            l.id, to_char(l.at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI:SS.US'), l.staff_id, l.staff_name, l.role,
            l.duty_id, l.organisation_id, l.organisation, l.area_id, l.purpose, l.kind, l.route, l.action, l.subject,
            l.subject_id, l.shown, l.count, l.result, l.tx,
            (SELECT jsonb_agg(s.person_id ORDER BY s.id) FROM log_seen s WHERE s.row_id = l.id))::text $$;
    CREATE FUNCTION log_digest(ids int8multirange, former text, OUT digest text, OUT rows bigint)
        LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
        SELECT encode(sha256(convert_to(former || coalesce(
                   string_agg(encode(sha256(convert_to(log_text(l), 'UTF8')), 'hex'), '' ORDER BY l.id), ''),
                   'UTF8')), 'hex'), count(*)
        FROM log l WHERE l.id >= lower(ids) AND l.id < upper(ids) AND l.id <@ ids $$;
    CREATE FUNCTION end_of_day(day date) RETURNS timestamptz LANGUAGE sql STABLE AS
        $$ SELECT (day + 1)::timestamp AT TIME ZONE 'Europe/Helsinki' $$;
    """,
    reverse_sql="""
    DROP FUNCTION end_of_day(date); DROP FUNCTION log_digest(int8multirange, text); DROP FUNCTION log_text(log);
    """,
)

# Seals every day that is over and has no seal, oldest first, and returns how many. A seal holds the ids of its rows:
# what it can see is committed and cannot change, and what is still running is in nobody's set yet, so the next seal
# takes it (rows of the three days before, which no transaction outlives). Nothing has to wait and nothing is locked.
_SEAL = migrations.RunSQL(
    sql="""
    CREATE FUNCTION seal_log() RETURNS integer
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE
            last log_seal; one date; taken int8multirange; sealed int8multirange; made integer := 0; new record;
        BEGIN
            PERFORM pg_advisory_xact_lock(hashtext('log_seal'));
            SELECT * INTO last FROM log_seal ORDER BY day DESC LIMIT 1;
            one := coalesce(last.day + 1,
                (SELECT (l.at AT TIME ZONE 'Europe/Helsinki')::date FROM log l ORDER BY l.id LIMIT 1));
            WHILE one < (now() AT TIME ZONE 'Europe/Helsinki')::date LOOP
                SELECT coalesce(range_agg(s.ids::int8multirange), '{}') INTO sealed
                FROM log_seal s WHERE s.day >= one - 7;
                SELECT coalesce(range_agg(int8range(l.id, l.id, '[]')), '{}') INTO taken FROM log l
                WHERE l.at < end_of_day(one) AND (last.day IS NULL OR l.at >= end_of_day(one - 4))
                    AND NOT l.id <@ sealed;
                SELECT * INTO new FROM log_digest(taken, coalesce(last.digest, ''));
                INSERT INTO log_seal (day, ids, rows, digest)
                VALUES (one, taken::text, new.rows, new.digest) RETURNING * INTO last;
                made := made + 1;
                one := one + 1;
            END LOOP;
            RETURN made;
        END $$;
    """,
    reverse_sql="DROP FUNCTION seal_log();",
)

# The queue is open to whoever works, and a traceback repeats what somebody typed: of a failure its kind is kept alone.
# The server's own log tells where it happened (audit/discreet.py).
_NO_TRACEBACK = migrations.RunSQL(
    sql="""
    CREATE FUNCTION keep_no_traceback() RETURNS trigger
        LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
        BEGIN NEW.traceback := ''; RETURN NEW; END $$;
    CREATE TRIGGER no_traceback BEFORE INSERT OR UPDATE ON django_tasks_database_dbtaskresult
        FOR EACH ROW EXECUTE FUNCTION keep_no_traceback();
    """,
    reverse_sql="""
    DROP TRIGGER no_traceback ON django_tasks_database_dbtaskresult; DROP FUNCTION keep_no_traceback();
    """,
)

OPERATIONS = (
    _NO_TRACEBACK,
    append_only("log"),
    append_only("log_seen"),
    append_only("log_seal"),
    _CLOSED,
    _DIGEST,
    _SEAL,
)

# The auditor reads the log of the area, and what nobody's area was (a knock at the door); everybody their own rows.
DUTY_READS = migrations.RunSQL(
    sql="""
    CREATE POLICY auditor ON log FOR SELECT TO kotopolku_app USING (
        (SELECT app_role()) = 'auditor' AND (area_id IS NULL OR area_id = (SELECT app_area())));
    CREATE POLICY own_rows ON log FOR SELECT TO kotopolku_app USING (staff_id = (SELECT app_staff()));
    CREATE FUNCTION app_audits(seen_row bigint) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT EXISTS (SELECT 1 FROM log l
            WHERE l.id = seen_row AND (l.area_id IS NULL OR l.area_id = app_area())) $$;
    CREATE POLICY auditor ON log_seen FOR SELECT TO kotopolku_app USING (
        (SELECT app_role()) = 'auditor' AND app_audits(row_id));
    """,
    reverse_sql="""
    DROP POLICY auditor ON log_seen; DROP FUNCTION app_audits(bigint);
    DROP POLICY own_rows ON log; DROP POLICY auditor ON log;
    """,
)

# Who may see a person may see who has looked at the person: the person's own policy answers.
PERSON_READS = migrations.RunSQL(
    sql="""
    CREATE POLICY of_visible_person ON log_seen FOR SELECT TO kotopolku_app USING (
        EXISTS (SELECT 1 FROM person p WHERE p.id = person_id));
    CREATE POLICY shows_visible_person ON log FOR SELECT TO kotopolku_app USING (
        EXISTS (SELECT 1 FROM log_seen s WHERE s.row_id = log.id));
    """,
    reverse_sql="""
    DROP POLICY shows_visible_person ON log; DROP POLICY of_visible_person ON log_seen;
    """,
)
