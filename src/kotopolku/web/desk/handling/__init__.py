"""Who is responsible for the case; closing it and opening it again."""
