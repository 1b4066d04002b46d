"""Taking a phone into use for signing in."""
