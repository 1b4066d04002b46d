"""A link to one packet."""
