"""Oppivelvollisuuslaki 1214/2020: who is under compulsory education."""
