"""What the first migration of decisions does besides its table: the wall, and that a decision is never altered.

No scope of a grant opens it: a decision is given to its party, and to others by whoever decides to.
"""

from django.db import migrations

from kotopolku.audit.walls import stays_with_case, wall

# The delivery is written once, after the decision; nothing else ever changes.
_NEVER_ALTERED = migrations.RunSQL(
    sql="""
    REVOKE UPDATE, DELETE, TRUNCATE ON decision FROM kotopolku_app;
    GRANT UPDATE (delivered_on, delivery_way, delivered_by_name) ON decision TO kotopolku_app;
    CREATE FUNCTION decision_delivered_once() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF OLD.delivered_on IS NOT NULL AND NEW.delivered_on IS DISTINCT FROM OLD.delivered_on THEN
                RAISE EXCEPTION 'a decision is delivered once';
            END IF;
            RETURN NEW;
        END $$;
    CREATE TRIGGER delivered_once BEFORE UPDATE ON decision
        FOR EACH ROW EXECUTE FUNCTION decision_delivered_once();
    """,
    reverse_sql="DROP TRIGGER delivered_once ON decision; DROP FUNCTION decision_delivered_once();",
)

OPERATIONS = (stays_with_case("decision"), wall("decision"), _NEVER_ALTERED)
