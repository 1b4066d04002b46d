"""Today: what is late, due today, this week and coming, and the contacts that wait."""
