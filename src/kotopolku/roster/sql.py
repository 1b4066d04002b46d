"""What the first migration of the roster does besides its tables: the wall of requests, which hold who wrote them.

Anybody may send one; only who works with advice in the area reads it.
"""

from django.db import migrations

_READERS = (
    "area_id = (SELECT app_area()) AND (SELECT app_role()) IN ('officer', 'adviser', 'coordinator', 'system')"
)

_REQUESTS = migrations.RunSQL(
    sql=f"""
    ALTER TABLE outreach_request ENABLE ROW LEVEL SECURITY;
    ALTER TABLE outreach_request FORCE ROW LEVEL SECURITY;
    CREATE POLICY who_advises ON outreach_request TO kotopolku_app USING ({_READERS}) WITH CHECK ({_READERS});
    CREATE POLICY anybody_may_ask ON outreach_request FOR INSERT TO kotopolku_app
      WITH CHECK (state = 'waiting' AND answer = '');
    CREATE POLICY owner_all ON outreach_request TO kotopolku_owner USING (true) WITH CHECK (true);
    """,
    reverse_sql="""
    DROP POLICY who_advises ON outreach_request; DROP POLICY anybody_may_ask ON outreach_request;
    DROP POLICY owner_all ON outreach_request;
    ALTER TABLE outreach_request NO FORCE ROW LEVEL SECURITY;
    ALTER TABLE outreach_request DISABLE ROW LEVEL SECURITY;
    """,
)

OPERATIONS = (_REQUESTS,)
