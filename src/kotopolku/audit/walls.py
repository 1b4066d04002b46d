"""SQL that migrations share: row-level policies and composite keys (rivitason suojaus), kept beside the tables.

One policy form everywhere: a row is visible when its controller is among those of the duty that acts
(`app_controllers()`, made by the accounts migration); nothing is visible when nobody acts.
"""

from django.db import migrations

VISIBLE = "controller_id = ANY ((SELECT app_controllers())::bigint[])"


def wall(table: str) -> migrations.RunSQL:
    """Enable and force row-level security on `table`: own controllers for the program, everything for migrations."""
    return migrations.RunSQL(
        sql=f"""
        ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY;
        ALTER TABLE "{table}" FORCE ROW LEVEL SECURITY;
        CREATE POLICY own_controllers ON "{table}" TO kotopolku_app USING ({VISIBLE}) WITH CHECK ({VISIBLE});
        CREATE POLICY owner_all ON "{table}" TO kotopolku_owner USING (true) WITH CHECK (true);
        """,
        reverse_sql=f"""
        DROP POLICY own_controllers ON "{table}"; DROP POLICY owner_all ON "{table}";
        ALTER TABLE "{table}" NO FORCE ROW LEVEL SECURITY; ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY;
        """,
    )


def follows_person(table: str, *, column: str = "person_id") -> migrations.RunSQL:
    """Tie (controller_id, person) to the person's own pair: the row follows when the person moves between the five."""
    return same_controller(table, column=column, target="person", extra="ON UPDATE CASCADE")


def stays_with_case(table: str, *, column: str = "case_id") -> migrations.RunSQL:
    """Tie (controller_id, case) to the case's own pair: the row stays with the controller that made it."""
    return same_controller(table, column=column, target="case")


def same_controller(table: str, *, column: str, target: str, extra: str = "") -> migrations.RunSQL:
    """Tie (controller_id, `column`) to `target`'s own pair (UNIQUE there): no row hangs on another controller's."""
    name = f"{table}_{column}_same_controller"
    return migrations.RunSQL(
        sql=f"""
        ALTER TABLE "{table}" ADD CONSTRAINT "{name}" FOREIGN KEY (controller_id, {column})
            REFERENCES "{target}" (controller_id, id) {extra} DEFERRABLE INITIALLY DEFERRED;
        """,
        reverse_sql=f'ALTER TABLE "{table}" DROP CONSTRAINT "{name}";',
    )


def append_only(table: str) -> migrations.RunSQL:
    """Refuse UPDATE, DELETE and TRUNCATE to everybody, by grant and by trigger."""
    return migrations.RunSQL(
        sql=f"""
        REVOKE UPDATE, DELETE, TRUNCATE ON "{table}" FROM kotopolku_app;
        CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
            $$ BEGIN RAISE EXCEPTION 'rows of % are added, never altered', TG_TABLE_NAME; END $$;
        CREATE TRIGGER never_altered BEFORE UPDATE OR DELETE ON "{table}"
            FOR EACH ROW EXECUTE FUNCTION refuse_change();
        CREATE TRIGGER never_emptied BEFORE TRUNCATE ON "{table}"
            FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
        """,
        reverse_sql=f'DROP TRIGGER never_altered ON "{table}"; DROP TRIGGER never_emptied ON "{table}";',
    )
