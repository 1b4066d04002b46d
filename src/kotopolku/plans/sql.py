"""What the first migration of plans does besides its tables: walls, composite keys, and what a granted case opens."""

from collections.abc import Mapping

from django.db import migrations

from kotopolku.audit.history import keeps_history, opens_history
from kotopolku.audit.walls import carries_guard, follows_person, opens, stays_with, stays_with_case, wall
from kotopolku.cases.scopes import AUTHORITIES, NOT_FORMER, PROVIDER, granted, opened

CHILDREN = ("plan_goal", "plan_measure", "plan_review", "plan_version")

#: Which scopes of a grant open which table. A provider gets goals and services but the health and social ones, and
#: never the background or the obstacles; what else it needs comes in a packet (KotoL 94 §).
CASE_TABLES: Mapping[str, tuple[str, ...]] = {
    "plan": AUTHORITIES,
    "plan_obstacle": AUTHORITIES,
    "national_record": AUTHORITIES,
}
PLAN_TABLES: Mapping[str, tuple[str, ...]] = {
    "plan_goal": (*NOT_FORMER, PROVIDER),
    "plan_measure": (*NOT_FORMER, PROVIDER),
    "plan_review": AUTHORITIES,
    "plan_version": AUTHORITIES,
}

_AND = {
    "plan_measure": " AND (code <> 'health_or_social_service'"
    f" OR {granted('plan', NOT_FORMER, column='plan_id')})"
}

#: The day from which a row is there, for the former unit (cases/scopes.py). It reads goals and measures in the
#: versions of its own time: the rows themselves say what holds now.
DAYS: Mapping[str, str] = {
    "plan": "coalesce(first_made_on, made_on)",
    "plan_obstacle": "first_day",
    "national_record": "recorded_on",
    "plan_review": '"on"',
    "plan_version": '"on"',
}

#: Who reads what holds now. A provider does not see the plan's row, so the database says which plan that is.
_NOW = ",".join((*NOT_FORMER, PROVIDER))

_FUNCTIONS = migrations.RunSQL(
    sql=f"""
    CREATE FUNCTION app_barred_plan() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(p.id), '{{}}') FROM plan p
        WHERE p.case_id = ANY ((SELECT app_barred_case())::uuid[]) $$;
    CREATE FUNCTION app_granted_plan(scopes text[]) RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(p.id), '{{}}') FROM plan p
        WHERE p.case_id = ANY ((SELECT app_granted_case(scopes))::uuid[]) $$;
    CREATE FUNCTION app_former_plan(which uuid) RETURNS date
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT app_former_case(p.case_id) FROM plan p WHERE p.id = which $$;
    CREATE FUNCTION app_plan_in_force(which uuid) RETURNS uuid
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT p.id FROM plan p WHERE p.case_id = which AND p.state = 'accepted'
            AND p.case_id = ANY ((SELECT app_granted_case('{{{_NOW}}}'))::uuid[]) $$;
    """,  # noqa: S608  the only part put in is the constant above
    reverse_sql="""
    DROP FUNCTION app_plan_in_force(uuid);
    DROP FUNCTION app_former_plan(uuid); DROP FUNCTION app_granted_plan(text[]); DROP FUNCTION app_barred_plan();
    """,
)

# What the acting duty has opened in an emergency and is still open, by the database's own clock: the person, and the
# ids by which the rows of the file hang together. Here, because a file ends with its plans.
_OVERRIDES = migrations.RunSQL(
    sql="""
    CREATE OR REPLACE FUNCTION app_overrides() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        WITH opened AS (
            SELECT o.opens_person AS id FROM override o JOIN duty d ON d.id = o.duty_id
            WHERE o.duty_id = nullif(current_setting('app.duty_id', true), '')::bigint
                AND o.until > statement_timestamp() AND o.staff_id = app_staff()
                AND d.role IN ('officer', 'adviser', 'coordinator')
        ), held AS (SELECT c.id FROM "case" c WHERE c.person_id IN (SELECT id FROM opened))
        SELECT coalesce(array_agg(f.id), '{}') FROM (
            SELECT id FROM opened UNION ALL SELECT id FROM held
            UNION ALL SELECT a.id FROM assessment a WHERE a.case_id IN (SELECT id FROM held)
            UNION ALL SELECT p.id FROM plan p WHERE p.case_id IN (SELECT id FROM held)
        ) f $$;
    """,
    reverse_sql="""
    CREATE OR REPLACE FUNCTION app_overrides() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$ SELECT '{}'::uuid[] $$;
    """,
)

# Whoever sees no member's part does not see what the family shares either. It narrows reading alone: a plan is begun
# before its first part. Members of other registers keep the shared part theirs, so it is not tied to one controller.
_THROUGH_PARTS = migrations.RunSQL(
    sql="""
    CREATE POLICY through_parts ON family_plan AS RESTRICTIVE FOR SELECT TO kotopolku_app
        USING (EXISTS (SELECT 1 FROM family_part p WHERE p.family_plan_id = family_plan.id));
    """,
    reverse_sql="DROP POLICY through_parts ON family_plan;",
)

OPERATIONS = (
    _FUNCTIONS,
    _OVERRIDES,
    stays_with_case("plan"),
    stays_with_case("plan_obstacle"),
    stays_with_case("national_record"),
    carries_guard("plan"),
    *(stays_with(table, column="plan_id", target="plan") for table in CHILDREN),
    follows_person("family_part"),
    wall("family_part"),
    wall("family_plan"),
    _THROUGH_PARTS,
    *(wall(table) for table in ("plan", "plan_obstacle", "national_record", *CHILDREN)),
    *keeps_history("plan"),
    opens_history("plan", condition=granted("plan", NOT_FORMER, column="plan_id")),
    *(
        opens(table, name=name, condition=condition)
        for table, scopes in CASE_TABLES.items()
        for name, condition in opened("case", scopes, column="case_id", day=DAYS.get(table)).items()
    ),
    *(
        opens(table, name=name, condition=condition + _AND.get(table, ""))
        for table, scopes in PLAN_TABLES.items()
        for name, condition in opened("plan", scopes, column="plan_id", day=DAYS.get(table)).items()
    ),
)
