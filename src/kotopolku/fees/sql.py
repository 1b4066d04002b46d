"""What the first migration of fees does besides its tables: walls, one sum a day, and that nothing told is altered."""

from django.db import migrations

from kotopolku.audit.walls import stays_with, wall

_ONE_AMOUNT = migrations.RunSQL(
    sql="""
    ALTER TABLE fee_amount ADD CONSTRAINT fee_amount_one_a_day
        EXCLUDE USING gist (area_id WITH =, daterange(valid_from, valid_to, '[]') WITH &&)
        WHERE (withdrawn_on IS NULL);
    """,
    reverse_sql="ALTER TABLE fee_amount DROP CONSTRAINT fee_amount_one_a_day;",
)
# The law asks what was said at booking and what was decided, so neither is written a second time. Only that a decision
# went to invoicing is noted beside it, once.
_NEVER_ALTERED = migrations.RunSQL(
    sql="""
    REVOKE UPDATE, TRUNCATE ON fee_told FROM kotopolku_app;
    REVOKE UPDATE, DELETE, TRUNCATE ON fee_decision FROM kotopolku_app;
    GRANT UPDATE (exported_on) ON fee_decision TO kotopolku_app;
    """,
    reverse_sql="",
)


def _of_time(table: str) -> tuple[migrations.RunSQL, ...]:
    return (stays_with(table, column="appointment_id", target="appointment"), wall(table))


OPERATIONS = (
    _ONE_AMOUNT,
    *_of_time("fee_told"),
    *_of_time("fee_matter"),
    *_of_time("fee_decision"),
    _NEVER_ALTERED,
)
