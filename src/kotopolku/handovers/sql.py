"""What the first migration of handovers does besides its tables: walls, what a receiver reads, what an answer moves."""

from django.db import migrations

from kotopolku.audit.walls import append_only, carries_guard, opens, stays_with, stays_with_case, wall
from kotopolku.cases.scopes import COUNTY_PART
from kotopolku.handovers.codes import (
    ABSENT,
    ACCEPTED,
    ASKED,
    COUNTY,
    COUNTY_DAYS,
    DECLINED,
    EMPLOYMENT,
    ENDED,
    RECEIVED_BY,
    STARTED,
    WITHDRAWN,
)
from kotopolku.letters.codes import GIVEN_UP, REFUSED
from kotopolku.letters.codes import SENT as LETTER_SENT

OF_CASE = ("packet", "responsibility", "move", "placement", "own_follow_up")
OF_PACKET = ("packet_answer", "packet_chase", "packet_link")

_BY_ROLE = " ".join(
    f"WHEN '{kind}' THEN app_role() IN ({', '.join(repr(role.value) for role in roles)})"
    for kind, roles in RECEIVED_BY.items()
    if roles
)

# A packet is read by the receiving organisation's duties of the kind it is for, or by the one named worker; and by the
# worker whose link to this one packet runs, or by the browser of the named outsider who has proved to be the one it is
# for (`app.link`). What was withdrawn is nobody's any more.
_FUNCTIONS = migrations.RunSQL(
    sql=f"""
    CREATE FUNCTION app_barred_packet() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(p.id), '{{}}') FROM packet p
        WHERE p.case_id = ANY ((SELECT app_barred_case())::uuid[]) $$;
    CREATE FUNCTION app_linked_packet() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(l.packet_id), '{{}}') FROM packet_link l JOIN packet p ON p.id = l.packet_id
        WHERE (l.staff_id = (SELECT app_staff()) OR l.holder_until > statement_timestamp()
                AND l.holder = nullif(current_setting('app.link', true), ''))
            AND l.revoked_on IS NULL AND p.state <> '{WITHDRAWN}'
            AND l.expires_on >= nullif(current_setting('app.on', true), '')::date $$;
    CREATE FUNCTION app_received_packet() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(p.id), '{{}}') FROM packet p
        WHERE p.organisation_id = (SELECT app_organisation()) AND p.state <> '{WITHDRAWN}'
            AND (p.staff_id IS NULL OR p.staff_id = (SELECT app_staff()))
            AND CASE p.kind {_BY_ROLE} ELSE false END $$;
    """,  # noqa: S608  the only parts put in are the constants above
    reverse_sql="""
    DROP FUNCTION app_received_packet(); DROP FUNCTION app_linked_packet(); DROP FUNCTION app_barred_packet();
    """,
)
_TO_US = "(SELECT app_received_packet())::uuid[] || (SELECT app_linked_packet())::uuid[]"

# A county that comes to the assessment gets the case opened for the time it takes part, and the assessment knows of it;
# the same for all ways of answering. Where one worker was invited, it opens to that worker and to nobody else there.
# A protected client's case is opened only where the invitation told why (36 § of 661/2009). It
# ends by itself, or at once when the county has ended, cannot come after all, or is not asked any more.
#
# The receiver writes an answer and nothing else. What it moves (the packet, the event, that the service has begun) the
# database writes as its owner, the same for all three ways of answering.
_ANSWERS = migrations.RunSQL(
    sql=f"""
    CREATE FUNCTION county_joins(which uuid, answer text, answered date, who text) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE p packet%ROWTYPE; hidden boolean;
        BEGIN
            SELECT * INTO p FROM packet k WHERE k.id = which AND k.kind = '{COUNTY}' AND k.organisation_id IS NOT NULL;
            IF NOT FOUND OR answer = '{ASKED}' THEN RETURN; END IF;
            IF answer IN ('{DECLINED}', '{ENDED}', '{ABSENT}') THEN
                UPDATE assessment a SET county_participates = false, county_person = '', version = a.version + 1
                WHERE answer = '{ABSENT}' AND a.case_id = p.case_id AND a.state = 'draft' AND a.county_participates
                    AND NOT EXISTS (SELECT 1 FROM county_part c WHERE c.assessment_id = a.id);
                UPDATE case_grant g SET last_day = greatest(g.first_day, answered), ended_by_name = who
                WHERE g.packet_id = p.id AND g.ended_by_name = '';
                RETURN;
            END IF;
            SELECT (n.non_disclosure AND coalesce(n.non_disclosure_until >= answered, true))
                OR (n.covered AND coalesce(n.covered_until >= answered, true)) INTO hidden
            FROM person n WHERE n.id = p.client;
            IF hidden AND p.address_reason = '' OR EXISTS (SELECT 1 FROM case_grant g WHERE g.packet_id = p.id) THEN
                RETURN;
            END IF;
            INSERT INTO case_grant (controller_id, case_id, organisation_id, staff_id, scope, first_day, last_day,
                                    reason, granted_by, granted_by_name, ended_by_name, packet_id)
            VALUES (p.controller_id, p.case_id, p.organisation_id, p.staff_id, '{COUNTY_PART}', answered,
                    answered + {COUNTY_DAYS}, p.purpose, p.sent_by, p.sent_by_name, '', p.id);
            INSERT INTO event (controller_id, case_id, "on", kind, code, params, text, provision, "by", by_name)
            SELECT p.controller_id, p.case_id, answered, 'legal', 'case_granted',
                   jsonb_build_object('organisation', o.names #>> '{{fi,text}}'), p.purpose, '', p.sent_by,
                   p.sent_by_name
            FROM organisation o WHERE o.id = p.organisation_id;
            UPDATE assessment a SET county_participates = true, county_person = who, version = a.version + 1
            WHERE a.case_id = p.case_id AND a.state = 'draft' AND a.county_participates IS NULL;
        END $$;
    REVOKE EXECUTE ON FUNCTION county_joins(uuid, text, date, text) FROM PUBLIC, kotopolku_app;
    CREATE POLICY answered ON packet_answer FOR INSERT TO kotopolku_app
        WITH CHECK (packet_id = ANY ({_TO_US}) AND "by" IS NOT DISTINCT FROM (SELECT app_staff())
            AND way IN ('page', 'link'));
    CREATE FUNCTION packet_answered() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
            IF NEW.answer <> '{ASKED}' THEN
                UPDATE packet SET answered_on = NEW."on",
                    state = CASE NEW.answer WHEN '{ABSENT}' THEN '{DECLINED}' ELSE NEW.answer END
                WHERE id = NEW.packet_id;
            END IF;
            IF NEW.answer = '{STARTED}' THEN
                UPDATE plan_measure m SET state = 'started' FROM packet p
                WHERE p.id = NEW.packet_id AND m.id = p.measure_id AND m.state IN ('planned', 'referred')
                    AND m.controller_id = p.controller_id;
            END IF;
            IF NEW.answer IN ('{ACCEPTED}', '{STARTED}') THEN
                UPDATE responsibility r SET acknowledged_on = NEW."on", acknowledged_by = NEW.who FROM packet p
                WHERE p.id = NEW.packet_id AND p.kind = '{EMPLOYMENT}' AND r.case_id = p.case_id
                    AND r.authority = 'employment_authority' AND r.acknowledged_on IS NULL;
            END IF;
            PERFORM county_joins(NEW.packet_id, NEW.answer, NEW."on", NEW.who);
            INSERT INTO event (controller_id, case_id, "on", kind, code, params, text, provision, "by", by_name)
            SELECT p.controller_id, p.case_id, NEW."on", 'contact', 'packet_' || NEW.answer,
                   jsonb_strip_nulls(jsonb_build_object('who', NEW.who, 'title', p.title, 'receiver',
                       coalesce(o.names #>> '{{fi,text}}', p.receiver_name),
                       'place_in', CASE WHEN o.kind = 'municipality' THEN 'receiver' END)),
                   concat_ws(' ', nullif(NEW.time, ''), nullif(NEW.reason, '')), '', NEW."by", NEW.by_name
            FROM packet p LEFT JOIN organisation o ON o.id = p.organisation_id WHERE p.id = NEW.packet_id;
            RETURN NEW;
        END $$;
    CREATE TRIGGER moves_packet AFTER INSERT ON packet_answer
        FOR EACH ROW EXECUTE FUNCTION packet_answered();
    """,  # noqa: S608  the only parts put in are the constants above
    reverse_sql="""
    DROP TRIGGER moves_packet ON packet_answer; DROP FUNCTION packet_answered();
    DROP POLICY answered ON packet_answer; DROP FUNCTION county_joins(uuid, text, date, text);
    """,
)

# A link belongs to the first signed-in worker who opens it: the database binds it, since its row shows to nobody else.
# One with an e-mail address belongs to who proves to be the one there: by the code sent to it last, which works once
# and for ten minutes, or (proof 'email') by what an identity provider has vouched for. It opens in that browser alone,
# for an hour.
_LINKS = migrations.RunSQL(
    sql=f"""
    CREATE FUNCTION running_packet_link(link_digest text)
        RETURNS TABLE (packet_id uuid, who_for text, email text, area_id text)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT l.packet_id, l.who_for, l.email, p.area_id FROM packet_link l JOIN packet p ON p.id = l.packet_id
        WHERE l.digest = link_digest AND l.email <> '' AND l.revoked_on IS NULL AND p.state <> '{WITHDRAWN}'
            AND l.expires_on >= nullif(current_setting('app.on', true), '')::date $$;
    CREATE FUNCTION give_link_code(link_digest text, code_digest text) RETURNS void
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        UPDATE packet_link l SET code = code_digest, code_until = statement_timestamp() + interval '10 minutes'
        WHERE l.digest = link_digest AND EXISTS (SELECT 1 FROM running_packet_link(link_digest)) $$;
    CREATE FUNCTION hold_packet_link(link_digest text, proof text, proved text, holder_digest text) RETURNS boolean
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH held AS (
            UPDATE packet_link l SET code = '', holder = holder_digest, opened_at = coalesce(l.opened_at, now()),
                holder_until = statement_timestamp() + interval '1 hour'
            WHERE l.digest = link_digest AND proved <> ''
                AND EXISTS (SELECT 1 FROM running_packet_link(link_digest))
                AND CASE proof WHEN 'code' THEN l.code = proved AND l.code_until > statement_timestamp()
                    WHEN 'email' THEN lower(l.email) = lower(proved) ELSE false END
            RETURNING 1)
        SELECT EXISTS (SELECT 1 FROM held) $$;
    CREATE FUNCTION open_packet_link(link_digest text) RETURNS uuid
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        UPDATE packet_link l SET staff_id = app_staff(), opened_at = coalesce(l.opened_at, statement_timestamp())
        WHERE l.digest = link_digest AND l.email = '' AND l.revoked_on IS NULL AND app_organisation() IS NOT NULL
            AND l.expires_on >= nullif(current_setting('app.on', true), '')::date
            AND (l.staff_id IS NULL OR l.staff_id = app_staff())
        RETURNING l.packet_id $$;
    """,  # noqa: S608  the only part put in is the constant above
    reverse_sql="""
    DROP FUNCTION open_packet_link(text); DROP FUNCTION hold_packet_link(text, text, text, text);
    DROP FUNCTION give_link_code(text, text); DROP FUNCTION running_packet_link(text);
    """,
)

# The client has been told when the message has left, not when it was written; where it cannot leave, somebody calls.
_TOLD = migrations.RunSQL(
    sql=f"""
    CREATE FUNCTION letter_told() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE
            r responsibility%ROWTYPE; day date := coalesce(nullif(current_setting('app.on', true), '')::date,
                (statement_timestamp() AT TIME ZONE 'Europe/Helsinki')::date);
        BEGIN
            IF NEW.state <> '{LETTER_SENT}' THEN
                UPDATE responsibility SET letter_id = NULL WHERE letter_id = NEW.id AND told_on IS NULL;
                RETURN NULL;
            END IF;
            UPDATE responsibility SET told_on = day, told_how = 'email' WHERE letter_id = NEW.id AND told_on IS NULL
            RETURNING * INTO r;
            IF FOUND THEN
                INSERT INTO event (controller_id, case_id, "on", kind, code, params, text, provision, by_name)
                VALUES (r.controller_id, r.case_id, day, 'contact', 'responsibility_told',
                        jsonb_build_object('from_day', r.from_day, 'way', 'email'), '', '', 'system');
            END IF;
            RETURN NULL;
        END $$;
    CREATE TRIGGER told_by_letter AFTER UPDATE OF state ON letter FOR EACH ROW
        WHEN (NEW.template = 'responsible_changed' AND NEW.state IN ('{LETTER_SENT}', '{GIVEN_UP}', '{REFUSED}'))
        EXECUTE FUNCTION letter_told();
    """,  # noqa: S608  the only parts put in are the constants above
    reverse_sql="DROP TRIGGER told_by_letter ON letter; DROP FUNCTION letter_told();",
)

# What is held of hand-overs goes with the person, answers too, which nothing else may take away: the database
# does it for the area's background duty alone. Deferred keys are asked at the end, so the order does not matter.
_ERASURE = migrations.RunSQL(
    sql="""
    CREATE FUNCTION keep_answers() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            IF current_user = 'kotopolku_owner' AND app_role() = 'system' THEN RETURN OLD; END IF;
            RAISE EXCEPTION 'rows of % are added, never altered', TG_TABLE_NAME;
        END $$;
    DROP TRIGGER never_altered ON packet_answer;
    CREATE TRIGGER never_altered BEFORE UPDATE ON packet_answer
        FOR EACH ROW EXECUTE FUNCTION refuse_change_but_guard();
    CREATE TRIGGER never_deleted BEFORE DELETE ON packet_answer FOR EACH ROW EXECUTE FUNCTION keep_answers();
    CREATE FUNCTION erase_handovers_of(who uuid) RETURNS void
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        DECLARE gone uuid[]; files uuid[];
        BEGIN
            IF app_role() IS DISTINCT FROM 'system' THEN RETURN; END IF;
            SELECT coalesce(array_agg(k.id), '{}') INTO gone FROM packet k
            WHERE k.client = who AND k.controller_id = ANY (app_controllers()::bigint[]);
            SELECT coalesce(array_agg(c.id), '{}') INTO files FROM "case" c
            WHERE c.person_id = who AND c.controller_id = ANY (app_controllers()::bigint[]);
            DELETE FROM packet_link WHERE packet_id = ANY (gone);
            DELETE FROM packet_chase WHERE packet_id = ANY (gone);
            DELETE FROM packet_answer WHERE packet_id = ANY (gone);
            DELETE FROM packet WHERE id = ANY (gone);
            DELETE FROM responsibility WHERE case_id = ANY (files);
            DELETE FROM move WHERE case_id = ANY (files);
            DELETE FROM placement WHERE case_id = ANY (files);
            DELETE FROM own_follow_up WHERE case_id = ANY (files);
        END $$;
    """,
    reverse_sql="""
    DROP FUNCTION erase_handovers_of(uuid); DROP TRIGGER never_deleted ON packet_answer; DROP FUNCTION keep_answers();
    """,
)

OPERATIONS = (
    *(stays_with_case(table) for table in OF_CASE),
    carries_guard("packet"),
    _FUNCTIONS,
    *(stays_with(table, column="packet_id", target="packet") for table in OF_PACKET),
    *(wall(table) for table in (*OF_CASE, *OF_PACKET)),
    opens("packet", name="received", condition=f"id = ANY ({_TO_US})"),
    opens("packet_answer", name="received", condition=f"packet_id = ANY ({_TO_US})"),
    _ANSWERS,
    _LINKS,
    _TOLD,
    append_only("packet_answer", but_guard=True),
    _ERASURE,
)
