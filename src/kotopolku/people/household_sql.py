"""The household's wall: it is seen by whoever sees somebody who lives, or lived, in it, and by nobody else.

A household may reach over two municipalities' registers. Its own controller says who may form it, not who may look.
"""

from django.db import migrations

_SEEN = "EXISTS (SELECT FROM household_member m WHERE m.household_id = household.id)"
# That somebody is not shown, never who or how many; asked only about a household of which one sees somebody.
HOUSEHOLD_WALL = migrations.RunSQL(
    sql=f"""
    CREATE POLICY of_members ON household FOR SELECT TO kotopolku_app USING ({_SEEN});
    CREATE POLICY with_members ON household AS RESTRICTIVE FOR SELECT TO kotopolku_app USING ({_SEEN});
    CREATE FUNCTION household_has_another(home uuid, seen bigint[], day date) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT EXISTS (SELECT FROM household_member m WHERE m.household_id = home AND m.id = ANY (seen)
                       AND m.controller_id = ANY (app_controllers()))
            AND EXISTS (SELECT FROM household_member m WHERE m.household_id = home AND NOT m.id = ANY (seen)
                        AND (m.last_day IS NULL OR m.last_day >= day)) $$;
    """,  # noqa: S608  constants of this file
    reverse_sql="""
    DROP FUNCTION household_has_another(uuid, bigint[], date);
    DROP POLICY with_members ON household; DROP POLICY of_members ON household;
    """,
)
