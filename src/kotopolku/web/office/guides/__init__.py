"""Pages for people in the office: which wait to be read through, and where they lead."""
