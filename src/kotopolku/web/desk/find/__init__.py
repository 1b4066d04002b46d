"""Finding a client: beginnings of names in any order, date of birth, identity code or case number; always by POST."""
