"""What the first migration of letters does besides its tables: walls, the open doors for adding, what waits."""

from django.db import migrations

from kotopolku.audit.walls import VISIBLE, follows_person, wall

# A letter about no client (to staff, about the program) has no controller: it is seen by the area's own duties.
_LETTER = f"(controller_id IS NULL AND area_id = (SELECT app_area())) OR {VISIBLE}"

# Whoever causes a letter or a notice adds it, also a visitor of the public form. Nobody thereby reads any.
_LETTERS = migrations.RunSQL(
    sql=f"""
    ALTER TABLE letter ENABLE ROW LEVEL SECURITY;
    ALTER TABLE letter FORCE ROW LEVEL SECURITY;
    CREATE POLICY own_controllers ON letter TO kotopolku_app USING ({_LETTER}) WITH CHECK ({_LETTER});
    CREATE POLICY anybody_may_write ON letter FOR INSERT TO kotopolku_app
        WITH CHECK (state = 'waiting' AND attempts = 0 AND person_id IS NULL);
    CREATE POLICY owner_all ON letter TO kotopolku_owner USING (true) WITH CHECK (true);
    """,
    reverse_sql="""
    DROP POLICY own_controllers ON letter; DROP POLICY anybody_may_write ON letter; DROP POLICY owner_all ON letter;
    ALTER TABLE letter NO FORCE ROW LEVEL SECURITY; ALTER TABLE letter DISABLE ROW LEVEL SECURITY;
    """,
)
_NOTICES = migrations.RunSQL(
    sql="""
    ALTER TABLE notice ENABLE ROW LEVEL SECURITY;
    ALTER TABLE notice FORCE ROW LEVEL SECURITY;
    CREATE POLICY own_notices ON notice TO kotopolku_app
        USING (staff_id = (SELECT app_staff())) WITH CHECK (staff_id = (SELECT app_staff()));
    CREATE POLICY stood_in_for ON notice TO kotopolku_app
        USING (staff_id = ANY ((SELECT app_stands_in_for())::bigint[]))
        WITH CHECK (staff_id = ANY ((SELECT app_stands_in_for())::bigint[]));
    CREATE POLICY anybody_may_tell ON notice FOR INSERT TO kotopolku_app WITH CHECK (read_at IS NULL);
    CREATE POLICY owner_all ON notice TO kotopolku_owner USING (true) WITH CHECK (true);
    """,
    reverse_sql="""
    DROP POLICY own_notices ON notice; DROP POLICY stood_in_for ON notice;
    DROP POLICY anybody_may_tell ON notice; DROP POLICY owner_all ON notice;
    ALTER TABLE notice NO FORCE ROW LEVEL SECURITY; ALTER TABLE notice DISABLE ROW LEVEL SECURITY;
    """,
)

# The tick has no duty, and an administrator sees no client: both are told numbers and nothing else.
_WHAT_WAITS = migrations.RunSQL(
    sql="""
    CREATE FUNCTION letters_due(ways text[]) RETURNS SETOF text
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT DISTINCT area_id FROM letter
        WHERE state IN ('waiting', 'sending', 'failed') AND way = ANY (ways) AND next_try_at <= now() $$;
    CREATE FUNCTION letter_counts() RETURNS TABLE (state text, n bigint)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT l.state, count(*) FROM letter l WHERE l.area_id = app_area() GROUP BY l.state $$;
    """,
    reverse_sql="DROP FUNCTION letters_due(text[]); DROP FUNCTION letter_counts();",
)

OPERATIONS = (follows_person("file"), wall("file"), follows_person("letter"), _LETTERS, _NOTICES, _WHAT_WAITS)
