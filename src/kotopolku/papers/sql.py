"""What the first migration of papers does besides its tables: the walls, and files that stay with their paper's case.

No scope of a grant opens either table: a paper is given on by whoever decides to, one by one.
"""

from django.db import migrations

from kotopolku.audit.walls import stays_with_case, wall

_SAME_CASE = migrations.RunSQL(
    sql="""
    ALTER TABLE paper_file ADD CONSTRAINT paper_file_of_paper FOREIGN KEY (case_id, paper_id)
        REFERENCES paper (case_id, id) ON DELETE CASCADE;
    """,
    reverse_sql="ALTER TABLE paper_file DROP CONSTRAINT paper_file_of_paper;",
)

OPERATIONS = (
    *(stays_with_case(table) for table in ("paper", "paper_file")),
    _SAME_CASE,
    *(wall(table) for table in ("paper", "paper_file")),
)
