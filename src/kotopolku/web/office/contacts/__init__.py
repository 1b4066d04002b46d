"""Contact persons: who is published as what today and who from which day."""
