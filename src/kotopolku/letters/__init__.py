"""Kirjeet: templates, papers, what was sent, how and in which language."""
