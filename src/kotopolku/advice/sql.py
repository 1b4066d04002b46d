"""What the first migration of advice does besides its tables: visits are their area's, names their controller's."""

from django.db import migrations

from kotopolku.audit.walls import follows_person, wall

_AREA = "area_id = (SELECT app_area())"


# A visit is about nobody, so neither municipality nor group narrows it: its area's own duties alone.
def _own_area(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        sql=f"""
        ALTER TABLE {table} ENABLE ROW LEVEL SECURITY;
        ALTER TABLE {table} FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_area ON {table} TO kotopolku_app USING ({_AREA}) WITH CHECK ({_AREA});
        CREATE POLICY owner_all ON {table} TO kotopolku_owner USING (true) WITH CHECK (true);
        """,
        reverse_sql=f"""
        DROP POLICY own_area ON {table}; DROP POLICY owner_all ON {table};
        ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY; ALTER TABLE {table} DISABLE ROW LEVEL SECURITY;
        """,
    )


OPERATIONS = (
    _own_area("advice_visit"),
    _own_area("advice_onward"),
    follows_person("advice_named_visit"),
    wall("advice_named_visit"),
)
