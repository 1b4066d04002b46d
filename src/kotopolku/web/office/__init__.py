"""The office: the area's state, users and rights, contact persons, the log; nobody's clients by name."""
