"""What the first migration of cases does besides its tables: walls, grants, composite keys, what never changes."""

from django.db import migrations

from kotopolku.audit.history import keeps_history, opens_history
from kotopolku.audit.walls import (
    append_only,
    carries_guard,
    guarded_by,
    narrows,
    opens,
    stays_with,
    stays_with_case,
    wall,
)
from kotopolku.cases.scopes import (
    ASSESSMENT_TABLES,
    CASE_TABLES,
    COUNTY_PART,
    DAYS,
    NOT_FORMER,
    PERSON_TABLES,
    for_the_duty,
    granted,
    opened,
)

STAY_WITH_CASE = ("contact", "judgement", "assessment", "clock", "event", "case_grant")
OF_ASSESSMENT = (
    "assessment_measure",
    "assessment_sitting",
    "told_tick",
    "sensitive_answer",
    "county_part",
)
#: Read and written by duties with the group `sensitive` only.
SENSITIVE = ("sensitive_answer", "county_part")

_BARRED = migrations.RunSQL(
    sql="""
    CREATE FUNCTION app_barred_case() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(c.id), '{}') FROM "case" c
        WHERE c.person_id = ANY ((SELECT app_barred_person())::uuid[]) $$;
    CREATE FUNCTION app_barred_assessment() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(a.id), '{}') FROM assessment a
        WHERE a.case_id = ANY ((SELECT app_barred_case())::uuid[]) $$;
    """,
    reverse_sql="DROP FUNCTION app_barred_assessment(); DROP FUNCTION app_barred_case();",
)

# What is granted on the day to the acting duty's organisation, for duties of its role. While duty or grant is over:
# nothing.
_GRANTED = migrations.RunSQL(
    sql=f"""
    CREATE FUNCTION app_granted_case(scopes text[]) RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(DISTINCT g.case_id), '{{}}') FROM case_grant g
        WHERE g.organisation_id = (SELECT app_organisation()) AND g.scope = ANY (scopes)
            AND (g.staff_id IS NULL OR g.staff_id = (SELECT app_staff()))
            AND {for_the_duty("g.scope")} AND g.ended_by_name = ''
            AND g.first_day <= nullif(current_setting('app.on', true), '')::date
            AND (g.last_day IS NULL OR g.last_day >= nullif(current_setting('app.on', true), '')::date) $$;
    CREATE FUNCTION app_granted_person(scopes text[]) RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(DISTINCT c.person_id), '{{}}') FROM "case" c
        WHERE c.id = ANY ((SELECT app_granted_case(scopes))::uuid[]) $$;
    CREATE FUNCTION app_granted_assessment(scopes text[]) RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(a.id), '{{}}') FROM assessment a
        WHERE a.case_id = ANY ((SELECT app_granted_case(scopes))::uuid[]) $$;
    """,  # noqa: S608  the only part put in is made of the scopes above
    reverse_sql="".join(
        f"DROP FUNCTION app_granted_{target}(text[]); " for target in ("assessment", "person", "case")
    ),
)

# Up to which day the acting duty's organisation, the former unit, reads rows of the case; null while it is none.
_FORMER = migrations.RunSQL(
    sql=f"""
    CREATE FUNCTION app_former_case(which uuid) RETURNS date
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT max(g.rows_until) FROM case_grant g
        WHERE g.case_id = which AND g.organisation_id = (SELECT app_organisation()) AND g.scope = 'former_unit'
            AND {for_the_duty("g.scope")} AND g.ended_by_name = ''
            AND g.first_day <= nullif(current_setting('app.on', true), '')::date
            AND (g.last_day IS NULL OR g.last_day >= nullif(current_setting('app.on', true), '')::date) $$;
    CREATE FUNCTION app_former_person(which uuid) RETURNS date
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT max(app_former_case(c.id)) FROM "case" c WHERE c.person_id = which $$;
    CREATE FUNCTION app_former_assessment(which uuid) RETURNS date
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT app_former_case(a.case_id) FROM assessment a WHERE a.id = which $$;
    """,  # noqa: S608  the only part put in is made of the scopes above
    reverse_sql="".join(
        f"DROP FUNCTION app_former_{target}(uuid); " for target in ("assessment", "person", "case")
    ),
)

# A contact that no case was made of yet is guarded by the birth date somebody wrote in it.
_CONTACT_GUARD = migrations.RunSQL(
    sql="""
    CREATE FUNCTION guard_contact() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
            IF NEW.case_id IS NULL THEN
                NEW.guard := CASE WHEN is_minor(NEW.subject_birth_date) THEN 'minors' ELSE '' END;
            END IF;
            RETURN NEW;
        END $$;
    CREATE TRIGGER guard_of_subject BEFORE INSERT OR UPDATE ON contact
        FOR EACH ROW EXECUTE FUNCTION guard_contact();
    """,
    reverse_sql="DROP TRIGGER guard_of_subject ON contact; DROP FUNCTION guard_contact();",
)

# The public form adds a contact under nobody's duty. It can add a waiting one and nothing else, and cannot read it.
_PUBLIC_DOOR = migrations.RunSQL(
    sql="""
    CREATE POLICY anybody_may_send ON contact FOR INSERT TO kotopolku_app
        WITH CHECK (state = 'waiting' AND case_id IS NULL AND handled_by IS NULL AND NOT sender_verified);
    """,
    reverse_sql="DROP POLICY anybody_may_send ON contact;",
)

# A draft is its owner's alone, whatever the duty; the nightly run deletes old ones without seeing them.
_OWN_DRAFTS = migrations.RunSQL(
    sql="""
    ALTER TABLE draft ENABLE ROW LEVEL SECURITY;
    ALTER TABLE draft FORCE ROW LEVEL SECURITY;
    CREATE POLICY own_drafts ON draft TO kotopolku_app
        USING (owner_id = (SELECT app_staff())) WITH CHECK (owner_id = (SELECT app_staff()));
    CREATE POLICY owner_all ON draft TO kotopolku_owner USING (true) WITH CHECK (true);
    CREATE FUNCTION sweep_drafts(kept integer) RETURNS bigint
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH gone AS (
            DELETE FROM draft WHERE app_role() = 'system'
                AND saved_on < nullif(current_setting('app.on', true), '')::date - kept RETURNING 1)
        SELECT count(*) FROM gone $$;
    """,
    reverse_sql="""
    DROP FUNCTION sweep_drafts(integer);
    DROP POLICY own_drafts ON draft; DROP POLICY owner_all ON draft;
    ALTER TABLE draft NO FORCE ROW LEVEL SECURITY; ALTER TABLE draft DISABLE ROW LEVEL SECURITY;
    """,
)


# The auditor sees no clients. By a case's number the auditor learns the id that stands in the log, and nothing else;
# and of each worker how many persons they saw: in seven days, in the eight weeks before on average, without being the
# officer of an open case of theirs, and at night.
_FOR_AUDITOR = migrations.RunSQL(
    sql="""
    CREATE FUNCTION audited_person(case_number text) RETURNS uuid
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT c.person_id FROM "case" c
        WHERE app_role() = 'auditor' AND c.area_id = app_area() AND c.number = case_number $$;
    CREATE FUNCTION audited_staff() RETURNS TABLE (
            staff_id bigint, staff_name text, persons bigint, usual numeric, without_case bigint, at_night bigint)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH looks AS (
            SELECT l.id, l.staff_id, l.staff_name, l.kind, s.person_id, l.at AT TIME ZONE 'Europe/Helsinki' AS at,
                   floor(extract(epoch FROM statement_timestamp() - l.at) / 604800) AS week
            FROM log l JOIN log_seen s ON s.row_id = l.id
            WHERE app_role() = 'auditor' AND l.area_id = app_area() AND l.staff_id IS NOT NULL
                AND l.result = 'done' AND l.at > statement_timestamp() - interval '63 days'
        ), weeks AS (
            SELECT k.staff_id, k.week, count(DISTINCT k.person_id) AS persons FROM looks k GROUP BY 1, 2
        ), usual AS (
            SELECT w.staff_id, sum(w.persons) FILTER (WHERE w.week = 0) AS now,
                   coalesce(sum(w.persons) FILTER (WHERE w.week > 0), 0) / 8 AS usual
            FROM weeks w GROUP BY 1
        )
        SELECT u.staff_id, max(k.staff_name), max(u.now)::bigint, max(u.usual)::numeric(12, 1),
               count(DISTINCT k.person_id) FILTER (WHERE k.kind = 'look' AND NOT EXISTS (
                   SELECT 1 FROM "case" c WHERE c.person_id = k.person_id AND c.officer_id = k.staff_id
                       AND c.opened_on <= k.at::date AND (c.closed_on IS NULL OR c.closed_on >= k.at::date))),
               count(DISTINCT k.id) FILTER (WHERE extract(hour FROM k.at) >= 22 OR extract(hour FROM k.at) < 6)
        FROM usual u JOIN looks k ON k.staff_id = u.staff_id AND k.week = 0
        WHERE u.now > 0 GROUP BY u.staff_id
        ORDER BY max(u.now) / greatest(max(u.usual), 1) DESC, max(u.now) DESC, u.staff_id $$;
    """,
    reverse_sql="DROP FUNCTION audited_staff(); DROP FUNCTION audited_person(text);",
)


# The worker who opens cannot see whom, so the database itself finds the person, by identity code or case number in
# the worker's own area, and adds the row. From whom one is barred, one finds nobody. The reviewer is the coordinator
# of the person's municipality; a worker reads what they themselves have opened.
_FINDS = """
    SELECT p.id FROM person p
    WHERE app_role() IN ('officer', 'adviser', 'coordinator') AND NOT p.id = ANY (app_barred_person())
        AND p.id IN (
            SELECT coalesce(h.merged_into_id, h.id) FROM person h JOIN identifier i ON i.person_id = h.id
            WHERE i.kind = 'identity_code' AND i.area_id = app_area() AND i.value = named
            UNION ALL
            SELECT coalesce(h.merged_into_id, h.id) FROM person h JOIN "case" c ON c.person_id = h.id
            WHERE c.area_id = app_area() AND c.number = named)
    LIMIT 1
"""
_OVERRIDE = migrations.RunSQL(
    sql=f"""
    ALTER TABLE override ENABLE ROW LEVEL SECURITY;
    ALTER TABLE override FORCE ROW LEVEL SECURITY;
    REVOKE INSERT, UPDATE, DELETE ON override FROM kotopolku_app;
    GRANT UPDATE (decided_at, decided_by, decided_by_name, justified, decision) ON override TO kotopolku_app;
    CREATE POLICY owner_all ON override TO kotopolku_owner USING (true) WITH CHECK (true);
    CREATE POLICY own ON override FOR SELECT TO kotopolku_app USING (staff_id = (SELECT app_staff()));
    CREATE POLICY own_controllers ON override TO kotopolku_app USING (
        (SELECT app_role()) = 'coordinator' AND controller_id = ANY ((SELECT app_controllers())::bigint[]));
    CREATE FUNCTION finds_for_override(named text) RETURNS boolean
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT EXISTS ({_FINDS}) $$;
    CREATE FUNCTION open_override(named text, why text, told text, OUT opened uuid, OUT person uuid, OUT owner bigint)
        LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        INSERT INTO override (id, controller_id, area_id, opens_person, staff_id, staff_name, organisation, duty_id,
                              reason, words, until, decided_by_name, decision)
        SELECT gen_random_uuid(), p.controller_id, d.area_id, p.id, d.staff_id, s.name, o.names #>> '{{fi,text}}',
               d.id, why, told, statement_timestamp() + interval '3 hours', '', ''
        FROM person p, duty d JOIN staff s ON s.id = d.staff_id JOIN organisation o ON o.id = d.organisation_id
        WHERE d.id = nullif(current_setting('app.duty_id', true), '')::bigint AND p.id = ({_FINDS})
        RETURNING id, opens_person, controller_id $$;
    """,  # noqa: S608  the only part put in is the constant above
    reverse_sql="DROP FUNCTION open_override(text, text, text); DROP FUNCTION finds_for_override(text);",
)

# The county's worker writes the county's part of an assessment granted to the county, in the worker's own name.
_COUNTY_WRITES = migrations.RunSQL(
    sql=f"""
    CREATE POLICY county_writes ON county_part FOR INSERT TO kotopolku_app WITH CHECK (
        app_role() = 'county_worker' AND way = 'own' AND "by" = (SELECT app_staff())
        AND {granted("assessment", (COUNTY_PART,), column="assessment_id")});
    """,
    reverse_sql="DROP POLICY county_writes ON county_part;",
)


# Figures for those who see no names, and for the coordinator: numbers leave the database, never rows, and no number of
# less than five people, nor one that leaves less than five out. Protected people are a group of the whole area ("kunta
# peitetty"): where they live is in no number. There is no total, since totals and parts tell what was hidden.
_FIGURES = migrations.RunSQL(
    sql="""
    CREATE FUNCTION client_figures() RETURNS TABLE (municipality bigint, clients bigint, assessed bigint)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH asker AS (
            SELECT d.id, d.area_id, nullif(current_setting('app.on', true), '')::date AS on_day FROM duty d
            WHERE d.id = nullif(current_setting('app.duty_id', true), '')::bigint
                AND app_role() IN ('contact_person', 'coordinator')
        ), held AS (
            SELECT DISTINCT c.person_id,
                CASE WHEN (p.non_disclosure AND coalesce(p.non_disclosure_until >= k.on_day, true))
                    OR (p.covered AND coalesce(p.covered_until >= k.on_day, true)) THEN NULL
                ELSE c.controller_id END AS place,
                EXISTS (SELECT 1 FROM assessment a WHERE a.case_id = c.id AND a.state = 'concluded') AS done
            FROM asker k JOIN "case" c ON c.area_id = k.area_id AND c.closed_on IS NULL
            JOIN person p ON p.id = c.person_id
        ), counted AS (
            SELECT h.place, count(DISTINCT h.person_id) AS people,
                count(DISTINCT h.person_id) FILTER (WHERE h.done) AS done FROM held h GROUP BY h.place
        ), places AS (
            SELECT m.municipality_id AS place FROM duty_municipality m JOIN asker k ON k.id = m.duty_id
            UNION ALL SELECT NULL FROM asker
        )
        SELECT o.place, CASE WHEN n.people >= 5 THEN n.people END,
            CASE WHEN n.done >= 5 AND (n.people - n.done >= 5 OR n.people = n.done) THEN n.done END
        FROM places o LEFT JOIN counted n ON n.place IS NOT DISTINCT FROM o.place $$;
    """,
    reverse_sql="DROP FUNCTION client_figures();",
)


def _opened(target: str, tables: dict[str, tuple[str, ...]]) -> tuple[migrations.RunSQL, ...]:
    return tuple(
        opens(table, name=name, condition=condition)
        for table, scopes in tables.items()
        for name, condition in opened(
            target, scopes, column="id" if table == target else f"{target}_id", day=DAYS.get(table)
        ).items()
    )


OPERATIONS = (
    _BARRED,
    _GRANTED,
    _FORMER,
    guarded_by("case", column="person_id", target="person"),
    carries_guard("case"),
    *(stays_with_case(table) for table in STAY_WITH_CASE),
    _CONTACT_GUARD,
    carries_guard("assessment"),
    *(stays_with(table, column="assessment_id", target="assessment") for table in OF_ASSESSMENT),
    *(wall(table) for table in ("case", *STAY_WITH_CASE, *OF_ASSESSMENT)),
    *keeps_history("assessment"),
    opens_history("assessment", condition=granted("assessment", NOT_FORMER, column="assessment_id")),
    *_opened("person", dict(PERSON_TABLES)),
    *_opened("case", dict(CASE_TABLES)),
    *_opened("assessment", dict(ASSESSMENT_TABLES)),
    opens(
        "case_grant",
        name="to_us",
        condition="organisation_id = (SELECT app_organisation()) "
        f"AND (staff_id IS NULL OR staff_id = (SELECT app_staff())) AND {for_the_duty('scope')}",
    ),
    *(
        narrows(table, name="sensitive", condition="'sensitive' = ANY ((SELECT app_groups())::text[])")
        for table in SENSITIVE
    ),
    _COUNTY_WRITES,
    append_only("county_part", but_guard=True),
    _PUBLIC_DOOR,
    _OWN_DRAFTS,
    append_only("event", but_guard=True),
    _FOR_AUDITOR,
    _OVERRIDE,
    _FIGURES,
)
