"""What every row-level policy asks: whose clients the acting duty covers, what it may know beyond that, and who acts.

`app_guards()` turns the groups of the duty into the guards of rows it may see ('' is nobody's secret);
`app_organisation()` is whose grants the duty sees; `app_overrides()` names single files opened for a while, by the ids
of persons, cases, assessments and plans alike, and is empty here: who keeps overrides replaces it. `app_barred_…()`
stand with the tables they read.

All answer from the duty named in the transaction (`app.duty_id`) on the day named there (`app.on`); a duty that is
not valid on the day, or no duty, covers nobody. They run as the owner, since a policy must not depend on what the
program may read.
"""

from collections.abc import Iterable

from django.db import migrations

from kotopolku.audit.actor import GUARDS, SEE_CLIENTS, SEE_GRANTED
from kotopolku.audit.history import keeps_open_history
from kotopolku.audit.sql import DUTY_READS


def _quoted(words: Iterable[str]) -> str:
    return ", ".join(f"'{word}'" for word in sorted(words))


_DUTY = """
    d.id = nullif(current_setting('app.duty_id', true), '')::bigint
    AND d.valid_from <= nullif(current_setting('app.on', true), '')::date
    AND (d.valid_to IS NULL OR d.valid_to >= nullif(current_setting('app.on', true), '')::date)
"""

_NAMES = ("app_controllers", "app_groups", "app_staff", "app_area")
# A row of a minor in the assistance system needs both groups, so every combination has a guard of its own.
_KNOWN_BY = ", ".join(
    f"('{guard}', '{{{','.join(sorted(groups))}}}'::text[])" for guard, groups in sorted(GUARDS.items())
)

OPERATIONS = (
    migrations.RunSQL(
        sql=f"""
        CREATE FUNCTION app_controllers() RETURNS bigint[]
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT coalesce(array_agg(m.municipality_id), '{{}}')
            FROM duty d JOIN duty_municipality m ON m.duty_id = d.id
            WHERE {_DUTY} AND d.role IN ({_quoted(SEE_CLIENTS)}) $$;
        CREATE FUNCTION app_groups() RETURNS text[]
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT coalesce((SELECT d.groups FROM duty d WHERE {_DUTY}), '{{}}') $$;
        CREATE FUNCTION app_staff() RETURNS bigint
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT d.staff_id FROM duty d WHERE {_DUTY} $$;
        CREATE FUNCTION app_area() RETURNS text
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT d.area_id FROM duty d WHERE {_DUTY} $$;
        CREATE FUNCTION app_role() RETURNS text
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT d.role FROM duty d WHERE {_DUTY} $$;
        CREATE FUNCTION app_guards() RETURNS text[]
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT array_agg(k.guard) FROM (VALUES {_KNOWN_BY}) AS k (guard, needed)
            WHERE k.needed <@ coalesce((SELECT d.groups FROM duty d WHERE {_DUTY}), '{{}}') $$;
        CREATE FUNCTION app_organisation() RETURNS bigint
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT d.organisation_id FROM duty d WHERE {_DUTY} AND d.role IN ({_quoted(SEE_GRANTED)}) $$;
        CREATE FUNCTION app_overrides() RETURNS uuid[]
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT '{{}}'::uuid[] $$;
        """,  # noqa: S608  the only part put in is the constant above
        reverse_sql="".join(
            f"DROP FUNCTION {name}(); "
            for name in (*_NAMES, "app_role", "app_guards", "app_organisation", "app_overrides")
        ),
    ),
    # One absence at a time, so that it is always one colleague who answers.
    migrations.RunSQL(
        sql="""
        CREATE EXTENSION IF NOT EXISTS btree_gist;
        ALTER TABLE absence ADD CONSTRAINT absence_no_overlap
            EXCLUDE USING gist (staff_id WITH =, daterange(first_day, last_day, '[]') WITH &&)
            WHERE (ended_by_name = '');
        CREATE FUNCTION app_stands_in_for() RETURNS bigint[]
            LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            SELECT coalesce(array_agg(a.staff_id), '{}') FROM absence a
            WHERE a.stand_in_id = app_staff() AND a.area_id = app_area()
                AND a.first_day <= nullif(current_setting('app.on', true), '')::date
                AND a.last_day >= nullif(current_setting('app.on', true), '')::date $$;
        """,
        reverse_sql="""
        DROP FUNCTION app_stands_in_for(); ALTER TABLE absence DROP CONSTRAINT absence_no_overlap;
        """,
    ),
    DUTY_READS,
    *keeps_open_history("duty"),
)
