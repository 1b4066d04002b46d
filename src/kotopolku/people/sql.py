"""What the first migration of people does besides its tables: walls, composite keys, and the identity-code door."""

from django.db import migrations

from kotopolku.audit.walls import follows_person, wall

FOLLOW_PERSON = (
    "name_token",
    "former_name",
    "identifier",
    "person_language",
    "citizenship",
    "residence_status",
    "person_period",
    "fact",
    "contact_detail",
    "kept_apart",
    "household_member",
    "duplicate_report",
)

_NO_OVERLAP = migrations.RunSQL(
    sql="""
    ALTER TABLE person_period ADD CONSTRAINT person_period_no_overlap
        EXCLUDE USING gist (person_id WITH =, kind WITH =, daterange(first_day, last_day, '[]') WITH &&)
        WHERE (superseded_on IS NULL);
    """,
    reverse_sql="ALTER TABLE person_period DROP CONSTRAINT person_period_no_overlap;",
)

# Find-before-create. The answer is one of three words and tells nothing else; outside the acting duty's own area
# it is always "none", so that the door is no oracle for strangers.
_FIND_IDENTITY = migrations.RunSQL(
    sql="""
    CREATE FUNCTION find_identity(area text, code text) RETURNS text
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce((
            SELECT CASE WHEN i.controller_id = ANY (app_controllers()) THEN 'yours' ELSE 'somebody_else' END
            FROM identifier i
            WHERE i.kind = 'identity_code' AND i.area_id = area AND i.value = code AND area = app_area()
        ), 'none') $$;
    """,
    reverse_sql="DROP FUNCTION find_identity(text, text);",
)

# The one who typed the code must not learn who holds it, so the database itself writes to the holder's register
# and marks the holder as looked at in the log row given.
_REPORT_DUPLICATE = migrations.RunSQL(
    sql="""
    CREATE FUNCTION report_duplicate(area text, code text, log_row bigint) RETURNS void
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH holder AS (
            SELECT i.controller_id, i.person_id FROM identifier i
            WHERE i.kind = 'identity_code' AND i.area_id = area AND i.value = code AND area = app_area()
        ), seen AS (
            INSERT INTO log_seen (row_id, person_id) SELECT log_row, h.person_id FROM holder h
        )
        INSERT INTO duplicate_report (controller_id, person_id, area_id, reported_by, reported_by_name,
                                      organisation, reported_on, handled_by_name, outcome)
        SELECT h.controller_id, h.person_id, area, l.staff_id, l.staff_name, l.organisation,
               current_setting('app.on')::date, '', ''
        FROM holder h, log l WHERE l.id = log_row $$;
    """,
    reverse_sql="DROP FUNCTION report_duplicate(text, text, bigint);",
)

# Needed by the exclusion constraint, so it comes before every table. The extension stays when tables go.
FIRST = (
    migrations.RunSQL(sql="CREATE EXTENSION IF NOT EXISTS btree_gist;", reverse_sql=migrations.RunSQL.noop),
)
OPERATIONS = (
    _NO_OVERLAP,
    *(follows_person(table) for table in FOLLOW_PERSON),
    *(wall(table) for table in ("person", "household", *FOLLOW_PERSON)),
    _FIND_IDENTITY,
    _REPORT_DUPLICATE,
)
