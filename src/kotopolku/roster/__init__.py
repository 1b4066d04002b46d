"""Kuka on missä: shifts of those who advise, and days of advice out in the municipalities."""
