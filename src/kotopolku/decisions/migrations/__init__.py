"""One migration: the table and its walls."""
