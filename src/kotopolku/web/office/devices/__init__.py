"""Kiosks and wall screens of the area: pairing and ending it."""
