"""What the first migration of the line does besides its tables: the wall of wishes.

Anybody may leave a wish; only who works with advice in the area reads it, and nobody else is told that it is there.
"""

from django.db import migrations

_READERS = (
    "area_id = (SELECT app_area()) AND (SELECT app_role()) IN ('officer', 'adviser', 'coordinator', 'system')"
)

_WISHES = migrations.RunSQL(
    sql=f"""
    ALTER TABLE line_wish ENABLE ROW LEVEL SECURITY;
    ALTER TABLE line_wish FORCE ROW LEVEL SECURITY;
    CREATE POLICY who_advises ON line_wish TO kotopolku_app USING ({_READERS}) WITH CHECK ({_READERS});
    CREATE POLICY anybody_may_ask ON line_wish FOR INSERT TO kotopolku_app WITH CHECK (erase_on IS NULL);
    CREATE POLICY owner_all ON line_wish TO kotopolku_owner USING (true) WITH CHECK (true);
    """,
    reverse_sql="""
    DROP POLICY who_advises ON line_wish; DROP POLICY anybody_may_ask ON line_wish;
    DROP POLICY owner_all ON line_wish;
    ALTER TABLE line_wish NO FORCE ROW LEVEL SECURITY; ALTER TABLE line_wish DISABLE ROW LEVEL SECURITY;
    """,
)

OPERATIONS = (_WISHES,)
