"""Who has looked at the client's data."""
