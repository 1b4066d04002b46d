"""Pages that need no sign-in: in fifteen languages, from the programme's own data and from the law's register."""
