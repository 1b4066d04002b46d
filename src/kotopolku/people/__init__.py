"""Henkilöt: who the clients are; names, identifiers, languages, facts with their sources, households."""
