"""Households: who live together, joining, leaving, splitting, one talk written to several."""
