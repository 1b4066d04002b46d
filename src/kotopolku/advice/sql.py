"""What the first migration of advice does besides its tables: visits are their area's, names their controller's."""

from django.db import migrations

from kotopolku.audit.walls import follows_person, wall

_AREA = "area_id = (SELECT app_area())"

# A visit is about nobody, so neither municipality nor group narrows it: its area's own duties alone.
_VISITS = migrations.RunSQL(
    sql=f"""
    ALTER TABLE advice_visit ENABLE ROW LEVEL SECURITY;
    ALTER TABLE advice_visit FORCE ROW LEVEL SECURITY;
    CREATE POLICY own_area ON advice_visit TO kotopolku_app USING ({_AREA}) WITH CHECK ({_AREA});
    CREATE POLICY owner_all ON advice_visit TO kotopolku_owner USING (true) WITH CHECK (true);
    """,
    reverse_sql="""
    DROP POLICY own_area ON advice_visit; DROP POLICY owner_all ON advice_visit;
    ALTER TABLE advice_visit NO FORCE ROW LEVEL SECURITY; ALTER TABLE advice_visit DISABLE ROW LEVEL SECURITY;
    """,
)

OPERATIONS = (_VISITS, follows_person("advice_named_visit"), wall("advice_named_visit"))
