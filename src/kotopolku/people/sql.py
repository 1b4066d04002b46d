"""What the first migration of people does besides its tables: walls, composite keys, and the identity-code door."""

from django.db import migrations

from kotopolku.audit.actor import GUARDS
from kotopolku.audit.sql import PERSON_READS
from kotopolku.audit.walls import carries_guard, follows_person, need_to_know, no_need_to_know, wall
from kotopolku.people.household_sql import HOUSEHOLD_WALL
from kotopolku.people.linked_sql import GUARD_LINKED
from kotopolku.people.safety_sql import COVER_HOUSEHOLD, MARK_PROTECTED

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
    "barred",
    "non_disclosure",
    "opening",
    "safe_contact",
)

_NO_OVERLAP = migrations.RunSQL(
    sql="""
    ALTER TABLE person_period ADD CONSTRAINT person_period_no_overlap
        EXCLUDE USING gist (person_id WITH =, kind WITH =, daterange(first_day, last_day, '[]') WITH &&)
        WHERE (superseded_on IS NULL);
    """,
    reverse_sql="ALTER TABLE person_period DROP CONSTRAINT person_period_no_overlap;",
)

# From whom the worker is barred (esteellisyys), also under a name the person was merged from or into. Empty for
# nearly everybody, so that asking costs nothing.
_BARRED = migrations.RunSQL(
    sql="""
    CREATE FUNCTION app_barred_person() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH mine AS (
            SELECT b.person_id FROM barred b
            WHERE b.staff_id = app_staff() AND b.lifted_by_name = ''
                AND b.first_day <= nullif(current_setting('app.on', true), '')::date
                AND (b.last_day IS NULL OR b.last_day >= nullif(current_setting('app.on', true), '')::date)
        )
        SELECT coalesce(array_agg(m.person_id), '{}') FROM (
            SELECT person_id FROM mine
            UNION SELECT p.id FROM person p JOIN mine ON p.merged_into_id = mine.person_id
            UNION SELECT p.merged_into_id FROM person p JOIN mine ON p.id = mine.person_id
                WHERE p.merged_into_id IS NOT NULL
            UNION SELECT p.id FROM person p JOIN mine ON p.same_as_id = mine.person_id
            UNION SELECT p.same_as_id FROM person p JOIN mine ON p.id = mine.person_id
                WHERE p.same_as_id IS NOT NULL
        ) m $$;
    """,
    reverse_sql="DROP FUNCTION app_barred_person();",
)

# The guard is worked out here and nowhere else: whatever writes to a person, by any way, gets the right one. Under 18
# is counted on the acting day; somebody born on 29 February comes of age on 1 March. A period in the assistance
# system for victims of trafficking counts, past or present, until it is voided.
_GUARD = migrations.RunSQL(
    sql=f"""
    {need_to_know("person", key="id", barred="app_barred_person()", column="id")}
    ALTER TABLE person ADD CONSTRAINT person_guard_known CHECK (guard IN ({", ".join(f"'{g}'" for g in GUARDS)}));
    CREATE FUNCTION guard_person() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
            NEW.guard := concat_ws(' ',
                CASE WHEN is_minor(NEW.birth_date) THEN 'minors' END,
                CASE WHEN EXISTS (
                    SELECT FROM person_period p
                    WHERE p.person_id = NEW.id AND p.kind = 'assistance_system' AND p.superseded_on IS NULL
                ) THEN 'trafficking' END);
            RETURN NEW;
        END $$;
    CREATE FUNCTION guard_person_of_period() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
            IF coalesce(NEW.kind, OLD.kind) = 'assistance_system' THEN
                UPDATE person SET guard = guard WHERE id = coalesce(NEW.person_id, OLD.person_id);
            END IF;
            RETURN NULL;
        END $$;
    CREATE FUNCTION is_minor(born date) RETURNS boolean LANGUAGE sql STABLE AS $$
        SELECT born > (coalesce(nullif(current_setting('app.on', true), '')::date, current_date)
                       - interval '18 years')::date $$;
    CREATE TRIGGER guard_person BEFORE INSERT OR UPDATE ON person FOR EACH ROW EXECUTE FUNCTION guard_person();
    CREATE TRIGGER guard_person AFTER INSERT OR DELETE OR UPDATE OF kind, superseded_on ON person_period
        FOR EACH ROW EXECUTE FUNCTION guard_person_of_period();
    """,  # noqa: S608  the only parts put in are constants
    reverse_sql=f"""
    DROP TRIGGER guard_person ON person; DROP TRIGGER guard_person ON person_period;
    DROP FUNCTION guard_person(); DROP FUNCTION guard_person_of_period(); DROP FUNCTION is_minor(date);
    ALTER TABLE person DROP CONSTRAINT person_guard_known;
    {no_need_to_know("person")}
    """,
)

# Find-before-create. The answer is one of three words and tells nothing else; outside the acting duty's own area
# it is always "none", so that the door is no oracle for strangers.
_FIND_IDENTITY = migrations.RunSQL(
    sql="""
    CREATE FUNCTION find_identity(area text, code text) RETURNS text
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce((
            SELECT CASE WHEN i.controller_id = ANY (app_controllers()) AND i.guard = ANY (app_guards())
                             AND NOT i.person_id = ANY (app_barred_person()) THEN 'yours' ELSE 'somebody_else' END
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
    _BARRED,
    _GUARD,
    carries_guard("person"),
    *(follows_person(table) for table in FOLLOW_PERSON),
    *(wall(table) for table in ("person", "household", *FOLLOW_PERSON)),
    _FIND_IDENTITY,
    _REPORT_DUPLICATE,
    PERSON_READS,
    COVER_HOUSEHOLD,
    MARK_PROTECTED,
    HOUSEHOLD_WALL,
    GUARD_LINKED,
)
