"""What the first migration of cases does besides its tables: walls, composite keys, the timeline's permanence."""

from django.db import migrations

from kotopolku.audit.walls import append_only, same_controller, stays_with_case, wall

STAY_WITH_CASE = ("contact", "judgement", "assessment", "clock", "event")
OF_ASSESSMENT = ("assessment_measure", "told_tick")

# The public form adds a contact under nobody's duty. It can add a waiting one and nothing else, and cannot read it.
_PUBLIC_DOOR = migrations.RunSQL(
    sql="""
    CREATE POLICY anybody_may_send ON contact FOR INSERT TO kotopolku_app
        WITH CHECK (state = 'waiting' AND case_id IS NULL AND handled_by IS NULL AND NOT sender_verified);
    """,
    reverse_sql="DROP POLICY anybody_may_send ON contact;",
)

# A draft is its owner's alone, whatever the duty.
_OWN_DRAFTS = migrations.RunSQL(
    sql="""
    ALTER TABLE draft ENABLE ROW LEVEL SECURITY;
    ALTER TABLE draft FORCE ROW LEVEL SECURITY;
    CREATE POLICY own_drafts ON draft TO kotopolku_app
        USING (owner_id = (SELECT app_staff())) WITH CHECK (owner_id = (SELECT app_staff()));
    CREATE POLICY owner_all ON draft TO kotopolku_owner USING (true) WITH CHECK (true);
    """,
    reverse_sql="""
    DROP POLICY own_drafts ON draft; DROP POLICY owner_all ON draft;
    ALTER TABLE draft NO FORCE ROW LEVEL SECURITY; ALTER TABLE draft DISABLE ROW LEVEL SECURITY;
    """,
)

OPERATIONS = (
    *(stays_with_case(table) for table in STAY_WITH_CASE),
    *(same_controller(table, column="assessment_id", target="assessment") for table in OF_ASSESSMENT),
    *(wall(table) for table in ("case", *STAY_WITH_CASE, *OF_ASSESSMENT)),
    _PUBLIC_DOOR,
    _OWN_DRAFTS,
    append_only("event"),
)
