"""Registrations linked as the same person protect each other: what one is guarded or covered by, the other is too.

So it is within one register (`merged_into`) and over two (`same_as`), which share nothing else.
"""

from django.db import migrations

# The guard and the cover follow the link as long as it lasts, and fall away with it: nothing is copied into rows.
GUARD_LINKED = migrations.RunSQL(
    sql="""
    CREATE OR REPLACE FUNCTION guard_person() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
            NEW.guard := concat_ws(' ',
                CASE WHEN is_minor(NEW.birth_date) OR EXISTS (
                    SELECT FROM person o WHERE (o.id IN (NEW.merged_into_id, NEW.same_as_id)
                                                OR o.merged_into_id = NEW.id OR o.same_as_id = NEW.id)
                        AND is_minor(o.birth_date)) THEN 'minors' END,
                CASE WHEN EXISTS (
                    SELECT FROM person_period p
                    WHERE p.kind = 'assistance_system' AND p.superseded_on IS NULL
                        AND (p.person_id IN (NEW.id, NEW.merged_into_id, NEW.same_as_id)
                             OR p.person_id IN (SELECT o.id FROM person o
                                                WHERE o.merged_into_id = NEW.id OR o.same_as_id = NEW.id))
                ) THEN 'trafficking' END);
            RETURN NEW;
        END $$;
    CREATE OR REPLACE FUNCTION guard_person_of_period() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE who uuid := coalesce(NEW.person_id, OLD.person_id);
        BEGIN
            IF coalesce(NEW.kind, OLD.kind) = 'assistance_system' THEN
                UPDATE person SET guard = guard WHERE id = who OR merged_into_id = who OR same_as_id = who
                    OR id IN (SELECT unnest(ARRAY[p.merged_into_id, p.same_as_id]) FROM person p WHERE p.id = who);
            END IF;
            RETURN NULL;
        END $$;
    CREATE FUNCTION cover_linked() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
            IF TG_OP = 'UPDATE' THEN
                PERFORM cover_people(array_remove(
                    ARRAY[NEW.id, NEW.merged_into_id, OLD.merged_into_id, NEW.same_as_id, OLD.same_as_id]
                    || array(SELECT o.id FROM person o WHERE o.merged_into_id = NEW.id OR o.same_as_id = NEW.id),
                    NULL));
            END IF;
            RETURN NULL;
        END $$;
    CREATE TRIGGER cover_linked
        AFTER UPDATE OF merged_into_id, same_as_id, non_disclosure, non_disclosure_until ON person
        FOR EACH ROW EXECUTE FUNCTION cover_linked();
    """,
    # The functions it replaces are dropped by their own reversal.
    reverse_sql="DROP TRIGGER cover_linked ON person; DROP FUNCTION cover_linked();",
)
