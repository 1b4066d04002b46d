"""Who is covered by somebody else's non-disclosure order: kept by the database, whichever register they are in.

A household may reach over two municipalities' registers, of which the acting duty sees one. The database itself marks
everybody, so that protection does not depend on who recorded the order or formed the household.
"""

from django.db import migrations

_COVER = """
    CREATE FUNCTION cover_people(people uuid[]) RETURNS void
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        UPDATE person p SET covered = found.until IS NOT NULL, covered_until = nullif(found.until, 'infinity')
        FROM (
            SELECT who.id, greatest(
                (SELECT max(least(coalesce(o.non_disclosure_until, 'infinity'::date),
                                  coalesce(mine.last_day, 'infinity'::date),
                                  coalesce(theirs.last_day, 'infinity'::date)))
                 FROM household_member mine
                 JOIN household_member theirs
                     ON theirs.household_id = mine.household_id AND theirs.person_id <> who.id
                 JOIN person o ON o.id = theirs.person_id AND o.non_disclosure AND o.covers_household
                 WHERE mine.person_id = who.id),
                (SELECT max(coalesce(o.non_disclosure_until, 'infinity'::date))
                 FROM person me JOIN person o ON o.merged_into_id = me.id OR o.id = me.merged_into_id
                     OR o.same_as_id = me.id OR o.id = me.same_as_id
                 WHERE me.id = who.id AND o.non_disclosure)) AS until
            FROM unnest(people) AS who(id)
        ) found
        WHERE p.id = found.id
          AND (p.covered, p.covered_until)
              IS DISTINCT FROM (found.until IS NOT NULL, nullif(found.until, 'infinity'::date)) $$;
    REVOKE EXECUTE ON FUNCTION cover_people(uuid[]) FROM PUBLIC, kotopolku_app;

    CREATE FUNCTION cover_after_membership() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
            IF TG_OP <> 'INSERT' THEN
                PERFORM cover_people(array_append(
                    array(SELECT m.person_id FROM household_member m WHERE m.household_id = OLD.household_id),
                    OLD.person_id));
            END IF;
            IF TG_OP <> 'DELETE' THEN
                PERFORM cover_people(
                    array(SELECT m.person_id FROM household_member m WHERE m.household_id = NEW.household_id));
            END IF;
            RETURN NULL;
        END $$;
    CREATE TRIGGER cover_household AFTER INSERT OR DELETE OR UPDATE OF household_id, person_id, last_day
        ON household_member FOR EACH ROW EXECUTE FUNCTION cover_after_membership();

    CREATE FUNCTION cover_after_order() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
            PERFORM cover_people(array(
                SELECT theirs.person_id FROM household_member mine
                JOIN household_member theirs ON theirs.household_id = mine.household_id
                WHERE mine.person_id = NEW.id AND theirs.person_id <> NEW.id));
            RETURN NULL;
        END $$;
    CREATE TRIGGER cover_household AFTER UPDATE OF non_disclosure, non_disclosure_until, covers_household
        ON person FOR EACH ROW EXECUTE FUNCTION cover_after_order();
"""
_UNCOVER = """
    DROP TRIGGER cover_household ON person; DROP TRIGGER cover_household ON household_member;
    DROP FUNCTION cover_after_order(); DROP FUNCTION cover_after_membership(); DROP FUNCTION cover_people(uuid[]);
"""
COVER_HOUSEHOLD = migrations.RunSQL(sql=_COVER, reverse_sql=_UNCOVER)

# The words of protected people's names are marked, so that asking whom a contact leads to reads theirs alone.
_MARK = """
    CREATE FUNCTION mark_name_token() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
            NEW.of_protected := coalesce(
                (SELECT p.non_disclosure OR p.covered FROM person p WHERE p.id = NEW.person_id), false);
            RETURN NEW;
        END $$;
    CREATE TRIGGER mark_protected BEFORE INSERT ON name_token FOR EACH ROW EXECUTE FUNCTION mark_name_token();

    CREATE FUNCTION mark_name_tokens_of() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
            UPDATE name_token t SET of_protected = NEW.non_disclosure OR NEW.covered WHERE t.person_id = NEW.id;
            RETURN NULL;
        END $$;
    CREATE TRIGGER mark_protected AFTER UPDATE OF non_disclosure, covered ON person FOR EACH ROW
        WHEN ((NEW.non_disclosure OR NEW.covered) <> (OLD.non_disclosure OR OLD.covered))
        EXECUTE FUNCTION mark_name_tokens_of();
"""
_UNMARK = """
    DROP TRIGGER mark_protected ON person; DROP TRIGGER mark_protected ON name_token;
    DROP FUNCTION mark_name_tokens_of(); DROP FUNCTION mark_name_token();
"""
MARK_PROTECTED = migrations.RunSQL(sql=_MARK, reverse_sql=_UNMARK)
