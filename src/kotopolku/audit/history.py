"""SQL that migrations share: former states of a row (muutoshistoria), written by the database itself.

For the few things whose earlier wording matters: assessment, plan, duty. A trigger adds the whole row after every
change; the program may read under the same walls as the thing itself, and write nothing. Facts about a person need
none: their superseded rows stay. The log is the evidence of who did what; this is what it looked like.
"""

from django.db import migrations

from kotopolku.audit.walls import opens, stays_with, wall


def keeps_history(table: str) -> tuple[migrations.RunSQL, ...]:
    """Keep former states of `table` (which has a controller and `carries_guard()`) in `{table}_history`."""
    history, column = f"{table}_history", f"{table}_id"
    return (
        _table(table, key="uuid", controller=True),
        stays_with(history, column=column, target=table),
        # Erasing the thing erases its history, as the owner; nothing else can.
        migrations.RunSQL(
            sql=f"""
            ALTER TABLE "{history}" ADD CONSTRAINT "{history}_gone_with_it" FOREIGN KEY ({column})
                REFERENCES "{table}" (id) ON DELETE CASCADE;
            """,
            reverse_sql=migrations.RunSQL.noop,
        ),
        wall(history),
    )


def keeps_open_history(table: str) -> tuple[migrations.RunSQL, ...]:
    """Keep former states of a table that is about nobody's client; every duty may read them."""
    return (_table(table, key="bigint", controller=False),)


def opens_history(table: str, *, condition: str) -> migrations.RunSQL:
    """Let a granted case's former states be read on the same condition as the thing itself."""
    return opens(f"{table}_history", name="granted", condition=condition)


def _table(table: str, *, key: str, controller: bool) -> migrations.RunSQL:
    history, function = f"{table}_history", f"keep_history_of_{table}"
    own = "controller_id bigint NOT NULL," if controller else ""
    names, values = ("controller_id, ", "NEW.controller_id, ") if controller else ("", "")
    return migrations.RunSQL(
        sql=f"""
        CREATE TABLE "{history}" (
            id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
            {own}
            {table}_id {key} NOT NULL,
            at timestamptz NOT NULL DEFAULT now(),
            by_duty bigint,
            state jsonb NOT NULL
        );
        CREATE INDEX "{history}_of" ON "{history}" ({table}_id, id);
        REVOKE INSERT, UPDATE, DELETE, TRUNCATE ON "{history}" FROM kotopolku_app;
        CREATE FUNCTION {function}() RETURNS trigger
            LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
            BEGIN
                IF TG_OP = 'UPDATE' THEN
                    IF to_jsonb(NEW) - 'guard' = to_jsonb(OLD) - 'guard' THEN RETURN NULL; END IF;
                END IF;
                INSERT INTO "{history}" ({names}{table}_id, by_duty, state) VALUES (
                    {values}NEW.id, nullif(current_setting('app.duty_id', true), '')::bigint,
                    to_jsonb(NEW) - 'guard');
                RETURN NULL;
            END $$;
        CREATE TRIGGER keep_history AFTER INSERT OR UPDATE ON "{table}"
            FOR EACH ROW EXECUTE FUNCTION {function}();
        """,  # noqa: S608  names of tables from the migrations themselves
        reverse_sql=f"""
        DROP TRIGGER keep_history ON "{table}"; DROP FUNCTION {function}(); DROP TABLE "{history}";
        """,
    )
