"""Undo: acts that take back what was just done; no page of its own."""
