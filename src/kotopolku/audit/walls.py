"""SQL that migrations share: row-level policies and composite keys (rivitason suojaus), kept beside the tables.

Three questions stand before every row about a client, and the database answers all three:

* *whose*: own controllers of the acting duty (`app_controllers()`), or granted to its organisation, or opened for it
  (`app_overrides()`); these policies widen;
* *need to know*: the row's `guard`, copied from the person, is among those the duty may know (`app_guards()`);
* *kin and opponents*: the person is not one from whom the worker is barred (`app_barred_…()`); these two narrow.

Whatever hangs on a person or a case gets all of it from `wall()` and one of `follows_person()`, `stays_with_case()`
and `stays_with()`. Nothing is visible when nobody acts. The column `guard` belongs to the database alone: no model
knows it, triggers copy it when a row is made, and a foreign key with ON UPDATE CASCADE keeps it the person's own.
Functions stand in scalar subqueries, so that each is asked once a query, not once a row.
"""

from django.db import migrations

VISIBLE = "controller_id = ANY ((SELECT app_controllers())::bigint[])"
OWN_AREA = "area_id = (SELECT app_area())"
#: Who works with advice in the area, for what anybody may leave there and nobody else reads.
ADVISERS_OF_AREA = f"{OWN_AREA} AND (SELECT app_role()) IN ('officer', 'adviser', 'coordinator', 'system')"


def among(column: str, function: str) -> str:
    """Return the condition that `column` is one of the ids the function answers."""
    return f"{column} = ANY ((SELECT {function})::uuid[])"


def wall(table: str) -> migrations.RunSQL:
    """Enable and force row-level security on `table`: own controllers for the program, everything for migrations."""
    return _walled(table, name="own_controllers", condition=VISIBLE)


def area_wall(table: str) -> migrations.RunSQL:
    """Do the same for rows about nobody: neither municipality nor group narrows them, their area's own duties do."""
    return _walled(table, name="own_area", condition=OWN_AREA)


def left_for_advisers(table: str, *, as_left: str) -> migrations.RunSQL:
    """Do the same for what anybody may leave, and only as it is left; who advises in the area reads it."""
    walled = _walled(table, name="who_advises", condition=ADVISERS_OF_AREA)
    return migrations.RunSQL(
        sql=f"""{walled.sql}
        CREATE POLICY anybody_may_ask ON "{table}" FOR INSERT TO kotopolku_app WITH CHECK ({as_left});
        """,
        reverse_sql=f'DROP POLICY anybody_may_ask ON "{table}";{walled.reverse_sql}',
    )


def _walled(table: str, *, name: str, condition: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        sql=f"""
        ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY;
        ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY;
        CREATE POLICY {name} ON "{table}" TO kotopolku_app USING ({condition}) WITH CHECK ({condition});
        CREATE POLICY owner_all ON "{table}" TO kotopolku_owner USING (true) WITH CHECK (true);
        """,
        reverse_sql=f"""
        DROP POLICY {name} ON "{table}"; DROP POLICY owner_all ON "{table}";
        ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY; ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY;
        """,
    )


def follows_person(table: str, *, column: str = "person_id") -> migrations.RunSQL:
    """Tie (controller_id, person) to the person's own pair: the row follows when the person moves between the five."""
    key, undo = _same_controller(table, column=column, target="person", extra="ON UPDATE CASCADE")
    guarded, unguarded = _guarded(table, column=column, target="person")
    return migrations.RunSQL(sql=key + guarded, reverse_sql=unguarded + undo)


def stays_with_case(table: str, *, column: str = "case_id") -> migrations.RunSQL:
    """Tie (controller_id, case) to the case's own pair: the row stays with the controller that made it."""
    return stays_with(table, column=column, target="case")


def stays_with(table: str, *, column: str, target: str) -> migrations.RunSQL:
    """Tie (controller_id, `column`) to the pair of `target`, a table that `carries_guard()`."""
    key, undo = _same_controller(table, column=column, target=target)
    guarded, unguarded = _guarded(table, column=column, target=target)
    return migrations.RunSQL(sql=key + guarded, reverse_sql=unguarded + undo)


def guarded_by(table: str, *, column: str, target: str) -> migrations.RunSQL:
    """Hang `table` on `target` without sharing its controller: a case stays where it was when the person moves."""
    guarded, unguarded = _guarded(table, column=column, target=target)
    return migrations.RunSQL(sql=guarded, reverse_sql=unguarded)


def carries_guard(table: str) -> migrations.RunSQL:
    """Let rows hang on `table` with its guard; needed once a table, after the guard is there."""
    return migrations.RunSQL(
        sql=f'ALTER TABLE "{table}" ADD CONSTRAINT "{table}_guard" UNIQUE (id, guard);',
        reverse_sql=f'ALTER TABLE "{table}" DROP CONSTRAINT "{table}_guard";',
    )


def same_controller(table: str, *, column: str, target: str, extra: str = "") -> migrations.RunSQL:
    """Tie (controller_id, `column`) to `target`'s own pair (UNIQUE there): no row hangs on another controller's."""
    sql, undo = _same_controller(table, column=column, target=target, extra=extra)
    return migrations.RunSQL(sql=sql, reverse_sql=undo)


def opens(table: str, *, name: str, condition: str) -> migrations.RunSQL:
    """Let rows be read, and only read, on a condition beside the own controllers."""
    return migrations.RunSQL(
        sql=f'CREATE POLICY {name} ON "{table}" FOR SELECT TO kotopolku_app USING ({condition});',
        reverse_sql=f'DROP POLICY {name} ON "{table}";',
    )


def narrows(table: str, *, name: str, condition: str) -> migrations.RunSQL:
    """Hide rows, and refuse to write them, unless the condition holds, whatever the other policies open."""
    return migrations.RunSQL(
        sql=f'CREATE POLICY {name} ON "{table}" AS RESTRICTIVE TO kotopolku_app USING ({condition});',
        reverse_sql=f'DROP POLICY {name} ON "{table}";',
    )


def need_to_know(table: str, *, key: str, barred: str, column: str) -> str:
    """Return the SQL that gives `table` its guard and the two policies that narrow, and what an override opens.

    `key` is the column by which an override names the row, `column` the one the function `barred` answers about. A
    row may be written whose guard its writer may not know (`WITH CHECK (true)`): it is gone from sight at once.
    """
    return f"""
    ALTER TABLE "{table}" ADD COLUMN guard text NOT NULL DEFAULT '';
    CREATE POLICY need_to_know ON "{table}" AS RESTRICTIVE TO kotopolku_app
        USING (guard = ANY ((SELECT app_guards())::text[]) OR {among(key, "app_overrides()")}) WITH CHECK (true);
    CREATE POLICY not_barred ON "{table}" AS RESTRICTIVE TO kotopolku_app
        USING (({among(column, barred)}) IS NOT TRUE);
    CREATE POLICY overridden ON "{table}" FOR SELECT TO kotopolku_app USING ({among(key, "app_overrides()")});
    """


def no_need_to_know(table: str) -> str:
    """Return the SQL that takes back `need_to_know`."""
    return f"""
    DROP POLICY overridden ON "{table}"; DROP POLICY not_barred ON "{table}"; DROP POLICY need_to_know ON "{table}";
    ALTER TABLE "{table}" DROP COLUMN guard;
    """


def copies_guard(table: str, *, column: str, target: str) -> str:
    """Return the SQL of the trigger that copies the guard of the row that `column` points at.

    It runs as the owner, since the writer may not see that row, and is no function anybody could call.
    """
    function = f"copy_guard_of_{target}_by_{column}"
    return f"""
    CREATE OR REPLACE FUNCTION {function}() RETURNS trigger
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
        BEGIN
            IF NEW."{column}" IS NOT NULL THEN
                NEW.guard := coalesce((SELECT t.guard FROM "{target}" t WHERE t.id = NEW."{column}"), '');
            END IF;
            RETURN NEW;
        END $$;
    CREATE TRIGGER guard_of_{target} BEFORE INSERT OR UPDATE OF "{column}" ON "{table}"
        FOR EACH ROW EXECUTE FUNCTION {function}();
    """  # noqa: S608  names of tables and columns from the migrations themselves


def _guarded(table: str, *, column: str, target: str) -> tuple[str, str]:
    foreign = f"{table}_{column}_guard"
    sql = f"""
    {need_to_know(table, key=column, barred=f"app_barred_{target}()", column=column)}
    {copies_guard(table, column=column, target=target)}
    ALTER TABLE "{table}" ADD CONSTRAINT "{foreign}" FOREIGN KEY ({column}, guard)
        REFERENCES "{target}" (id, guard) ON UPDATE CASCADE DEFERRABLE INITIALLY DEFERRED;
    """
    undo = f"""
    ALTER TABLE "{table}" DROP CONSTRAINT "{foreign}"; DROP TRIGGER guard_of_{target} ON "{table}";
    {no_need_to_know(table)}
    """
    return sql, undo


def _same_controller(table: str, *, column: str, target: str, extra: str = "") -> tuple[str, str]:
    name = f"{table}_{column}_same_controller"
    sql = f"""
    ALTER TABLE "{table}" ADD CONSTRAINT "{name}" FOREIGN KEY (controller_id, {column})
        REFERENCES "{target}" (controller_id, id) {extra} DEFERRABLE INITIALLY DEFERRED;
    """
    return sql, f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}";'


def append_only(table: str, *, but_guard: bool = False) -> migrations.RunSQL:
    """Refuse UPDATE, DELETE and TRUNCATE to everybody, by grant and by trigger.

    `but_guard`: the guard may still follow the person's (as the owner, by the foreign key), and nothing with it.
    """
    function = "refuse_change_but_guard" if but_guard else "refuse_change"
    excused = (
        "IF TG_OP = 'UPDATE' THEN IF to_jsonb(NEW) - 'guard' = to_jsonb(OLD) - 'guard' THEN RETURN NEW; END IF; END IF;"
        if but_guard
        else ""
    )
    return migrations.RunSQL(
        sql=f"""
        REVOKE UPDATE, DELETE, TRUNCATE ON "{table}" FROM kotopolku_app;
        CREATE OR REPLACE FUNCTION {function}() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN {excused} RAISE EXCEPTION 'rows of % are added, never altered', TG_TABLE_NAME; END $$;
        CREATE TRIGGER never_altered BEFORE UPDATE OR DELETE ON "{table}"
            FOR EACH ROW EXECUTE FUNCTION {function}();
        CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "{table}"
            FOR EACH STATEMENT EXECUTE FUNCTION {function}();
        """,
        reverse_sql=f'DROP TRIGGER never_altered ON "{table}"; DROP TRIGGER never_emptied ON "{table}";',
    )
