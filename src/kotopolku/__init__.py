"""Kotopolku: the working tool of a municipal cooperation area's integration programme (kotoutumisohjelma)."""
