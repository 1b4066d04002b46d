"""What every row-level policy asks: whose clients the acting duty covers, what it may know beyond that, and who acts.

All answer from the duty named in the transaction (`app.duty_id`) on the day named there (`app.on`); a duty that is
not valid on the day, or no duty, covers nobody. They run as the owner, since a policy must not depend on what the
program may read.
"""

from django.db import migrations

from kotopolku.audit.actor import SEE_CLIENTS

_DUTY = """
    d.id = nullif(current_setting('app.duty_id', true), '')::bigint
    AND d.valid_from <= nullif(current_setting('app.on', true), '')::date
    AND (d.valid_to IS NULL OR d.valid_to >= nullif(current_setting('app.on', true), '')::date)
"""

OPERATIONS = (
    migrations.RunSQL(
        sql=f"""
        CREATE FUNCTION app_controllers() RETURNS bigint[]
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT coalesce(array_agg(m.municipality_id), '{{}}')
            FROM duty d JOIN duty_municipality m ON m.duty_id = d.id
            WHERE {_DUTY} AND d.role IN ({", ".join(f"'{role}'" for role in sorted(SEE_CLIENTS))}) $$;
        CREATE FUNCTION app_groups() RETURNS text[]
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT coalesce((SELECT d.groups FROM duty d WHERE {_DUTY}), '{{}}') $$;
        CREATE FUNCTION app_staff() RETURNS bigint
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT d.staff_id FROM duty d WHERE {_DUTY} $$;
        CREATE FUNCTION app_area() RETURNS text
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT d.area_id FROM duty d WHERE {_DUTY} $$;
        """,  # noqa: S608  the only part put in is the constant above
        reverse_sql="".join(
            f"DROP FUNCTION {name}(); " for name in ("app_controllers", "app_groups", "app_staff", "app_area")
        ),
    ),
)
