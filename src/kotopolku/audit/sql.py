"""What the first migration of the log does besides its tables: rows are added, never altered."""

from kotopolku.audit.walls import append_only

OPERATIONS = (append_only("log"), append_only("log_seen"))
