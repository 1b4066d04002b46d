"""What the first migration of plans does besides its tables: walls, composite keys, and what a granted case opens."""

from collections.abc import Mapping

from django.db import migrations

from kotopolku.audit.history import keeps_history, opens_history
from kotopolku.audit.walls import carries_guard, opens, stays_with, stays_with_case, wall
from kotopolku.cases.scopes import AUTHORITIES, EVERYBODY, granted

CHILDREN = ("plan_goal", "plan_measure", "plan_review")

#: Which scopes of a grant open which table. A provider gets goals and services, and never the background or the
#: obstacles; what else it needs comes in a packet (KotoL 94 §).
CASE_TABLES: Mapping[str, tuple[str, ...]] = {"plan": AUTHORITIES, "plan_obstacle": AUTHORITIES}
PLAN_TABLES: Mapping[str, tuple[str, ...]] = {
    "plan_goal": EVERYBODY,
    "plan_measure": EVERYBODY,
    "plan_review": AUTHORITIES,
}

_FUNCTIONS = migrations.RunSQL(
    sql="""
    CREATE FUNCTION app_barred_plan() RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(p.id), '{}') FROM plan p
        WHERE p.case_id = ANY ((SELECT app_barred_case())::uuid[]) $$;
    CREATE FUNCTION app_granted_plan(scopes text[]) RETURNS uuid[]
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        SELECT coalesce(array_agg(p.id), '{}') FROM plan p
        WHERE p.case_id = ANY ((SELECT app_granted_case(scopes))::uuid[]) $$;
    """,
    reverse_sql="DROP FUNCTION app_granted_plan(text[]); DROP FUNCTION app_barred_plan();",
)

OPERATIONS = (
    _FUNCTIONS,
    stays_with_case("plan"),
    stays_with_case("plan_obstacle"),
    carries_guard("plan"),
    *(stays_with(table, column="plan_id", target="plan") for table in CHILDREN),
    *(wall(table) for table in ("plan", "plan_obstacle", *CHILDREN)),
    *keeps_history("plan"),
    opens_history("plan", condition=granted("plan", CASE_TABLES["plan"], column="plan_id")),
    *(
        opens(table, name="granted", condition=granted("case", scopes, column="case_id"))
        for table, scopes in CASE_TABLES.items()
    ),
    *(
        opens(table, name="granted", condition=granted("plan", scopes, column="plan_id"))
        for table, scopes in PLAN_TABLES.items()
    ),
)
