"""Decisions of a client: the list with its form, one decision, its letter (päätökset)."""
